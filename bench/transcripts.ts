import type { Transcript, Word } from '@pharos/contract/transcripts.ts';
import { vocabulary } from './vocabulary.ts';

/** People say about this many words in an hour. */
export const WORDS_PER_HOUR = 9_000;

/** A call of two speakers with varied times and confidences of 4 to 8 digits. The same seed gives the same call. */
export const makeTranscript = (words: number, seed: number): Transcript => {
  const random = randomFrom(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  let [now, left, speaker] = [between(200, 3_000), 0, 'S1'];
  const said = Array.from({ length: words }, (): Word => {
    if (left === 0) {
      left = between(3, 40);
      speaker = speaker === 'S1' ? 'S2' : 'S1';
      now += between(150, 1_200);
    }
    left--;
    const text = vocabulary[between(0, vocabulary.length - 1)] as string;
    const start_ms = now + between(0, 90);
    const end_ms = start_ms + 60 + text.length * between(25, 60);
    now = end_ms;
    const confidence = Number((1 - random() ** 3 * 0.7).toFixed(between(4, 8)));
    return { text, start_ms, end_ms, confidence, speaker };
  });
  return { source: 'deepgram', words: said };
};

/** Numbers from 0 to 1 that look random and are the same in each run (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};
