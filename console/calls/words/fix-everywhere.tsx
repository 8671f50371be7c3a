import { useTexts } from '../../texts/texts.tsx';
import { fixAll } from '../actions.ts';
import { useDesk } from '../call-workspace.ts';
import type { Panel } from '../state.ts';

/** After a correction: the same mistake is elsewhere in the call too. */
export const FixEverywhere = ({ panel }: { panel: Panel & { kind: 'fix' } }) => {
  const { calls } = useTexts();
  const desk = useDesk();
  const { fix, count } = panel;
  return (
    <fieldset className="question">
      <legend>{calls.everywhere(count, fix.from, fix.to)}</legend>
      <button type="button" className="chip answer" onClick={() => fixAll(desk)}>
        <span className="key" aria-hidden="true">
          A
        </span>{' '}
        {calls.everywhere_do}
      </button>
      <button type="button" className="chip answer" onClick={() => desk.panel.set(null)}>
        {calls.everywhere_no}
      </button>
    </fieldset>
  );
};
