import type { Side, SpokenCall, WordRange } from '../call.ts';
import { type Alignments, align } from './align.ts';
import { passagesOf } from './passages.ts';
import { type SpokenTerms, spokenTerms } from './spoken-terms.ts';
import { comparedTerms, phraseTerms } from './terms.ts';

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
 * is dropped or put in half of the phrase. `docs/exact-phrases.md` has the rules. Takes time by the words of all phrases
 * times those of the call.
 */
export const findPhrases = (call: SpokenCall, phrases: readonly Phrase[], scope: PhraseScope = {}): FoundPhrase[] => {
  const passages = passagesOf(call)
    .filter(({ side }) => scope.side === undefined || side === scope.side)
    .map(({ words }) => comparedTerms(wordsIn(call, words, scope)));
  const said = spokenTerms(passages);
  return phrases.map((phrase) => {
    const terms = phraseTerms(phrase.phrase);
    if (terms.length === 0) return { ...phrase, matches: [], nearest: null };
    return { ...phrase, ...chosen(align(terms, said), said, phrase.match_percentage) };
  });
};

const wordsIn = ({ words }: SpokenCall, indexes: readonly number[], { from_seconds, to_seconds }: PhraseScope) =>
  indexes.flatMap((index) => {
    const word = words[index];
    const isIn = word && word.start_ms >= (from_seconds ?? 0) * 1000 && word.start_ms < (to_seconds ?? Infinity) * 1000;
    return isIn ? [{ index, word }] : [];
  });

/** Takes the best place, then the best of those that share no word with it, and so on. */
const chosen = ({ whole, ends, costs, starts }: Alignments, said: SpokenTerms, match_percentage: number) => {
  const cost = (end: number) => costs[end] as number;
  const length = (end: number) => end - (starts[end] as number);
  const better = (a: number, b: number) => cost(a) - cost(b) || length(a) - length(b) || a - b;
  const matchOf = (end: number): PhraseMatch => ({
    ...said.wordsOf(starts[end] as number, end),
    score: Math.floor((10_000 * (whole - cost(end))) / whole) / 100,
  });
  const least = Math.min(100, match_percentage);
  const taken = new Set<number>();
  const matches: PhraseMatch[] = [];
  for (const end of ends.filter((end) => 100 * (whole - cost(end)) >= least * whole).sort(better)) {
    const match = matchOf(end);
    const words = Array.from({ length: match.end_word - match.start_word }, (_, index) => match.start_word + index);
    if (words.some((word) => taken.has(word))) continue;
    for (const word of words) taken.add(word);
    matches.push(match);
  }
  if (matches.length > 0) return { matches: matches.sort((a, b) => a.start_word - b.start_word), nearest: null };
  const nearest = ends.reduce<number | null>(
    (best, end) => (best === null || better(end, best) < 0 ? end : best),
    null,
  );
  return { matches, nearest: nearest === null ? null : matchOf(nearest) };
};
