import type { Word } from '@pharos/contract/transcripts.ts';
import { termsOf } from '../../transcripts/search/tokens.ts';
import { longForm } from '../contractions.ts';
import { withNumbersAsOne } from './numbers-as-one.ts';
import { withoutRestarts } from './restarts.ts';
import type { Term } from './term.ts';

/** Sounds that stand between words and mean nothing. "Oh" is here too where it is not the zero of a number. */
const FILLERS = new Set('uh uhh uhm um umm er erm ah eh hm hmm hmmm mm mmm mhm huh oh'.split(' '));

/** A word broken off: "Kow-" before "Kowalczyk". */
const BROKEN_OFF = /\p{L}[-–—]+$/u;
const APOSTROPHE = /['’ʼ]/;

/**
 * Terms of consecutive words of one voice, as they are compared: folded, contractions in full, numbers as one term each,
 * without fillers, words broken off and restarts. `index` is a word's place in its call; `isWrittenWithout` is true of a
 * call without apostrophes.
 */
export const comparedTerms = (
  words: readonly { index: number; word: Pick<Word, 'text'> }[],
  isWrittenWithout: boolean,
): Term[] => {
  const said = words.map(({ word: { text }, index }) => ({
    text,
    index,
    terms: termsOf(text.replaceAll('&', ' and ')),
  }));
  const full = said.flatMap(({ text, index, terms }, at) => {
    const next = said[at + 1]?.terms[0] ?? '';
    if (BROKEN_OFF.test(text.trimEnd()) && next.startsWith(terms.at(-1) ?? ' ')) return [];
    const context = { hasApostrophe: APOSTROPHE.test(text), isWrittenWithout, next };
    return terms
      .flatMap((term) => longForm(term, context))
      .map((term) => ({ term, start_word: index, end_word: index + 1 }));
  });
  return withoutRestarts(withNumbersAsOne(full).filter(({ term }) => !FILLERS.has(term)));
};

/** Terms of a phrase, as `comparedTerms` makes them of what was said in a call of that writing. */
export const phraseTerms = (phrase: string, isWrittenWithout: boolean): string[] => {
  const words = phrase.split(/\s+/).map((text, index) => ({ word: { text }, index }));
  return comparedTerms(words, isWrittenWithout).map(({ term }) => term);
};
