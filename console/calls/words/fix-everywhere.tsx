import { useTexts } from '../../texts/texts.tsx';
import { fixAll } from '../actions.ts';
import { useWorkspace } from '../call-workspace.ts';
import { Answer, Question } from '../question.tsx';
import type { Panel } from '../state.ts';

/** Offer, after a correction, to correct the same mistake elsewhere in the call. */
export const FixEverywhere = ({ panel }: { panel: Panel & { kind: 'fix' } }) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const { fix, count } = panel;
  return (
    <Question legend={calls.change_all_ask(count, fix.from, fix.to)}>
      <Answer keyed="A" onPress={() => fixAll(workspace)}>
        {calls.change_all}
      </Answer>
      <Answer onPress={() => workspace.panel.set(null)}>{calls.keep_others}</Answer>
    </Question>
  );
};
