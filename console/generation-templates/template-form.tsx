import type {
  GenerationTemplate,
  GenerationTemplateCreate,
  GenerationTemplatePatch,
} from '@pharos/contract/generation-templates.ts';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../texts/texts.tsx';
import { FieldGrid } from '../ui/forms/field-grid.tsx';
import { Choice, TextInput } from '../ui/forms/fields.tsx';
import { numberOrNull, textOf } from '../ui/forms/form-values.ts';
import { SaveForm } from '../ui/forms/save-form.tsx';
import type { Change } from '../ui/forms/use-change.ts';
import { readPhrases, writePhrases } from './phrases.ts';
import { TryPhrases } from './try-phrases.tsx';

/** Fields of the form, for a new template and for a change. */
type Fields = GenerationTemplateCreate & GenerationTemplatePatch;

type Props = {
  label: string;
  template?: GenerationTemplate;
  change: Pick<Change<never, unknown>, 'busy' | 'done' | 'trouble'>;
  version?: string | undefined;
  changed_by?: string;
  onSave(fields: Fields, form: FormData): void;
  children?: ReactNode;
};

const GOOD = { true: true, false: false } as Record<string, boolean>;

/** Fields of the form. Other display settings stay as they were. */
const read = (form: FormData, template: GenerationTemplate | undefined): Fields => {
  const phrases = readPhrases(textOf(form, 'exact_phrases'));
  return {
    display_name: textOf(form, 'display_name'),
    label: textOf(form, 'label'),
    execution_type: textOf(form, 'execution_type') as GenerationTemplate['execution_type'],
    template_type: textOf(form, 'template_type') as GenerationTemplate['template_type'],
    development_stage: textOf(form, 'development_stage') as GenerationTemplate['development_stage'],
    instructions: textOf(form, 'instructions'),
    example_limit: numberOrNull(form, 'example_limit'),
    ...((phrases.length > 0 || template?.exact_phrases) && { exact_phrases: phrases }),
    display_config: {
      ...template?.display_config,
      group: textOf(form, 'group') || null,
      location: textOf(form, 'location') || null,
      occurring_is_positive: GOOD[textOf(form, 'occurring_is_positive')] ?? null,
    },
  };
};

export const TemplateForm = ({ label, template, change, version, changed_by, onSave, children }: Props) => {
  const { generation_templates } = useTexts();
  const display = template?.display_config;
  const [phrases, setPhrases] = useState(() => writePhrases(template?.exact_phrases ?? null));
  const choices = <V extends string>(of: Record<V, string>) => Object.entries(of) as [V, string][];
  return (
    <SaveForm
      label={label}
      change={change}
      version={version}
      changed_by={changed_by}
      onSave={(form) => onSave(read(form, template), form)}
    >
      <FieldGrid>
        <TextInput
          label={generation_templates.display_name}
          name="display_name"
          value={template?.display_name}
          required
        />
        <TextInput
          label={generation_templates.label}
          name="label"
          value={template?.label}
          hint={generation_templates.label_hint}
          required
        />
        <Choice
          label={generation_templates.execution_type}
          name="execution_type"
          options={choices(generation_templates.execution_types)}
          value={template?.execution_type}
        />
        <Choice
          label={generation_templates.template_type}
          name="template_type"
          options={choices(generation_templates.template_types)}
          value={template?.template_type}
        />
        <Choice
          label={generation_templates.development_stage}
          name="development_stage"
          options={choices(generation_templates.stages)}
          value={template?.development_stage ?? 'testing'}
          hint={generation_templates.stage_hint}
        />
        <TextInput
          label={generation_templates.example_limit}
          name="example_limit"
          value={template?.example_limit?.toString()}
          hint={generation_templates.no_limit}
          numeric
        />
      </FieldGrid>
      <TextInput label={generation_templates.instructions} name="instructions" value={template?.instructions} long />
      <TextInput
        label={generation_templates.exact_phrases}
        name="exact_phrases"
        value={writePhrases(template?.exact_phrases ?? null)}
        hint={generation_templates.exact_phrases_hint}
        onType={setPhrases}
        long
      />
      <TryPhrases phrases={phrases} />
      <FieldGrid>
        <TextInput label={generation_templates.group} name="group" value={display?.group} />
        <TextInput label={generation_templates.location} name="location" value={display?.location} />
        <Choice
          label={generation_templates.occurring}
          name="occurring_is_positive"
          options={choices(generation_templates.occurring_options)}
          value={String(display?.occurring_is_positive ?? '')}
        />
        {children}
      </FieldGrid>
    </SaveForm>
  );
};
