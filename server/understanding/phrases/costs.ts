import { isNegation } from './negations.ts';
import { BREAK, type SpokenTerms } from './spoken-terms.ts';

/** Cost of a word, in quarters: a word that is missing, put in or replaced costs one whole word. */
export const WORD = 4;
/** Cost of another form of a word, or of one slightly misheard. */
export const ALIKE = 1;

/** Costs of comparing a phrase with what was said. Terms of the call are told by their numbers. */
export type Costs = {
  /** Cost of the phrase itself. */
  whole: number;
  /** Cost of a negation that is dropped or put in: half of the phrase, so that its opposite is never found above 50 %. */
  negation: number;
  dropping: readonly number[];
  putting_in: Float64Array;
  /** Costs of each term of the phrase where another was said. */
  replacing: readonly Float64Array[];
};

export const costsOf = (phrase: readonly string[], said: SpokenTerms): Costs => {
  const whole = WORD * phrase.length;
  const negation = Math.max(WORD, whole / 2);
  const costs = (ofWord: number, ofNegation: number) => {
    const row = new Float64Array(said.size).fill(ofWord);
    for (const number of said.negations) row[number] = ofNegation;
    row[BREAK] = Infinity;
    return row;
  };
  const replacing = (term: string) => {
    const row = isNegation(term) ? costs(negation, WORD) : costs(WORD, negation);
    for (const { number, is_same } of said.likeTo(term)) row[number] = is_same ? 0 : ALIKE;
    return row;
  };
  return {
    whole,
    negation,
    dropping: phrase.map((term) => (isNegation(term) ? negation : WORD)),
    putting_in: costs(WORD, negation),
    replacing: phrase.map(replacing),
  };
};
