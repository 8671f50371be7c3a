import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, memo, type Ref } from 'react';
import { useObservable } from '../../api/use-observable.ts';
import { shortName } from '../../naming/voice-name.ts';
import { clock } from '../../texts/formats.ts';
import { useTexts } from '../../texts/texts.tsx';
import type { Turn } from '../../transcript/turns.ts';
import { useReading, useWorkspace } from '../call-workspace.ts';
import { SplitQuestion, useNextPlace } from '../voices/split-question.tsx';
import { VoiceMark } from '../voices/voice-mark.tsx';
import { WhoIsThis } from '../voices/who-is-this.tsx';
import { WhoSaysThis } from '../voices/who-says-this.tsx';
import { Correction } from './correction.tsx';
import { FixEverywhere } from './fix-everywhere.tsx';
import styles from './turn.module.css';
import { TurnTools } from './turn-tools.tsx';
import { Words } from './words.tsx';

type Props = {
  ref: Ref<HTMLElement>;
  turn: Turn;
  index: number;
  count: number;
  /** Pixels from the top of the transcript. */
  top: number;
  /** True at the reader's place, where the Tab key comes. */
  current: boolean;
};

/** Turn of one speaker, with name and time in the margin and its question below. */
export const TurnView = memo(({ ref, turn, index, count, top, current }: Props) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const { voice_of, voices } = useReading();
  const here = useObservable(workspace.cursor, (cursor) => cursor !== null && current);
  const panel = useObservable(workspace.panel, (panel) => {
    const word = panel && ('word' in panel && panel.kind !== 'correct' ? panel.word : panel.start);
    return word !== null && word >= turn.start && word < turn.end ? panel : null;
  });
  const split = useObservable(workspace.split, (split) => {
    if (split === null) return null;
    return split.id !== turn.speaker ? 'other' : split.second.has(turn.start) ? 'second' : 'first';
  });
  const next_place = useNextPlace();
  const voice = voice_of.get(turn.speaker);
  if (!voice) return null;
  const asks =
    workspace.may_write && split === null && voice.name === null && (here || voice.first_word === turn.start);
  const second = split === 'second';
  const name = second ? calls.split.second : shortName(voice, voices, calls);
  const label = `turn-${turn.start}`;
  return (
    <article
      ref={ref}
      data-index={index}
      className={`${styles.turn} ${here ? styles.here : ''} ${asks ? styles.asks : ''} ${split === 'other' ? styles.other : ''}`}
      style={{ transform: `translateY(${top}px)` }}
      aria-labelledby={label}
      aria-posinset={index + 1}
      aria-setsize={count}
      tabIndex={current ? 0 : -1}
      onFocus={(event) => {
        const at = workspace.cursor.get()?.word ?? -1;
        if (event.target !== event.currentTarget || (at >= turn.start && at < turn.end)) return;
        workspace.cursor.set({ word: turn.start, anchor: null, on_word: false });
      }}
    >
      <p className={styles.who} id={label}>
        <span className={turn.continues && !second ? 'unseen' : styles.name}>
          <VoiceMark place={second ? next_place : voice.place} />
          {name}
        </span>{' '}
        <Time ms={turn.start_ms} />
      </p>
      <div>
        {panel?.kind === 'correct' ? <Correction panel={panel} /> : <Words turn={turn} />}
        {panel?.kind === 'reassign' && <WhoSaysThis panel={panel} />}
        {panel?.kind === 'fix' && <FixEverywhere panel={panel} />}
        {(second || split === 'first') && <SplitQuestion voice={voice} turn={turn} second={second} here={here} />}
        {asks && panel?.kind !== 'reassign' && (
          <WhoIsThis voice={voice} word={turn.start} here={here} typing={panel?.kind === 'name'} />
        )}
      </div>
      {here && workspace.may_write && split === null && <TurnTools />}
    </article>
  );
});

const Time = ({ ms }: { ms: number }) => {
  const { calls } = useTexts();
  const workspace = useWorkspace();
  const router = useRouter();
  const seconds = ms / 1000;
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    workspace.sound.hear(ms);
    router.history.replace(`${location.pathname}#t=${seconds}`);
  };
  return (
    <a
      className={styles.time}
      href={`#t=${seconds}`}
      aria-label={calls.from_time(clock(ms))}
      onClick={go}
      tabIndex={-1}
    >
      <time>{clock(ms)}</time>
    </a>
  );
};
