import type { Peaks } from '@pharos/contract/recordings.ts';
import type { Word } from '@pharos/contract/transcripts.ts';
import { speakerOf } from '../../transcript/turns.ts';
import type { Voice } from '../../transcript/voices.ts';
import { endOf } from './speech.ts';

/** Loudness of each bar, 0 to 1: the mean of its peaks in the loudest channel, relative to the loudest bar. */
export const loudnessOf = ({ channels }: Pick<Peaks, 'channels'>, bars: number): number[] => {
  const buckets = Math.max(...channels.map((channel) => channel.length), 0);
  const loud = Array.from({ length: bars }, (_, bar) => {
    const [from, to] = [Math.floor((bar * buckets) / bars), Math.ceil(((bar + 1) * buckets) / bars)];
    return channels.reduce((most, channel) => Math.max(most, mean(channel.slice(from, to))), 0);
  });
  const loudest = Math.max(...loud, 0);
  // Bent a little, as ears have it: a quiet voice is not a tenth of a loud one.
  return loud.map((level) => (loudest === 0 ? 0 : (level / loudest) ** 0.75));
};

const mean = (levels: readonly number[]) => levels.reduce((sum, level) => sum + level, 0) / Math.max(levels.length, 1);

/** Place of the speaker who says most in each bar; -1 for silence. */
export const placesOf = (
  words: readonly Word[],
  voice_of: ReadonlyMap<string | null, Voice>,
  duration_ms: number,
  bars: number,
): number[] => {
  const said = Array.from({ length: bars }, () => new Map<number, number>());
  const width = duration_ms / bars;
  if (!(width > 0)) return said.map(() => -1);
  for (const word of words) {
    const place = voice_of.get(speakerOf(word))?.place;
    if (place === undefined) continue;
    const [from, to] = [word.start_ms, Math.max(endOf(word), word.start_ms + 1)];
    for (let bar = Math.floor(from / width); bar < Math.min(to / width, bars); bar++) {
      const share = Math.min(to, (bar + 1) * width) - Math.max(from, bar * width);
      const heard = said[bar];
      heard?.set(place, (heard.get(place) ?? 0) + share);
    }
  }
  return said.map((heard) => [...heard].reduce((most, one) => (one[1] > most[1] ? one : most), [-1, 0])[0] as number);
};

/** Lanes that voices are drawn in: one for each of four; of more, three have their own and the others share one. */
const LANES = 4;

/** Number of lanes for so many voices, at least one. */
export const lanesOf = (voices: number): number => Math.min(Math.max(voices, 1), LANES);

/** Lane of a voice, by its number among the voices. */
export const laneOf = (index: number): number => Math.min(index, LANES - 1);

/** Bars in which some of these words begin. */
export const barsOf = (words: readonly Word[], duration_ms: number, bars: number): Set<number> =>
  new Set(
    words.map(({ start_ms }) => Math.floor((start_ms / duration_ms) * bars)).filter((bar) => bar >= 0 && bar < bars),
  );

/** Upright lines at their bars, as an SVG path: `step` wide each, around the middle of a height that begins at `top`. */
export const pathOf = (
  loudness: readonly number[],
  wanted: (bar: number) => boolean,
  step: number,
  height: number,
  top = 0,
) =>
  loudness
    .map((level, bar) => {
      if (!wanted(bar)) return '';
      const half = Math.max(level * (height / 2 - 2), 0.75);
      const middle = top + height / 2;
      return `M${bar * step + step / 2} ${(middle - half).toFixed(1)}V${(middle + half).toFixed(1)}`;
    })
    .join('');
