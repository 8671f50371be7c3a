import type { SearchHit } from '@pharos/contract/search.ts';
import { useQuery } from '@tanstack/react-query';
import { useObservable } from '../api/use-observable.ts';
import { loudnessOf, pathOf } from '../calls/player/bars.ts';
import { peaksQuery } from '../calls/player/queries.ts';
import { clock } from '../texts/formats.ts';
import { useTexts } from '../texts/texts.tsx';
import { type HitPlayer, TAIL } from './hit-player.ts';
import styles from './hit-progress.module.css';
import { useHitWords } from './use-hit-words.ts';

const BARS = 56;
const [STEP, HEIGHT] = [4, 32];
/** Peaks below which a stretch of a long recording is drawn as a line: bars would be invented. */
const FEWEST_PEAKS = 24;

/** Progress of the sentence that plays, over its waveform; it seeks, too. */
export const HitProgress = ({ hit, player }: { hit: SearchHit; player: HitPlayer<SearchHit> }) => {
  const { player: texts } = useTexts().calls;
  const words = useHitWords(hit);
  const { data: peaks } = useQuery(peaksQuery(hit.call_uuid));
  const at = useObservable(player.time, (ms) => Math.round(ms / 50) * 50);
  const from = words?.spoken[0]?.start_ms ?? hit.start_ms;
  const to = Math.max((words?.end_ms ?? hit.end_ms) + TAIL, from + 1);
  const share = Math.min(Math.max((at - from) / (to - from), 0), 1);
  const stretch = peaks
    ? peaks.channels.map((channel) => {
        const place = (ms: number) => Math.round((ms / peaks.duration_ms) * channel.length);
        return channel.slice(place(from), Math.max(place(to), place(from) + 1));
      })
    : [];
  const drawn = stretch.some(({ length }) => length >= FEWEST_PEAKS);
  const loudness = drawn ? loudnessOf({ channels: stretch }, BARS) : [];
  const path = (wanted: (bar: number) => boolean) => pathOf(loudness, wanted, STEP, HEIGHT);
  return (
    <div className={styles.progress}>
      <div className={`wave ${styles.wave}`}>
        <svg viewBox={`0 0 ${BARS * STEP} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {drawn ? (
            <>
              <path className={styles.ahead} d={path((bar) => bar >= share * BARS)} />
              <path className={styles.heard} d={path((bar) => bar < share * BARS)} />
            </>
          ) : (
            <>
              <path className={styles.ahead} d={`M0 ${HEIGHT / 2}H${BARS * STEP}`} />
              <path className={styles.heard} d={`M0 ${HEIGHT / 2}H${share * BARS * STEP}`} />
            </>
          )}
        </svg>
        <input
          type="range"
          min={from}
          max={to}
          step={100}
          value={Math.min(Math.max(at, from), to)}
          aria-label={texts.position}
          aria-valuetext={texts.at(clock(at), clock(to))}
          onChange={(event) => player.seek(event.currentTarget.valueAsNumber)}
        />
      </div>
      <span className={`${styles.clock} soft figures`}>
        {clock(at)} / {clock(to)}
      </span>
    </div>
  );
};
