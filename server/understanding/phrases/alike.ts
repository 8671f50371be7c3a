import { stemOf } from '../../transcripts/search/forms.ts';
import { isNegation } from './negations.ts';

/**
 * Tells whether two terms are forms of one word, or differ as what is misheard does: they begin with the same letter, and
 * one letter is another, two in words of eight letters and more. Numbers and negations are like nothing but themselves.
 */
export const isAlike = (one: string, other: string): boolean => {
  if (one.charCodeAt(0) !== other.charCodeAt(0) || !isWord(one) || !isWord(other)) return false;
  if (stemOf(one) === stemOf(other)) return true;
  const shorter = Math.min(one.length, other.length);
  const most = shorter >= 8 ? 2 : shorter >= 5 ? 1 : 0;
  return Math.abs(one.length - other.length) <= most && lettersApart(one, other) <= most;
};

const isWord = (term: string): boolean => !/\d/.test(term) && !isNegation(term);

/** Letters to change, add and leave out between two words, at least. */
const lettersApart = (one: string, other: string): number => {
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 0; at < one.length; at += 1) {
    const row = [at + 1];
    for (let place = 0; place < other.length; place += 1) {
      const replaced = (above[place] as number) + (one[at] === other[place] ? 0 : 1);
      row.push(Math.min(replaced, (above[place + 1] as number) + 1, (row[place] as number) + 1));
    }
    above = row;
  }
  return above[other.length] as number;
};
