import type { SpokenCall } from '../call.ts';
import type { LabelledCall } from './labelled-call.ts';

/**
 * Verdict on one value: `right`, `wrong` where another value was labelled, `invented` where none was, and `missed`.
 * `expected`, `found` and `words` are texts for whoever looks into a mistake.
 */
export type Outcome = {
  field: string;
  verdict: 'right' | 'wrong' | 'invented' | 'missed';
  expected?: string;
  found?: string;
  /** Turn that bears out the label, and the one that bore out what was found. */
  words?: string[];
};

/** Scorer of one kind of label: runs its rules over a call and holds what they find against what is labelled. */
export type Scorer = (labelled: LabelledCall, call: SpokenCall) => Outcome[];

export type Rates = { right: number; found: number; labelled: number; precision: number; recall: number };

/** Precision and recall over outcomes. A wrong value counts as found and as missed; of nothing, each rate is 1. */
export const ratesOf = (outcomes: readonly Outcome[]): Rates => {
  const count = (...verdicts: Outcome['verdict'][]) =>
    outcomes.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const right = count('right');
  const found = count('right', 'wrong', 'invented');
  const labelled = count('right', 'wrong', 'missed');
  return { right, found, labelled, precision: found ? right / found : 1, recall: labelled ? right / labelled : 1 };
};
