import { stemOf } from '../../transcripts/search/forms.ts';
import { tradeWordsOf } from '../../transcripts/search/trade-words.ts';
import { conceptsIn } from './concepts.ts';
import type { Passage } from './passages.ts';
import { plainStem, type Question } from './question.ts';

/** Something that a question speaks of. The fewer turns of the call speak of it, the more it weighs. */
export type Feature = { weight: number; strengthIn: (passage: Passage) => { own: number; passed: number } };

/** Share of a feature's weight that a turn bears which only asks about it, and that its words pass on to the next turn. */
const ASKING = 0.6;
const PASSED_BY_QUESTION = 0.9;
const PASSED_BY_STATEMENT = 0.5;
const EARLIER = 0.45;
const LATER = 0.3;

/** Words and concepts of a question. */
export const featuresOf = (
  passages: readonly Passage[],
  { text, words, stems, names, concepts }: Question,
): Feature[] => {
  const isSpeech =
    /\b(?:say|said|tell|told|ask|asks|asked|wants?|think|thinks|require[ds]?|promised?|claim|quoted?|mention\w*|agreed?|object\w*|give|gave)\b/.test(
      text,
    );
  const feature = (isIn: (words: Passage['states']) => boolean, most: number, name?: string): Feature => {
    const strengths = new Map<Passage, { own: number; passed: number }>();
    let count = 0.5;
    for (const passage of passages) {
      const [isStated, isAsked] = [isIn(passage.states), isIn(passage.asks)];
      if (isStated || isAsked) count += 1;
      const isSpeaker = name !== undefined && passage.named.has(name);
      const own = isSpeaker ? (isSpeech ? 1 : 0.4) : isStated ? 1 : isAsked ? ASKING : 0;
      strengths.set(passage, { own, passed: isAsked ? PASSED_BY_QUESTION : isStated ? PASSED_BY_STATEMENT : 0 });
    }
    return {
      weight: most * Math.log(1 + passages.length / count),
      strengthIn: (passage) => strengths.get(passage) ?? { own: 0, passed: 0 },
    };
  };
  const conceptual = new Set(words.flatMap((word) => (conceptsIn(word).length > 0 ? [plainStem(word)] : [])));
  const said = [...stems].map((stem) => {
    const others = tradeWordsOf([stem]).flatMap((terms) => (terms.length === 1 ? [stemOf(terms[0] as string)] : []));
    const isIn = (own: Passage['states']) => own.stems.has(stem) || others.some((other) => own.stems.has(other));
    if (names.has(stem)) return feature(isIn, 0.8, stem);
    // A word with a concept of its own may be said by another; it then tells a little only.
    return feature(isIn, conceptual.has(stem) ? 0.2 : 0.7);
  });
  return [...said, ...concepts.map((concept) => feature((own) => own.concepts.has(concept), 0.8))];
};

/** Share of the features' weight that each turn bears, by its own words and by those it answers or that follow. */
export const coverageOf = (
  passages: readonly Passage[],
  features: readonly Feature[],
  { reach = [EARLIER] }: { reach?: readonly number[] } = {},
): number[] => {
  const whole = features.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return passages.map(() => 0);
  return passages.map((passage, index) => {
    const [before, after] = [passages[index - 1], passages[index + 1]];
    let sum = 0;
    for (const { weight, strengthIn } of features) {
      const { own } = strengthIn(passage);
      const passed = before ? strengthIn(before).passed : 0;
      const far = reach.map((share, back) => {
        const earlier = passages[index - 2 - back];
        return earlier ? strengthIn(earlier).own * share : 0;
      });
      const later = after ? strengthIn(after).own * LATER : 0;
      sum += weight * Math.max(own, passed, later, ...far);
    }
    return sum / whole;
  });
};
