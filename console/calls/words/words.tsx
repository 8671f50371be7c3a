import type { Word } from '@pharos/contract/transcripts.ts';
import { memo, useLayoutEffect, useRef } from 'react';
import { useObservable } from '../../api/use-observable.ts';
import { useTexts } from '../../texts/texts.tsx';
import { isDoubtful, type Turn } from '../../transcript/turns.ts';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { paint } from '../player/highlight-word.ts';
import styles from './words.module.css';

/** Marks that turn the direction of whatever follows them, up to the end of its line. */
const TURNS_ROUND = /[\u202a-\u202e\u2066-\u2069]/;

/** The words of a turn: the doubtful ones dotted, the spoken one lit, the found and the selected ones marked. */
export const Words = memo(({ turn }: { turn: Turn }) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const { draft } = useReading();
  const words = draft.words.slice(turn.start, turn.end);
  const text = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const light = () => text.current && paint(draft.words, turn, text.current, workspace.spoken.get());
    light();
    return workspace.spoken.subscribe(light);
  }, [workspace, draft.words, turn]);
  // As text, so that a turn is drawn again only when what is marked in it has changed.
  const picked = useObservable(workspace.cursor, (cursor) => {
    if (!cursor?.on_word) return '';
    const [from, to] = [cursor.anchor ?? cursor.word, cursor.word].sort((a, b) => a - b) as [number, number];
    return to < turn.start || from >= turn.end ? '' : `${from}-${to}`;
  });
  const found = useObservable(workspace.found, ({ ranges, at }) =>
    ranges
      .map(({ start, end, kind }, index) =>
        start < turn.end && end > turn.start ? `${start}-${end - 1}-${index === at}-${kind ?? ''}` : '',
      )
      .filter((range) => range !== '')
      .join(' '),
  );
  const cited = useObservable(workspace.cited, (range) =>
    range && range.start < turn.end && range.end > turn.start ? `${range.start}-${range.end - 1}` : '',
  );
  const [citedFrom, citedTo] = cited.split('-').map(Number);
  const [pickedFrom, pickedTo] = picked.split('-').map(Number);
  const hits = found.split(' ').map((range) => range.split('-'));
  const classOf = (word: Word, index: number) => {
    const hit = found !== '' && hits.find(([from, to]) => index >= Number(from) && index <= Number(to));
    return [
      isDoubtful(word) && styles.doubtful,
      TURNS_ROUND.test(word.text) && styles.apart,
      picked !== '' && index >= (pickedFrom as number) && index <= (pickedTo as number) && styles.picked,
      cited !== '' && index >= (citedFrom as number) && index <= (citedTo as number) && styles.cited,
      hit && styles.found,
      hit && hit[2] === 'true' && styles.at,
      hit && hit[3] !== '' && styles.reached,
    ]
      .filter(Boolean)
      .join(' ');
  };
  const silent = words.every(({ text }) => text.trim() === '');
  return (
    <p className={styles.words} ref={text} dir="auto">
      {silent && <span className="soft">{calls.no_words}</span>}
      {words.map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word has no name but its place
        <span key={index}>
          <span data-word={turn.start + index} className={classOf(word, turn.start + index) || undefined}>
            {word.text.trim()}
          </span>{' '}
        </span>
      ))}
    </p>
  );
});
