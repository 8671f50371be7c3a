import { useTexts } from '../../texts/texts.tsx';
import { useWorkspace } from '../call-workspace.ts';
import { Panel } from './panel.tsx';
import { useLeaving } from './use-leaving.ts';

/** Asks before a page is left with what is not saved. */
export const Leaving = () => {
  const { calls } = useTexts();
  const leaving = useLeaving(useWorkspace());
  if (leaving.status !== 'blocked') return null;
  return (
    <Panel title={calls.leave_ask}>
      <p className="row">
        <button type="button" className="button first" onClick={leaving.reset}>
          {calls.stay}
        </button>
        <button type="button" className="button" onClick={leaving.proceed}>
          {calls.leave}
        </button>
      </p>
    </Panel>
  );
};
