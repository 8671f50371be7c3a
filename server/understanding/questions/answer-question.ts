import type { SpokenCall, WordRange } from '../call.ts';
import { type Passage, passagesOf } from './passages.ts';
import { alike, type Question, readQuestion } from './question.ts';

/** Answers, at most. */
const MOST = 10;
/** Share of a question's weight that a place and its neighbors have to bear. */
const ENOUGH = 0.35;

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
  const features = featuresOf(passages, asked);
  const whole = features.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return passages.map(() => 0);
  return passages.map((passage, index) => {
    const before = passages[index - 1];
    const earlier = passages[index - 2];
    const after = passages[index + 1];
    let sum = 0;
    for (const { weight, isIn } of features) {
      const near =
        before && isIn(before)
          ? before.asks
            ? 0.75
            : 0.5
          : earlier && isIn(earlier)
            ? 0.25
            : after && isIn(after)
              ? 0.3
              : 0;
      sum += weight * (isIn(passage) ? 1 : near);
    }
    let score = sum / whole;
    if (asked.wanted !== null) score *= passage.holds.has(asked.wanted) ? 1.15 : 0.7;
    if (passage.asks) score *= 0.8;
    if (passage.turn.words.length < 3) score *= 0.8;
    return score;
  });
};

type Feature = { weight: number; isIn: (passage: Passage) => boolean };

/** Words and concepts of a question with their weight: the fewer turns of the call speak of one, the more it tells. */
const featuresOf = (passages: readonly Passage[], { stems, names, concepts }: Question): Feature[] => {
  const weigh = (isIn: (passage: Passage) => boolean, most: number): Feature => {
    const count = passages.filter(isIn).length;
    return { weight: most * Math.log(1 + passages.length / (count + 0.5)), isIn };
  };
  const words = [...stems].map((stem) => {
    const others = alike(stem);
    return weigh(
      (passage) => passage.stems.has(stem) || others.some((other) => passage.stems.has(other)),
      names.has(stem) ? 1.2 : 0.7,
    );
  });
  return [...words, ...concepts.map((concept) => weigh((passage) => passage.concepts.has(concept), 0.8))];
};

const rangeOfPassage = ({ turn }: Passage): WordRange => ({ start_word: turn.start_word, end_word: turn.end_word });
