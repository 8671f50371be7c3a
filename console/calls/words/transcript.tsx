import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useObservable } from '../../api/use-observable.ts';
import { useTexts } from '../../texts/texts.tsx';
import { isDoubtful, turnOfWord } from '../../transcript/turns.ts';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { NoWords } from '../lazy-panels.tsx';
import { useFollow } from '../player/follow.tsx';
import { Nothing } from './nothing.tsx';
import { useScrollAnchor } from './scroll-anchor.ts';
import styles from './transcript.module.css';
import { TurnView } from './turn.tsx';
import { useWordClicks } from './word-clicks.ts';

/** Pixels: what a turn is taken for until it has been measured. */
const LINE = 30;
const GAP = 30;
const CHARACTER = 8.6;
const WIDEST = 656;
const BAR = 136;
/** Height of the bar below the transcript while a speaker is split, in pixels. */
const BELOW = 168;

/** The words of a call, turn by turn. Only the turns near the window are in the page. */
export const Transcript = () => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const { turns, draft } = useReading();
  const cursor = useObservable(workspace.cursor, (cursor) => cursor?.word ?? 0);
  const feed = useRef<HTMLDivElement>(null);
  const splits = useObservable(workspace.split, (split) => split !== null);
  const [margin, setMargin] = useState(0);
  const wanted = useRef<number | null>(null);

  const estimateSize = (index: number) => {
    const turn = turns[index];
    if (!turn) return LINE;
    const width = Math.min(feed.current?.clientWidth ?? WIDEST, WIDEST);
    return Math.ceil((turn.characters * CHARACTER) / width) * LINE + GAP;
  };
  const virtual = useWindowVirtualizer({
    count: turns.length,
    estimateSize,
    overscan: 8,
    scrollMargin: margin,
    scrollPaddingStart: BAR,
    scrollPaddingEnd: splits ? BELOW : 0,
    getItemKey: (index) => turns[index]?.start ?? index,
  });

  // What stands above the words may grow and shrink: their place in the page is asked for anew each time.
  useLayoutEffect(() => {
    const top = (feed.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    if (Math.abs(top - margin) > 1) setMargin(top);
  });

  useLayoutEffect(() => {
    workspace.show = (word, { focus = false, centred = false } = {}) => {
      const index = turnOfWord(workspace.reading().turns, word);
      if (index < 0) return;
      if (focus) wanted.current = index;
      const { range } = virtual;
      const near = range !== null && index >= range.startIndex - 1 && index <= range.endIndex + 1;
      virtual.scrollToIndex(index, { align: near && !centred ? 'auto' : 'center' });
      if (focus) focusTurn();
    };
  });

  // A turn that was far away is in the page only after the scrolling, and gets the focus then.
  const focusTurn = () => {
    const turn = feed.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (!turn) return;
    wanted.current = null;
    turn.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (wanted.current !== null) focusTurn();
  });
  const current = turnOfWord(turns, cursor);
  useScrollAnchor(virtual, current);
  useWordClicks(feed, turns.length > 0);
  useFollow(feed);
  const sounding = useObservable(workspace.sound, ({ there }) => there);

  if (draft.source === null) return <NoWords />;
  if (turns.length === 0) return <Nothing text={calls.empty_transcript} />;
  return (
    <>
      <WordAtCursor />
      <div
        ref={feed}
        role="feed"
        aria-label={calls.transcript}
        className={`${styles.transcript} ${sounding ? styles.sounding : ''}`}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const turn = turns[index];
          if (!turn) return null;
          return (
            <TurnView
              key={key}
              ref={virtual.measureElement}
              turn={turn}
              index={index}
              count={turns.length}
              top={start - margin}
              current={index === current}
            />
          );
        })}
      </div>
    </>
  );
};

/** Announces the word at the cursor to screen readers. */
const WordAtCursor = () => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const { draft } = useReading();
  const at = useObservable(workspace.cursor, (cursor) => (cursor?.on_word ? cursor.word : -1));
  const word = draft.words[at];
  return (
    <span className="unseen" aria-live="polite">
      {word && (isDoubtful(word) ? calls.word_to_check(word.text) : word.text)}
    </span>
  );
};
