import { stemOf } from '../../transcripts/search/forms.ts';
import { tradeWordsOf } from '../../transcripts/search/trade-words.ts';
import type { Passage } from './passages.ts';
import type { Question } from './question.ts';

/** Something that a question speaks of. The fewer turns of the call speak of it, the more it weighs. */
export type Feature = { weight: number; strengthIn: (passage: Passage) => { own: number; passed: number } };

/** Share of a feature's weight that a turn bears which only asks about it, and that its words pass on to the next turn. */
const ASKING = 0.6;
const PASSED_BY_QUESTION = 0.9;
const PASSED_BY_STATEMENT = 0.5;
const EARLIER = 0.45;
const LATER = 0.3;

/** Words and concepts of a question. */
export const featuresOf = (passages: readonly Passage[], { stems, names, concepts }: Question): Feature[] => {
  const feature = (isIn: (words: Passage['states']) => boolean, most: number, name?: string): Feature => {
    const strengths = new Map<Passage, { own: number; passed: number }>();
    let count = 0.5;
    for (const passage of passages) {
      const [isStated, isAsked] = [isIn(passage.states), isIn(passage.asks)];
      if (isStated || isAsked) count += 1;
      const own = isStated ? 1 : isAsked ? ASKING : name !== undefined && passage.named.has(name) ? 0.4 : 0;
      strengths.set(passage, { own, passed: isAsked ? PASSED_BY_QUESTION : isStated ? PASSED_BY_STATEMENT : 0 });
    }
    return {
      weight: most * Math.log(1 + passages.length / count),
      strengthIn: (passage) => strengths.get(passage) ?? { own: 0, passed: 0 },
    };
  };
  const words = [...stems].map((stem) => {
    const others = tradeWordsOf(stem).flatMap((terms) => (terms.length === 1 ? [stemOf(terms[0] as string)] : []));
    const isIn = (said: Passage['states']) => said.stems.has(stem) || others.some((other) => said.stems.has(other));
    return names.has(stem) ? feature(isIn, 1.1, stem) : feature(isIn, 0.7);
  });
  return [...words, ...concepts.map((concept) => feature((said) => said.concepts.has(concept), 0.8))];
};

/** Share of the features' weight that each turn bears, by its own words and by those it answers or that follow. */
export const coverageOf = (passages: readonly Passage[], features: readonly Feature[]): number[] => {
  const whole = features.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return passages.map(() => 0);
  return passages.map((passage, index) => {
    const [earlier, before, after] = [passages[index - 2], passages[index - 1], passages[index + 1]];
    let sum = 0;
    for (const { weight, strengthIn } of features) {
      const { own } = strengthIn(passage);
      const passed = before ? strengthIn(before).passed : 0;
      const far = earlier ? strengthIn(earlier).passed * EARLIER : 0;
      const later = after ? strengthIn(after).own * LATER : 0;
      sum += weight * Math.max(own, passed, far, later);
    }
    return sum / whole;
  });
};
