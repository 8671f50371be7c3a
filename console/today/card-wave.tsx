import type { CallOpening } from '@pharos/contract/call-readings.ts';
import { useQuery } from '@tanstack/react-query';
import { loudnessOf } from '../calls/player/bars.ts';
import { peaksQuery } from '../calls/player/queries.ts';
import styles from './card-wave.module.css';

const BARS = 40;
const STEP = 3;
const HEIGHT = 28;

type Props = { call_uuid: string; sides: CallOpening['sides'] | null };

/** Small waveform of a call: ours above the line, theirs below it, both ways where nobody has said whose voice it is. */
export const CardWave = ({ call_uuid, sides }: Props) => {
  const { data: peaks } = useQuery(peaksQuery(call_uuid));
  if (!peaks) return null;
  const loudness = loudnessOf(peaks, BARS);
  const bar_ms = peaks.duration_ms / BARS;
  const path = (wanted: 'ours' | 'theirs' | null) =>
    loudness
      .map((level, bar) => {
        const side = sides?.parts[Math.floor(((bar + 0.5) * bar_ms) / sides.part_ms)] ?? null;
        if (side !== wanted) return '';
        const [x, middle, length] = [bar * STEP + STEP / 2, HEIGHT / 2, Math.max(level * (HEIGHT / 2 - 1), 0.75)];
        const [from, to] = [side === 'theirs' ? middle : middle - length, side === 'ours' ? middle : middle + length];
        return `M${x} ${from.toFixed(1)}V${to.toFixed(1)}`;
      })
      .join('');
  return (
    <svg className={styles.wave} viewBox={`0 0 ${BARS * STEP} ${HEIGHT}`} aria-hidden="true">
      <path className={styles.nobody} d={path(null)} />
      <path className="voice-0" d={path('ours')} />
      <path className="voice-1" d={path('theirs')} />
    </svg>
  );
};
