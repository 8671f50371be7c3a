import type { WordRange } from '../call.ts';
import { isAlike } from './alike.ts';
import { isNegation } from './negations.ts';
import type { Term } from './term.ts';

/** Terms of a call's passages, one passage behind another, each as its number in a vocabulary. */
export type SpokenTerms = {
  /** The term at each place, by its number; BREAK stands behind each passage. */
  numbers: Int32Array;
  /** Size of the vocabulary. */
  size: number;
  negations: readonly number[];
  /** Number of terms between a place and the nearest negation before it, and behind it; Infinity without one. */
  negation_before: Float64Array;
  negation_behind: Float64Array;
  /** Numbers of a term itself, where it was said, of its forms, and of what it may have been misheard as. */
  likeTo(term: string): readonly { number: number; is_same: boolean }[];
  placesOf(number: number): readonly number[];
  /** Words that hold the terms from one place to another, exclusive. */
  wordsOf(start: number, end: number): WordRange;
};

export const BREAK = 0;

export const spokenTerms = (passages: readonly (readonly Term[])[]): SpokenTerms => {
  const terms = passages.flatMap((passage): (Term | null)[] => [...passage, null]);
  const known = new Map<string, number>([['', BREAK]]);
  const numbers = Int32Array.from(terms, (term) => {
    if (!term) return BREAK;
    const number = known.get(term.term) ?? known.size;
    known.set(term.term, number);
    return number;
  });
  const vocabulary = [...known.keys()];
  const places = vocabulary.map((): number[] => []);
  for (const [place, number] of numbers.entries()) places[number]?.push(place);
  return {
    ...{ numbers, size: vocabulary.length, ...negationsBeside(terms) },
    negations: [...vocabulary.keys()].filter((number) => isNegation(vocabulary[number] as string)),
    likeTo: likenessIn(vocabulary),
    placesOf: (number) => places[number] ?? [],
    wordsOf: (start, end) => ({
      start_word: (terms[start] as Term).start_word,
      end_word: (terms[end - 1] as Term).end_word,
    }),
  };
};

const negationsBeside = (terms: readonly (Term | null)[]) => {
  const before = new Float64Array(terms.length + 1).fill(Infinity);
  const behind = new Float64Array(terms.length + 1).fill(Infinity);
  const away = (term: Term | null, distance: number) => {
    if (!term) return Infinity;
    return isNegation(term.term) ? 0 : distance + 1;
  };
  for (const [place, term] of terms.entries()) before[place + 1] = away(term, before[place] as number);
  for (let place = terms.length - 1; place >= 0; place -= 1)
    behind[place] = away(terms[place] as Term | null, behind[place + 1] as number);
  return { negation_before: before, negation_behind: behind };
};

const likenessIn = (vocabulary: readonly string[]): SpokenTerms['likeTo'] => {
  const byLetter = Map.groupBy(vocabulary.keys(), (number) => (vocabulary[number] as string).charAt(0));
  const found = new Map<string, { number: number; is_same: boolean }[]>();
  return (term) => {
    const kept = found.get(term);
    if (kept) return kept;
    const like = (byLetter.get(term.charAt(0)) ?? []).flatMap((number) => {
      const is_same = vocabulary[number] === term;
      return is_same || isAlike(term, vocabulary[number] as string) ? [{ number, is_same }] : [];
    });
    found.set(term, like);
    return like;
  };
};
