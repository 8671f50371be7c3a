import type { GenerationTemplateCreate } from '@pharos/contract/generation-templates.ts';
import { useReaches } from '../api/me.ts';
import { pharos } from '../api/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { Disclosure, useClose } from '../ui/forms/disclosure.tsx';
import { Choice } from '../ui/forms/fields.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { TemplateForm } from './template-form.tsx';

export const NewTemplate = () => {
  const { generation_templates } = useTexts();
  return (
    <Disclosure label={generation_templates.add}>
      <NewForm />
    </Disclosure>
  );
};

const NewForm = () => {
  const { generation_templates } = useTexts();
  const { calls } = useTexts();
  const close = useClose();
  const may_share = useReaches('operator');
  const change = useChange((body: GenerationTemplateCreate) => pharos.generationTemplates.create({ body }), {
    kind: 'template',
    done: () => close(calls.saved),
  });
  return (
    <TemplateForm
      label={generation_templates.add}
      change={change}
      onSave={(fields, form) =>
        change.run({ ...fields, ...(form.get('whose') === 'shared' && { organization_uuid: null }) })
      }
    >
      {may_share && (
        <Choice
          label={generation_templates.whose}
          name="whose"
          options={[
            ['own', generation_templates.own],
            ['shared', generation_templates.shared_option],
          ]}
        />
      )}
    </TemplateForm>
  );
};
