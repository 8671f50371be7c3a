import type { Side, SpokenCall, WordRange } from '../call.ts';
import { lacksApostrophes } from '../contractions.ts';
import { passagesOf } from '../passages.ts';
import { type Align, type Alignment, alignerOf } from './align.ts';
import { type Costs, costsOf } from './costs.ts';
import { type SpokenTerms, spokenTerms } from './spoken-terms.ts';
import { comparedTerms, phraseTerms } from './terms.ts';
import { windowsOf } from './windows.ts';

/** Words of a call in which phrases are looked for: those of one side, and those that begin from one second to another. */
export type PhraseScope = { side?: Side; from_seconds?: number; to_seconds?: number };

/** A phrase to find. `match_percentage` is the least share of it that has to be said; more than 100 reads as 100. */
export type Phrase = { phrase: string; match_percentage: number };

/** A place where a phrase was said. `score` is the share of it that was, 0 to 100, rounded down to hundredths. */
export type PhraseMatch = WordRange & { score: number };

/** Places of a phrase, in the order of the call. Without any, `nearest` is the best place below its percentage. */
export type FoundPhrase = Phrase & { matches: PhraseMatch[]; nearest: PhraseMatch | null };

/**
 * Finds phrases in a call, word by word. The score is the share of the phrase's words that were said, in order and
 * together: a word that is missing, put in or replaced costs one word, another form of it a quarter, and a negation that
 * is dropped or put in half of the phrase. `docs/exact-phrases.md` has the rules. Takes at most the time of all
 * words of the phrases times all of the call. Without `nearest`, which costs most where a phrase was not said, it is null.
 */
export const findPhrases = (
  call: SpokenCall,
  phrases: readonly Phrase[],
  scope: PhraseScope = {},
  { nearest = true } = {},
): FoundPhrase[] => {
  const isWrittenWithout = lacksApostrophes(call);
  const passages = passagesOf(call)
    .filter(({ side }) => scope.side === undefined || side === scope.side)
    .map(({ words }) => comparedTerms(wordsIn(call, words, scope), isWrittenWithout));
  const said = spokenTerms(passages);
  const align = alignerOf(said);
  return phrases.map((phrase) => ({
    ...phrase,
    ...findTerms(phraseTerms(phrase.phrase, isWrittenWithout), phrase.match_percentage, said, align, nearest),
  }));
};

const findTerms = (
  terms: readonly string[],
  match_percentage: number,
  said: SpokenTerms,
  align: Align,
  wantsNearest: boolean,
): Omit<FoundPhrase, keyof Phrase> => {
  const costs = costsOf(terms, said);
  const { whole } = costs;
  const alignmentsUpTo = (most: number) => windowsOf(terms, said, most).flatMap((window) => align(costs, window, most));
  const least = Math.min(100, match_percentage);
  const most = Math.min(whole - 1, Math.floor(((100 - least) * whole) / 100 + ROUNDING));
  const matches = apart(alignmentsUpTo(most), said);
  if (matches.length > 0) return { matches: matches.map((place) => matchOf(place, costs, said)), nearest: null };
  if (!wantsNearest) return { matches: [], nearest: null };
  // The nearest place is rarely far: half of the phrase is looked for before any word of it.
  const near = alignmentsUpTo(whole / 2);
  const [nearest] = (near.length > 0 ? near : alignmentsUpTo(whole - 1)).sort(byMerit);
  return { matches: [], nearest: nearest ? matchOf(nearest, costs, said) : null };
};

/** Percentages such as 66.7 are no exact numbers. */
const ROUNDING = 1e-9;

const wordsIn = ({ words }: SpokenCall, indexes: readonly number[], { from_seconds, to_seconds }: PhraseScope) =>
  indexes.flatMap((index) => {
    const word = words[index];
    const isIn = word && word.start_ms >= (from_seconds ?? 0) * 1000 && word.start_ms < (to_seconds ?? Infinity) * 1000;
    return isIn ? [{ index, word }] : [];
  });

const byMerit = (a: Alignment, b: Alignment): number =>
  a.cost - b.cost || a.end - a.start - (b.end - b.start) || a.end - b.end;

/** Takes the best place, then the best of those that share no word with it, and so on; in the order of the call. */
const apart = (alignments: Alignment[], said: SpokenTerms): Alignment[] => {
  const taken = new Set<number>();
  const chosen = alignments.sort(byMerit).filter(({ start, end }) => {
    const { start_word, end_word } = said.wordsOf(start, end);
    const words = Array.from({ length: end_word - start_word }, (_, index) => start_word + index);
    if (words.some((word) => taken.has(word))) return false;
    for (const word of words) taken.add(word);
    return true;
  });
  return chosen.sort((a, b) => said.wordsOf(a.start, a.end).start_word - said.wordsOf(b.start, b.end).start_word);
};

const matchOf = ({ start, end, cost }: Alignment, { whole }: Costs, said: SpokenTerms): PhraseMatch => ({
  ...said.wordsOf(start, end),
  score: Math.floor((10_000 * (whole - cost)) / whole) / 100,
});
