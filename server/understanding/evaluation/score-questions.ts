import type { SpokenCall, WordRange } from '../call.ts';
import type { Outcome, Scorer } from './outcome.ts';
import { placesOf, touches, turnsAt } from './places.ts';

type Question = { q: string; quotes: string[] };

/** Quotes among which the right place has to be. */
const FIRST = 3;

/** Scores answers: `said` has the share of questions whose place is among the first quotes, `not_said` of the others. */
export const scoreQuestions =
  (answer: (call: SpokenCall, question: string) => WordRange[]): Scorer =>
  (labelled, call) =>
    (labelled.labels.questions as Question[]).map(({ q, quotes }): Outcome => {
      const found = answer(call, q).slice(0, FIRST);
      const words = turnsAt(labelled, [...placesOf(labelled, ...quotes).slice(0, 1), ...found]);
      if (quotes.length === 0)
        return { field: 'questions.not_said', verdict: found.length === 0 ? 'right' : 'wrong', expected: q, words };
      const verdict = touches(placesOf(labelled, ...quotes), found) ? 'right' : found.length > 0 ? 'wrong' : 'missed';
      return { field: 'questions.said', verdict, expected: q, words };
    });
