import { overlaps, type SpokenCall, type WordRange } from '../call.ts';
import { extractPrices } from '../prices/extract-prices.ts';
import { conceptsIn } from './concepts.ts';
import { fitsOf } from './fits.ts';
import { type Passage, passagesOf } from './passages.ts';
import { plainStem, type Question, readQuestion } from './question.ts';
import { coverageOf, featuresOf } from './rank.ts';
import { type Support, supportFor } from './routes.ts';

/** Answers, at most. */
const MOST = 10;
/** Score that a place has to reach, and share of the best one's that the others have to. */
const ENOUGH = 0.22;
const NEAR_BEST = 0.4;
/** Questions about what the home said, and the share of a caller's turn for one. */
const WE_SAID =
  /\b(?:did|do|can|should|would) we (?:say|tell|quote|charge|give|promise|claim|agree|offer|answer|name)\b|\bwe (?:said|told|quoted|gave|named|charged|promised|claimed)\b/;
const OTHER_SIDE = 0.75;

/**
 * Finds the places of a call that answer a question, best first, each the words of a turn. Empty where it was not said:
 * a question whose words and kind of answer do not come together anywhere has no answer.
 */
export const answerQuestion = (call: SpokenCall, question: string): WordRange[] => {
  const passages = passagesOf(call);
  const scored = scoresOf(call, question);
  const best = Math.max(0, ...scored);
  if (best < ENOUGH) return [];
  return passages
    .map(({ turn }, index) => ({ turn, score: scored[index] as number }))
    .filter(({ score }) => score >= best * NEAR_BEST)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ turn: { start_word, end_word } }) => ({ start_word, end_word }));
};

/** Score of each turn as an answer. All are 0 where the call does not hold what is asked for. */
const scoresOf = (call: SpokenCall, question: string): number[] => {
  const asked = readQuestion(question);
  const passages = passagesOf(call);
  const support = supportFor(call, asked);
  const whole = support.find(({ isWhole }) => isWhole);
  if (whole && whole.places.length === 0) return passages.map(() => 0);
  const coverage = coverageOf(passages, featuresOf(passages, asked));
  const isOfOurs = WE_SAID.test(asked.text);
  const fits = fitsOf(passages, asked, () => extractPrices(call));
  const isSupported = support.some(({ weight, places }) => weight >= 0.4 && places.length > 0);
  if (fits && !isSupported && !fits.includes(true)) return passages.map(() => 0);
  if (asked.wanted === null && !isSupported && !isAttributeNamed(passages, asked)) return passages.map(() => 0);
  return passages.map((passage, index) => {
    let score = coverage[index] as number;
    if (asked.wanted !== null) score *= passage.holds.has(asked.wanted) ? 1.2 : 0.6;
    if (isOfOurs && passage.turn.side === 'theirs') score *= OTHER_SIDE;
    if (passage.turn.words.length < 3) score *= 0.85;
    if (fits?.[index] || (asked.wanted === 'spelling' && passage.holds.has('spelling'))) score += 0.3;
    return score + bonusOf(passage, support, score);
  });
};

/** Tells if the call speaks of what a question asks for: the "color" of "what color is the stone". */
const isAttributeNamed = (passages: readonly Passage[], { text }: Question): boolean => {
  const [, attribute = ''] =
    /^(?:what|which) (?!is|are|was|were|do|does|did|will|would|can|should|may|must|happen)(\w+) (?:is|are|was|were|does|did|do|has|have|will)\b/.exec(
      text,
    ) ?? [];
  if (attribute === '') return true;
  const [stem, concepts] = [plainStem(attribute), conceptsIn(attribute)];
  return passages.some(({ states, asks }) =>
    [states, asks].some((words) => words.stems.has(stem) || concepts.some((concept) => words.concepts.has(concept))),
  );
};

/** Weight of what rules have found in a turn. Weak support needs words of the question beside it. */
const bonusOf = ({ turn }: Passage, support: readonly Support[], score: number): number => {
  const weights = support
    .filter(({ weight, places }) => places.some((place) => overlaps(place, turn)) && (weight >= 0.4 || score > 0.1))
    .map(({ weight }) => weight);
  return Math.max(0, ...weights);
};
