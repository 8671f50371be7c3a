import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { useObservable } from '../../api/use-observable.ts';
import { useTexts } from '../../texts/texts.tsx';
import { textOf } from '../../transcript/turns.ts';
import { isComposing } from '../../ui/is-composing.ts';
import { finishCorrection } from '../actions.ts';
import { useWorkspace } from '../call-workspace.ts';
import { goTo } from '../cursor.ts';
import type { Panel } from '../state.ts';
import styles from './correction.module.css';

/** Editor for the text of a turn. */
export const Correction = ({ panel }: { panel: Panel & { kind: 'correct' } }) => {
  const { calls, ui } = useTexts();
  const workspace = useWorkspace();
  const field = useRef<HTMLTextAreaElement>(null);
  const sounds = useObservable(workspace.sound, ({ there }) => there);
  const { words } = workspace.reading().draft;
  const { start, end, word } = panel;

  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.focus({ preventScroll: true });
    if (word === null) return area.setSelectionRange(area.value.length, area.value.length);
    const before = textOf(words.slice(start, word));
    const from = before === '' ? 0 : before.length + 1;
    area.setSelectionRange(from, from + textOf(words.slice(word, word + 1)).length);
  }, [words, start, word]);

  const text = textOf(words.slice(start, end));
  useEffect(() => () => workspace.written.set(null), [workspace]);
  const save = () => finishCorrection(workspace, field.current?.value ?? '');
  const leave = () => goTo(workspace, word ?? start, { on_word: word !== null });
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter') save();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.correction}>
      <textarea
        ref={field}
        dir="auto"
        aria-label={calls.correction}
        aria-describedby="correction-hint"
        defaultValue={text}
        onInput={({ currentTarget: { value } }) => workspace.written.set(value === text ? null : value)}
        onKeyDown={press}
      />
      <p className="row">
        <button type="button" className="button small first" onClick={save}>
          {ui.save}
        </button>
        <button type="button" className="button small" onClick={leave}>
          {ui.cancel}
        </button>
        <span className={`${styles.hint} soft`} id="correction-hint">
          {calls.correction_hint} {sounds && calls.correction_plays}
        </span>
      </p>
    </div>
  );
};
