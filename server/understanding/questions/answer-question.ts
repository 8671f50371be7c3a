import type { SpokenCall, WordRange } from '../call.ts';
import { type Passage, passagesOf } from './passages.ts';
import { type Question, readQuestion } from './question.ts';
import { coverageOf, featuresOf } from './rank.ts';

/** Answers, at most. */
const MOST = 10;
/** Share of a question's weight that a place and its neighbors have to bear. */
const ENOUGH = 0.3;

/**
 * Finds the places of a call that answer a question, best first, each the words of a turn. Empty where it was not said:
 * a question whose words and kind of answer do not come together anywhere has no answer.
 */
export const answerQuestion = (call: SpokenCall, question: string): WordRange[] => {
  const asked = readQuestion(question);
  const passages = passagesOf(call);
  const scored = scoresOf(passages, asked);
  const best = Math.max(0, ...scored);
  if (best < ENOUGH) return [];
  return passages
    .map((passage, index) => ({ passage, score: scored[index] as number }))
    .filter(({ score }) => score >= best * 0.4)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ passage }) => rangeOfPassage(passage));
};

export const scoresOf = (passages: readonly Passage[], asked: Question): number[] => {
  const coverage = coverageOf(passages, featuresOf(passages, asked));
  return passages.map((passage, index) => {
    let score = coverage[index] as number;
    if (asked.wanted !== null) score *= passage.holds.has(asked.wanted) ? 1.2 : 0.6;
    if (passage.turn.words.length < 3) score *= 0.85;
    return score;
  });
};

const rangeOfPassage = ({ turn }: Passage): WordRange => ({ start_word: turn.start_word, end_word: turn.end_word });
