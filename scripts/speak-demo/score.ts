import type { Word } from '@pharos/contract/transcripts.ts';
import { between, confidenceOf } from '../../server/demo/seeded-random.ts';
import type { Utterance } from './utter.ts';

/** Sounds of a recording, with the ms at which each begins, and the words that are heard in it. */
export type Score = { parts: { speaker: string; samples: Int16Array; at_ms: number }[]; words: Word[] };

const isBrokenOff = (word: Word): boolean => word.text.endsWith('—');

/** Pause between the last word and the next sentence, in ms: under 0 where another speaker cuts in. */
const gap = (last: Word, next: Utterance, seed: string): number => {
  if (next.speaker === last.speaker) return between(200, 440, `breath ${seed}`);
  // A word is never over before it has begun: the next speaker comes in during its second half.
  if (isBrokenOff(last)) return -Math.min(between(120, 260, `cut ${seed}`), (last.end_ms - last.start_ms) / 2);
  return between(200, 540, `answer ${seed}`);
};

/** Milliseconds of the open line before the first word, and the least after the last one. */
const LEAD = 600;
const TAIL = 300;

/** Sets the sentences one after the other, as people talk: with breaths, answers, and a cut-in after "—". */
export const arrange = (utterances: Utterance[]): Score => {
  const score = arrangeFrom(LEAD, utterances);
  // A recording ends on the whole second after its last word, which may be too soon.
  const tail = 1000 - ((score.words.at(-1)?.end_ms ?? 0) % 1000);
  return tail < TAIL ? arrangeFrom(LEAD + TAIL, utterances) : score;
};

const arrangeFrom = (lead: number, utterances: Utterance[]): Score => {
  const score: Score = { parts: [], words: [] };
  for (const utterance of utterances) {
    const { speaker, words, samples, starts, ends } = utterance;
    const last = score.words.at(-1);
    const first = last ? Math.round(last.end_ms + gap(last, utterance, `${score.words.length} ${words[0]}`)) : lead;
    const at_ms = first - (starts[0] ?? 0);
    score.parts.push({ speaker, samples, at_ms });
    for (const [at, text] of words.entries()) {
      const confidence = confidenceOf(text, `${score.words.length} ${text}`);
      const [start_ms, end_ms] = [at_ms + (starts[at] ?? 0), at_ms + (ends[at] ?? 0)];
      score.words.push({ text, start_ms, end_ms, confidence, speaker });
    }
  }
  return score;
};
