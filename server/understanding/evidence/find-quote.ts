import type { SpokenCall, SpokenTurn, WordRange } from '../call.ts';
import { lacksApostrophes } from '../contractions.ts';
import type { Term } from '../phrases/term.ts';
import { comparedTerms, phraseTerms } from '../phrases/terms.ts';

/** Terms of a turn, each with the words that hold it. */
export const termsOfTurn = (call: SpokenCall, turn: SpokenTurn): readonly Term[] => {
  const known = kept.get(turn);
  if (known) return known;
  const words = turn.words.map((word, offset) => ({ word, index: turn.start_word + offset }));
  const terms = comparedTerms(words, lacksApostrophes(call));
  kept.set(turn, terms);
  return terms;
};

const kept = new WeakMap<SpokenTurn, readonly Term[]>();

/** Quote that a call holds: the turn, the place of its words, and its terms. */
export type FoundQuote = { turn: SpokenTurn; range: WordRange; terms: readonly Term[] };

/**
 * Finds the turn that holds a quote word for word, the first if several do; null where none does. Case, punctuation and
 * fillers do not count, and a number may be written or said. A quote of one or two words has to be all that a turn says.
 */
export const findQuote = (call: SpokenCall, quote: string): FoundQuote | null => {
  const wanted = phraseTerms(quote, lacksApostrophes(call));
  if (wanted.length === 0) return null;
  for (const turn of call.turns) {
    const terms = termsOfTurn(call, turn);
    if (wanted.length < SHORTEST && terms.length !== wanted.length) continue;
    const at = terms.findIndex((_, start) => wanted.every((term, offset) => terms[start + offset]?.term === term));
    const found = at < 0 ? [] : terms.slice(at, at + wanted.length);
    const [first, last] = [found[0], found.at(-1)];
    if (first && last) return { turn, range: { start_word: first.start_word, end_word: last.end_word }, terms: found };
  }
  return null;
};

/** Terms of a quote that may be a part of a turn: fewer could stand anywhere. */
const SHORTEST = 3;
