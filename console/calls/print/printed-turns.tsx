import { Fragment } from 'react';
import { shortName } from '../../naming/voice-name.ts';
import { clock, longClock } from '../../texts/formats.ts';
import { useTexts } from '../../texts/texts.tsx';
import { useReading } from '../call-workspace.ts';
import { VoiceMark } from '../voices/voice-mark.tsx';
import styles from './printed-turns.module.css';
import { type Run, runsOf } from './runs.ts';

const HOUR = 3_600_000;

/** Everything that was said, as plain text in the order of the page: who and when in the margin. */
export const PrintedTurns = () => {
  const { calls } = useTexts();
  const { turns, draft, voices, voice_of } = useReading();
  const names = new Map(voices.map((voice) => [voice.id, shortName(voice, voices, calls)]));
  const time = turns.some(({ start_ms }) => start_ms >= HOUR) ? longClock : clock;
  return turns.map(({ start, end, speaker, start_ms, continues }) => (
    <div key={start} className={styles.turn}>
      <p className={styles.who}>
        {!continues && (
          <span className={styles.name}>
            <VoiceMark place={voice_of.get(speaker)?.place ?? 0} />
            <bdi>{names.get(speaker)}</bdi>
          </span>
        )}{' '}
        <time>{time(start_ms)}</time>
      </p>
      <p className={styles.words} dir="auto">
        <Runs runs={runsOf(draft.words.slice(start, end))} />
      </p>
    </div>
  ));
};

const Runs = ({ runs }: { runs: Run[] }) =>
  runs.map(({ text, is_doubtful }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a run has no name but its place
    <Fragment key={index}>
      {index > 0 && ' '}
      {is_doubtful ? <span className={styles.doubtful}>{text}</span> : text}
    </Fragment>
  ));
