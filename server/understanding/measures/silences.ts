import type { Word } from '@pharos/contract/transcripts.ts';

/** Time in which nobody speaks, in milliseconds from the start of the recording. */
export type Silence = { start_ms: number; end_ms: number };

const SHORTEST_MS = 3000;

/** Silences of at least three seconds between the first word and the last. Words may be in any order, and overlap. */
export const silencesIn = (words: readonly Word[]): Silence[] => {
  const inTime = words.toSorted((a, b) => a.start_ms - b.start_ms);
  const silences: Silence[] = [];
  let spoken_until = Infinity;
  for (const { start_ms, end_ms } of inTime) {
    if (start_ms - spoken_until >= SHORTEST_MS) silences.push({ start_ms: spoken_until, end_ms: start_ms });
    spoken_until = Math.max(spoken_until === Infinity ? 0 : spoken_until, start_ms, end_ms);
  }
  return silences;
};
