import type { GenerationTemplate, GenerationTemplatePatch } from '@pharos/contract/generation-templates.ts';
import { pharos } from '../api/pharos.ts';
import { useWho } from '../api/users.ts';
import { useTexts } from '../texts/texts.tsx';
import { Confirm } from '../ui/forms/confirm.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { ReadFirst } from '../ui/read-first.tsx';
import { templateQuery } from './queries.ts';
import { TemplateForm } from './template-form.tsx';

type Props = { template: GenerationTemplate; name: string };

/** A template as it is now, to be changed or deleted. */
export const TemplatePanel = ({ template, name }: Props) => (
  <ReadFirst query={templateQuery(template.uuid)}>
    {({ data, etag }) => <Panel template={data} etag={etag ?? undefined} name={name} />}
  </ReadFirst>
);

const Panel = ({ template, etag: if_match, name }: Props & { etag: string | undefined }) => {
  const { settings, generation_templates } = useTexts();
  const who = useWho();
  const { uuid: generation_template_uuid } = template;
  const change = useChange(
    (body: GenerationTemplatePatch) => pharos.generationTemplates.patch({ generation_template_uuid, body, if_match }),
    { kind: 'template' },
  );
  const removal = useChange(() => pharos.generationTemplates.remove({ generation_template_uuid, if_match }), {
    kind: 'template',
  });
  return (
    <>
      <TemplateForm
        label={settings.edit_one(name)}
        template={template}
        change={change}
        version={template.updated_at}
        changed_by={who(template.updated_by)}
        onSave={change.run}
      />
      <Confirm
        label={settings.remove}
        name={settings.remove_one(name)}
        question={generation_templates.remove_ask(name)}
        yes={settings.remove}
        change={removal}
        onYes={() => removal.run(undefined)}
      />
    </>
  );
};
