import { stemOf } from '../../transcripts/search/forms.ts';
import { lettersApart } from '../letters-apart.ts';
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
