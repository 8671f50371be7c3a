import type { Term } from './term.ts';

/** Terms that may be said again at once when a speaker starts anew: "we can, we can be there". */
const LONGEST_RESTART = 3;

/** Drops terms that the speaker said again at once, and keeps them where they were said last. */
export const withoutRestarts = (said: readonly Term[]): Term[] => {
  const kept: Term[] = [];
  for (const term of said) {
    kept.push(term);
    for (let length = LONGEST_RESTART; length >= 1; length -= 1)
      if (isSaidTwice(kept, length)) kept.splice(kept.length - 2 * length, length);
  }
  return kept;
};

const isSaidTwice = (terms: readonly Term[], length: number): boolean => {
  const from = terms.length - 2 * length;
  if (from < 0) return false;
  for (let at = from; at < from + length; at += 1) if (terms[at]?.term !== terms[at + length]?.term) return false;
  return true;
};
