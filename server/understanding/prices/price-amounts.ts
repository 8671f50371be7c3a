import { type Amount, amountsIn } from '../mentions/amounts.ts';
import type { Sentence } from '../sentences.ts';

/** Amounts of a sentence as prices are said: with commas inside, by the mile, and in ranges that share a scale. */
export const priceAmountsIn = (sentence: Sentence, textOf: (word: number) => string): Amount[] => {
  const { text, starts, terms } = sentence;
  const amounts = joinedAmounts(sentence, amountsIn(terms, textOf));
  return amounts.map((amount, at) => {
    const next = amounts[at + 1];
    if (amount.dollars >= 100 && /^(?:a|per) (?:loaded )?mile\b/.test(text.slice(starts[amount.end])))
      return { ...amount, dollars: amount.dollars / 100 };
    const between = next ? text.slice(starts[amount.end], starts[next.start]).trim() : '';
    if (!next || !/^(?:to|or|and)(?: about| maybe)?$/.test(between)) return amount;
    const [low = amount.dollars] = scaledRange(amount.dollars, next.dollars);
    return { ...amount, dollars: low };
  });
};

/** Amounts, one where a comma stands after its thousands: "two thousand, two hundred and ten". */
const joinedAmounts = ({ terms }: Sentence, amounts: readonly Amount[]): Amount[] => {
  const whole: Amount[] = [];
  for (const amount of amounts) {
    const last = whole.at(-1);
    const isRest = last?.end === amount.start && terms[last.end - 1]?.text === 'thousand' && amount.dollars < 1000;
    if (isRest) whole.splice(-1, 1, { ...last, dollars: last.dollars + amount.dollars, end: amount.end });
    else whole.push(amount);
  }
  return whole;
};

/** Ends of a range in dollars: "twelve to fifteen hundred" begins at twelve hundred. */
export const scaledRange = (low: number, high: number): [low: number, high: number] => {
  if (low >= high || low >= 100) return [low, high];
  const scale = high % 1000 === 0 && low < 20 ? 1000 : high % 100 === 0 ? 100 : 1;
  return low * scale < high ? [low * scale, high] : [low, high];
};
