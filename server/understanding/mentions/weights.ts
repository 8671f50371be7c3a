import type { Stretch } from '../dialogue/dialogue.ts';
import { type NumberMention, numberRows } from './numbers.ts';

/** Weight of a person in pounds. `is_named` tells that pounds were said. */
export type WeightMention = Stretch & { pounds: number; is_named: boolean };

const POUNDS = new Set(['pounds', 'pound', 'lbs', 'lb']);
const KILOS = new Set(['kilos', 'kilo', 'kg', 'kilograms']);

/** Weights in a stretch, as people say them: "two forty", "one oh eight", "hundred and five", "230 pounds". */
export const weightsIn = (terms: readonly string[], start: number, end: number): WeightMention[] =>
  numberRows(terms, start, end).flatMap((row) => {
    const last = row.at(-1) as NumberMention;
    const isNamed = POUNDS.has(terms[last.end] ?? '') && last.end < end;
    if (KILOS.has(terms[last.end] ?? '')) return [];
    const weights: WeightMention[] = [];
    for (let at = 0; at < row.length; ) {
      const { pounds, size } = poundsAt(row, at);
      const first = row[at] as NumberMention;
      const final = row[at + size - 1] as NumberMention;
      if (pounds >= 40 && pounds <= 700)
        weights.push({ start: first.start, end: final.end, pounds, is_named: isNamed });
      at += size;
    }
    return weights;
  });

/** "One" and "forty" make a weight, and so do "one", "oh" and "eight"; what follows is a height or a better guess. */
const poundsAt = (row: readonly NumberMention[], at: number): { pounds: number; size: number } => {
  const [first, second, third] = row.slice(at) as [NumberMention, NumberMention?, NumberMention?];
  if (first.is_ordinal) return { pounds: 0, size: 1 };
  const isHundreds = first.value >= 1 && first.value <= 6 && first.digits.length === 1;
  if (!isHundreds || !second) return { pounds: first.value, size: 1 };
  if (second.value === 0 && third && third.value < 10) return { pounds: first.value * 100 + third.value, size: 3 };
  if (second.value < 10 || second.value > 99) return { pounds: first.value, size: 1 };
  // "Two forty six two" is a man of two forty who is six foot two.
  const isHeight = second.value % 10 >= 4 && second.value > 20 && third !== undefined && third.value <= 11;
  return {
    pounds: first.value * 100 + (isHeight ? second.value - (second.value % 10) : second.value),
    size: isHeight ? 3 : 2,
  };
};
