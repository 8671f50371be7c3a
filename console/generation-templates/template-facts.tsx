import type { GenerationTemplate } from '@pharos/contract/generation-templates.ts';
import { useTexts } from '../texts/texts.tsx';
import { Facts } from '../ui/facts.tsx';
import { writePhrases } from './phrases.ts';

/** A template for whoever may read it only. */
export const TemplateFacts = ({ template }: { template: GenerationTemplate }) => {
  const { templates } = useTexts();
  const { label, development_stage, instructions, exact_phrases, example_limit, display_config } = template;
  return (
    <Facts
      facts={[
        [templates.label, label],
        [templates.development_stage, templates.stages[development_stage]],
        [templates.instructions, instructions],
        [templates.exact_phrases, writePhrases(exact_phrases)],
        [templates.example_limit, example_limit],
        [templates.group, display_config?.group ?? null],
        [templates.location, display_config?.location ?? null],
      ]}
    />
  );
};
