import { WORD } from './costs.ts';
import type { SpokenTerms } from './spoken-terms.ts';

/** Places from `from` to `to`, exclusive. */
export type Window = { from: number; to: number };

/**
 * Windows that hold every alignment of at most this cost. It can miss only so many terms of the phrase; so it has one of
 * any that are one more, and the rarest of them say where to look.
 */
export const windowsOf = (phrase: readonly string[], said: SpokenTerms, most: number): Window[] => {
  const missing = Math.floor(most / WORD);
  const terms = phrase.map((term, index) => {
    const lists = said.likeTo(term).map(({ number }) => said.placesOf(number));
    return { index, lists, often: lists.reduce((sum, { length }) => sum + length, 0) };
  });
  const rarest = terms.sort((a, b) => a.often - b.often).slice(0, missing + 1);
  // How far the windows that begin at a place reach, behind their place; as many terms may be put in as can be missing.
  const ends = new Int32Array(said.numbers.length);
  for (const { index, lists } of rarest) {
    const [before, behind] = [index + missing, phrase.length - index + missing];
    for (const places of lists)
      for (const place of places) {
        const from = Math.max(0, place - before);
        ends[from] = Math.max(ends[from] as number, Math.min(said.numbers.length, place + behind));
      }
  }
  return joined(ends);
};

const joined = (ends: Int32Array): Window[] => {
  const windows: Window[] = [];
  let last: Window | undefined;
  for (let from = 0; from < ends.length; from += 1) {
    const to = ends[from] as number;
    if (to === 0) continue;
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else {
      last = { from, to };
      windows.push(last);
    }
  }
  return windows;
};
