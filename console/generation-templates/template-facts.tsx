import type { GenerationTemplate } from '@pharos/contract/generation-templates.ts';
import { useTexts } from '../texts/texts.tsx';
import { Facts } from '../ui/facts.tsx';
import { writePhrases } from './phrases.ts';

/** Read-only view of a template. */
export const TemplateFacts = ({ template }: { template: GenerationTemplate }) => {
  const { generation_templates } = useTexts();
  const { label, development_stage, instructions, exact_phrases, example_limit, display_config } = template;
  return (
    <Facts
      facts={[
        [generation_templates.label, label],
        [generation_templates.development_stage, generation_templates.stages[development_stage]],
        [generation_templates.instructions, instructions],
        [generation_templates.exact_phrases, writePhrases(exact_phrases)],
        [generation_templates.example_limit, example_limit],
        [generation_templates.group, display_config?.group ?? null],
        [generation_templates.location, display_config?.location ?? null],
      ]}
    />
  );
};
