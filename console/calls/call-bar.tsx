import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { useObservable } from '../api/use-observable.ts';
import { useTexts } from '../texts/texts.tsx';
import { isComposing } from '../ui/is-composing.ts';
import styles from './call-bar.module.css';
import { useReading, useWorkspace } from './call-workspace.ts';
import { goTo } from './cursor.ts';
import { ExportDialog } from './exports/export-dialog.tsx';
import { barHeight } from './publish-height.ts';
import { MergedNotice } from './saving/merged-notice.tsx';
import { SaveState } from './saving/save-state.tsx';
import { findInWords } from './words/find.ts';

type Props = { call_uuid: string; find: RefObject<HTMLInputElement | null>; keys(): void };

/** Stays at the top while one reads: finding, undoing, and whether everything is saved. */
export const CallBar = ({ call_uuid, find, keys }: Props) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const has_words = useReading().draft.source !== null;
  const can_undo = useObservable(workspace.store, ({ past }) => past.length > 0);
  const can_redo = useObservable(workspace.store, ({ future }) => future.length > 0);
  // What is being written stands among words that would be others.
  const writes = useObservable(workspace.written, (written) => written !== null);
  return (
    <div className={styles.bar} ref={barHeight} role="toolbar" aria-label={calls.tools}>
      <Find field={find} />
      <MergedNotice />
      <SaveState />
      {workspace.may_write && (
        <>
          <button type="button" className="button small" disabled={writes || !can_undo} onClick={workspace.store.undo}>
            {calls.undo}
          </button>
          <button type="button" className="button small" disabled={writes || !can_redo} onClick={workspace.store.redo}>
            {calls.redo}
          </button>
        </>
      )}
      {has_words && <ExportDialog call_uuid={call_uuid} />}
      <button type="button" className={`${styles.keys} button small plain`} onClick={keys}>
        <span className="key" aria-hidden="true">
          ?
        </span>{' '}
        {calls.shortcuts}
      </button>
    </div>
  );
};

const Find = ({ field }: { field: RefObject<HTMLInputElement | null> }) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const [text, setText] = useState('');
  const { ranges, at } = useObservable(workspace.found, (found) => found);
  const { words } = useReading().draft;
  // Words that are corrected meanwhile are looked through anew.
  useEffect(() => {
    const ranges = findInWords(words, text);
    const { at } = workspace.found.get();
    workspace.found.set({ ranges, at: Math.max(Math.min(at, ranges.length - 1), 0) });
  }, [workspace, words, text]);
  const look = (typed: string) => {
    setText(typed);
    workspace.found.set({ ranges: [], at: 0 });
    const [first] = findInWords(words, typed);
    if (first) workspace.show(first.start);
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      look('');
      const range = ranges[at];
      if (range) goTo(workspace, range.start, { on_word: true });
      else field.current?.blur();
    } else if (event.key === 'Enter' && ranges.length > 0) {
      const next = (at + (event.shiftKey ? -1 : 1) + ranges.length) % ranges.length;
      workspace.found.set({ ranges, at: next });
      workspace.show((ranges[next] as { start: number }).start);
    }
  };
  return (
    <div className={styles.find}>
      <input
        ref={field}
        type="search"
        dir="auto"
        className={`input ${styles.field}`}
        aria-label={calls.find}
        placeholder={calls.find}
        value={text}
        onChange={(event) => look(event.target.value)}
        onKeyDown={press}
      />
      <span role="status" className="soft figures">
        {text.trim() !== '' && calls.found(at + 1, ranges.length)}
      </span>
    </div>
  );
};
