import type { Word } from '@pharos/contract/transcripts.ts';

/** Nobody says one word for longer, in milliseconds; providers let a word last through a whole recess. */
const LONGEST = 3000;
/** A word stays lit this many milliseconds after its end, so that the light does not flicker between words. */
const AFTERGLOW = 400;
/** Milliseconds of a pause that count as silence, and of those that still play at its beginning and end. */
const SILENCE = 1500;
const HEARD_BEFORE = 400;
const HEARD_AFTER = 300;

/** Words in the order of time. In a transcript they may overlap, and stand before what was said earlier. */
export type Speech = {
  /** The indexes of the words with text, in the order in which they begin. */
  order: Uint32Array;
  /** Place of each word in `order`; without a time, a place after all others. */
  place: Uint32Array;
  /** Silences, as times in milliseconds. */
  silences: Span[];
};
export type Span = { from_ms: number; to_ms: number };

/**
 * Spoken words at a moment: the index of the one to highlight, or -1; of the last that began; and how many have begun.
 */
export type SpokenWord = { word: number; last: number; begun: number };

export const endOf = ({ start_ms, end_ms }: Word): number => Math.min(Math.max(end_ms, start_ms), start_ms + LONGEST);

const read = new WeakMap<readonly Word[], Speech>();

/** The words in the order of time, sorted once for each transcript. */
export const speechOf = (words: readonly Word[]): Speech => {
  const known = read.get(words);
  if (known) return known;
  const start = (index: number) => (words[index] as Word).start_ms;
  const order = Uint32Array.from(words.keys())
    .filter((index) => (words[index] as Word).text.trim() !== '')
    .sort((a, b) => start(a) - start(b) || a - b);
  const place = new Uint32Array(words.length).fill(0xffffffff);
  for (const [at, index] of order.entries()) place[index] = at;
  const speech = { order, place, silences: silencesOf(words, order) };
  read.set(words, speech);
  return speech;
};

const silencesOf = (words: readonly Word[], order: Uint32Array): Span[] => {
  const silences: Span[] = [];
  let said_ms = 0;
  for (const index of order) {
    const word = words[index] as Word;
    if (word.start_ms - said_ms >= SILENCE) {
      silences.push({ from_ms: said_ms && said_ms + HEARD_BEFORE, to_ms: word.start_ms - HEARD_AFTER });
    }
    said_ms = Math.max(said_ms, endOf(word));
  }
  return silences;
};

/** Spoken word at a time in milliseconds: the last that began, highlighted for three seconds at most. */
export const spokenAt = (words: readonly Word[], { order }: Speech, ms: number): SpokenWord => {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[order[middle] as number] as Word).start_ms <= ms) low = middle + 1;
    else high = middle;
  }
  const last = order[low - 1];
  const word = last === undefined ? undefined : words[last];
  const lit = word && ms < Math.min(endOf(word) + AFTERGLOW, word.start_ms + LONGEST);
  return { word: lit ? (last as number) : -1, last: last ?? -1, begun: low };
};

/** Time at which speech goes on, where a time lies in a silence; else null. */
export const silenceEnd = ({ silences }: Speech, ms: number): number | null => {
  let [low, high] = [0, silences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((silences[middle] as Span).to_ms <= ms) low = middle + 1;
    else high = middle;
  }
  const silence = silences[low];
  return silence && silence.from_ms <= ms ? silence.to_ms : null;
};

/** Position to resume at after a pause, in milliseconds: a second or two earlier, to be in the sentence again. */
export const resumeAt = (at_ms: number, paused_ms: number): number =>
  Math.max(0, at_ms - (paused_ms < 1000 ? 0 : paused_ms < 60_000 ? 1000 : 2000));
