import type { GenerationTemplate } from '@pharos/contract/generation-templates.ts';
import { TroubleNotice } from '../forms/trouble-notice.tsx';
import { useChange } from '../forms/use-change.ts';
import { pharos } from '../shell/pharos.ts';
import { useTexts } from '../texts/texts.tsx';

/** What was deleted just now, and can be brought back. */
export const DeletedTemplate = ({ template }: { template: GenerationTemplate }) => {
  const { templates } = useTexts();
  const { uuid: generation_template_uuid, display_name } = template;
  const change = useChange(() => pharos.generationTemplates.restore({ generation_template_uuid }), {
    stale: [['templates'], ['template', generation_template_uuid]],
  });
  return (
    <div className="card row" role="status">
      <p>{templates.deleted(display_name)}</p>
      <button type="button" className="button small" disabled={change.busy} onClick={() => change.run(undefined)}>
        {templates.restore}
      </button>
      <TroubleNotice trouble={change.trouble} />
    </div>
  );
};
