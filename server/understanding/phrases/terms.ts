import type { Word } from '@pharos/contract/transcripts.ts';
import { foldText } from '../../transcripts/search/fold.ts';
import { termsOf } from '../../transcripts/search/tokens.ts';
import { saidInFull } from './contractions.ts';
import { withNumbersAsOne } from './numbers-as-one.ts';
import { withoutRestarts } from './restarts.ts';
import type { Term } from './term.ts';

/** Sounds that stand between words and mean nothing. "Oh" is here too where it is not the zero of a number. */
const FILLERS = new Set('uh uhh uhm um umm er erm ah eh em hm hmm hmmm mm mmm mhm huh oh'.split(' '));

/** A word broken off: "Kow-" before "Kowalczyk". */
const BROKEN_OFF = /\p{L}[-–—]+$/u;

/**
 * Terms of consecutive words of one voice, as they are compared: folded, contractions in full, numbers as one term each,
 * without fillers, words broken off and restarts. `start_word` is the first word's index in its call.
 */
export const comparedTerms = (words: readonly { index: number; word: Pick<Word, 'text'> }[]): Term[] => {
  const said = words.flatMap(({ word: { text }, index }) => {
    const is_broken = BROKEN_OFF.test(text.trim());
    return termsIn(text).map((term) => ({ term, start_word: index, end_word: index + 1, is_broken }));
  });
  const whole = said.filter(({ term, is_broken }, at) => !is_broken || !said[at + 1]?.term.startsWith(term));
  return withoutRestarts(withNumbersAsOne(whole).filter(({ term }) => !FILLERS.has(term)));
};

const termsIn = (text: string): readonly string[] => {
  const known = kept.get(text);
  if (known) return known;
  const pieces = foldText(text).replaceAll('&', ' and ').split(/\s+/);
  const terms = pieces.flatMap((piece) => termsOf(saidInFull(piece)));
  if (kept.size >= MAX_KEPT) kept.clear();
  if (text.length <= 64) kept.set(text, terms);
  return terms;
};

/** Terms of texts already read, kept for the next time, since people use few words. */
const kept = new Map<string, readonly string[]>();
const MAX_KEPT = 20_000;

/** Terms of a phrase, as `comparedTerms` makes them of what was said. */
export const phraseTerms = (phrase: string): string[] =>
  comparedTerms(phrase.split(/\s+/).map((text, index) => ({ word: { text }, index }))).map(({ term }) => term);
