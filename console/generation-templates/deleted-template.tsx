import type { GenerationTemplate } from '@pharos/contract/generation-templates.ts';
import { pharos } from '../api/pharos.ts';
import { useWho } from '../api/users.ts';
import { useLocale } from '../texts/texts.tsx';
import { TroubleNotice } from '../ui/forms/trouble-notice.tsx';
import { useChange } from '../ui/forms/use-change.ts';
import { ListItem } from '../ui/list-item.tsx';

type Props = { template: GenerationTemplate; may_restore: boolean };

/** Deleted template, as it was when it was deleted. */
export const DeletedTemplate = ({ template, may_restore }: Props) => {
  const { texts, formats } = useLocale();
  const { generation_templates } = texts;
  const who = useWho();
  const { uuid: generation_template_uuid, deleted_at, deleted_by } = template;
  const name = template.display_name || template.label;
  const change = useChange(() => pharos.generationTemplates.restore({ generation_template_uuid }), {
    kind: 'template',
  });
  return (
    <ListItem
      title={name}
      facts={deleted_at && <span>{generation_templates.deleted_by(who(deleted_by), formats.moment(deleted_at))}</span>}
      aside={
        may_restore && (
          <>
            <TroubleNotice trouble={change.trouble} />
            <button
              type="button"
              className="button small"
              aria-label={generation_templates.restore_one(name)}
              disabled={change.busy}
              onClick={() => change.run(undefined)}
            >
              {generation_templates.restore}
            </button>
          </>
        )
      }
    />
  );
};
