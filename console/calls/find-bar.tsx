import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { useObservable } from '../api/use-observable.ts';
import { useTexts } from '../texts/texts.tsx';
import { isComposing } from '../ui/is-composing.ts';
import styles from './call-bar.module.css';
import { useReading, useWorkspace } from './call-workspace.ts';
import { goTo } from './cursor.ts';
import { findInWords, type Range } from './words/find.ts';
import { together, useReached } from './words/reached.ts';

type Props = { call_uuid: string; field: RefObject<HTMLInputElement | null> };

/** Field that finds in a call: letters at once, and as the search does what was said another way. */
export const FindBar = ({ call_uuid, field }: Props) => {
  const { calls, search } = useTexts();
  const workspace = useWorkspace();
  const [text, setText] = useState('');
  const { ranges, at } = useObservable(workspace.found, (found) => found);
  const { words } = useReading().draft;
  // The server knows the words that are saved; those that are not yet are found by their letters.
  const saved = useObservable(workspace.store, ({ saved, call }) => (saved.words === words ? call.updated_at : ''));
  const reached = useReached(call_uuid, saved, saved === '' ? '' : text);
  // Words that are corrected meanwhile are looked through anew.
  useEffect(() => {
    const ranges = together(findInWords(words, text), reached);
    const before = workspace.found.get();
    const current = before.ranges[before.at];
    const same = ranges.findIndex((range) => current && isSame(range, current));
    workspace.found.set({ ranges, at: same >= 0 ? same : Math.max(Math.min(before.at, ranges.length - 1), 0) });
    if (before.ranges.length === 0 && ranges[0] && ranges[0].kind) workspace.show(ranges[0].start);
  }, [workspace, words, text, reached]);
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
      workspace.show((ranges[next] as Range).start);
    }
  };
  const kind = ranges[at]?.kind;
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
        {text.trim() !== '' && kind && kind !== 'exact' && ` · ${search.kinds[kind]}`}
      </span>
    </div>
  );
};

const isSame = (one: Range, other: Range) => one.start === other.start && one.end === other.end;
