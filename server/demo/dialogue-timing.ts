import type { Word } from '@pharos/contract/transcripts.ts';
import { turnsOf } from './dialogue.ts';
import { between, confidenceOf, hash } from './seeded-random.ts';

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Digits and names spelled letter by letter take longer to say than to read. */
const lengthOf = (text: string, seed: string): number => {
  const ms = 120 + 38 * count(text, /\p{L}/gu) + 170 * count(text, /[\d$]/g) + 120 * count(text, /-/g);
  return Math.round((ms * between(88, 112, `length ${seed}`)) / 100);
};

const pauseAfter = (text: string, seed: string): number => {
  if (/[.?!—]["']?$/.test(text)) return between(380, 760, `pause ${seed}`);
  if (/,["']?$/.test(text)) return between(150, 320, `pause ${seed}`);
  return between(0, 40, `pause ${seed}`);
};

/** Negative where the next speaker comes in early: always over a broken-off sentence, else now and then. */
const gapAfter = (last: Word, turnMs: number, seed: string): number => {
  const interrupted = last.text.endsWith('—') || hash(`overlap ${seed}`) % 9 === 0;
  return interrupted && turnMs > 1000 ? -between(100, 400, `gap ${seed}`) : between(240, 950, `gap ${seed}`);
};

/**
 * Gives each word of a dialogue a time and a confidence, the same ones at every call.
 * `dialogue`: one line a turn, `speaker: words`. Times are whole milliseconds, at about 150 words a minute;
 * a turn may start 100 to 400 ms before the one before it ends. Throws on a line of another shape.
 */
export const speak = (dialogue: string): Word[] => {
  const words: Word[] = [];
  let at = 600;
  for (const turn of turnsOf(dialogue)) {
    const turnStart = at;
    let last: Word | undefined;
    for (const text of turn.words) {
      const seed = `${words.length} ${text}`;
      const end = at + lengthOf(text, seed);
      last = { text, start_ms: at, end_ms: end, confidence: confidenceOf(text, seed), speaker: turn.speaker };
      words.push(last);
      at = end + pauseAfter(text, seed);
    }
    if (last) at = last.end_ms + gapAfter(last, last.end_ms - turnStart, `${words.length} ${last.text}`);
  }
  return words;
};
