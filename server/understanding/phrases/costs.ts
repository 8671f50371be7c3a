import { isAlike } from './alike.ts';
import { isNegation } from './negations.ts';

/** Cost of a word, in quarters: a word that is missing, put in or replaced costs one whole word. */
const WORD = 4;
/** Cost of another form of a word, or of one slightly misheard. */
export const ALIKE = 1;

/** Costs of comparing a phrase with what was said, `whole` being that of the phrase itself. */
export type Costs = {
  whole: number;
  /** Cost of a negation that is dropped or put in: half of the phrase, so that its opposite is never found above 50 %. */
  negation: number;
  dropping(term: string): number;
  replacing(term: string, said: string): number;
};

export const costsOf = (terms: number): Costs => {
  const whole = WORD * terms;
  const negation = Math.max(WORD, whole / 2);
  const dropping = (term: string) => (isNegation(term) ? negation : WORD);
  return {
    whole,
    negation,
    dropping,
    replacing: (term, said) => {
      if (term === said) return 0;
      if (isNegation(term) && isNegation(said)) return WORD;
      return isAlike(term, said) ? ALIKE : Math.max(dropping(term), dropping(said));
    },
  };
};
