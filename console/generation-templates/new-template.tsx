import type { GenerationTemplateCreate } from '@pharos/contract/generation-templates.ts';
import { Add } from '../forms/add.tsx';
import { Choice } from '../forms/fields.tsx';
import { useChange } from '../forms/use-change.ts';
import { useReaches } from '../me/me.ts';
import { pharos } from '../shell/pharos.ts';
import { useTexts } from '../texts/texts.tsx';
import { TemplateForm } from './template-form.tsx';

export const NewTemplate = () => {
  const { templates } = useTexts();
  return (
    <Add label={templates.add}>
      <NewForm />
    </Add>
  );
};

const NewForm = () => {
  const { templates } = useTexts();
  const may_share = useReaches('operator');
  const change = useChange((body: GenerationTemplateCreate) => pharos.generationTemplates.create({ body }), {
    stale: [['templates']],
  });
  return (
    <TemplateForm
      label={templates.add}
      change={change}
      version={change.data?.data.uuid}
      onSave={(fields, form) =>
        change.run({ ...fields, ...(form.get('whose') === 'shared' && { organization_uuid: null }) })
      }
    >
      {may_share && (
        <Choice
          label={templates.whose}
          name="whose"
          options={[
            ['own', templates.own],
            ['shared', templates.shared_option],
          ]}
        />
      )}
    </TemplateForm>
  );
};
