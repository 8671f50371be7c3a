import type { GenerationTemplate } from '@pharos/contract/generation-templates.ts';
import { Entry } from '../forms/entry.tsx';
import { TroubleNotice } from '../forms/trouble-notice.tsx';
import { useChange } from '../forms/use-change.ts';
import { pharos } from '../shell/pharos.ts';
import { useSpoken } from '../texts/texts.tsx';
import { useWho } from '../users/queries.ts';

type Props = { template: GenerationTemplate; may_restore: boolean };

/** A template that nobody uses any more, as it was when it was deleted. */
export const DeletedTemplate = ({ template, may_restore }: Props) => {
  const { texts, formats } = useSpoken();
  const { templates } = texts;
  const who = useWho();
  const { uuid: generation_template_uuid, deleted_at, deleted_by } = template;
  const name = template.display_name || template.label;
  const change = useChange(() => pharos.generationTemplates.restore({ generation_template_uuid }), {
    stale: [['templates'], ['template', generation_template_uuid]],
  });
  return (
    <Entry
      title={name}
      facts={deleted_at && <span>{templates.deleted_by(who(deleted_by), formats.stamp(deleted_at))}</span>}
      aside={
        may_restore && (
          <>
            <TroubleNotice trouble={change.trouble} />
            <button
              type="button"
              className="button small"
              aria-label={templates.restore_one(name)}
              disabled={change.busy}
              onClick={() => change.run(undefined)}
            >
              {templates.restore}
            </button>
          </>
        )
      }
    />
  );
};
