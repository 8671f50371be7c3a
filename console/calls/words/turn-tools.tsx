import { useObservable } from '../../api/use-observable.ts';
import { useTexts } from '../../texts/texts.tsx';
import { isDoubtful } from '../../transcript/turns.ts';
import { askWhoSays, confirm, startCorrection } from '../actions.ts';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { selection } from '../cursor.ts';
import type { CallWorkspace } from '../state.ts';
import styles from './turn-tools.module.css';

/** Buttons for the keys of the current turn; hidden while something is asked or written. */
export const TurnTools = () => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const { words } = useReading().draft;
  const busy = useObservable(workspace.panel, (panel) => panel !== null);
  const selected = useObservable(workspace.cursor, () => {
    const range = selection(workspace);
    return range ? range.end - range.start : 0;
  });
  const at = useObservable(workspace.cursor, (cursor) =>
    cursor?.on_word && cursor.anchor === null ? cursor.word : -1,
  );
  const word = words[at];
  if (busy) return null;
  const tool = (key: string, text: string, run: (workspace: CallWorkspace) => void) => (
    <button type="button" className={styles.tool} onClick={() => run(workspace)}>
      <span className="key" aria-hidden="true">
        {key}
      </span>{' '}
      {text}
    </button>
  );
  const { correct, somebody_else, somebody_else_words, right } = calls.turn_tools;
  return (
    <fieldset className={styles.tools} aria-label={calls.turn_tools.title}>
      {tool('E', correct, startCorrection)}
      {tool('R', selected > 0 ? somebody_else_words(selected) : somebody_else, askWhoSays)}
      {word && isDoubtful(word) && tool('Y', right, confirm)}
    </fieldset>
  );
};
