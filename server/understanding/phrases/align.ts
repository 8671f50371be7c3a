import { ALIKE, costsOf } from './costs.ts';
import { BREAK, type SpokenTerms } from './spoken-terms.ts';

/** Alignments of a phrase, by the place behind their last term: each one's cost and the place of its first term. */
export type Alignments = { whole: number; ends: readonly number[]; costs: Float64Array; starts: Int32Array };

/**
 * Aligns a phrase with what was said: for each place where an alignment may end, the cheapest, and of those equally cheap
 * the shortest. It begins and ends with terms like those of the phrase. Where the phrase's own beginning or end is
 * missing, a negation within as many terms and one more counts as put in. Dynamic programming, a row for each term of the phrase.
 */
export const align = (phrase: readonly string[], said: SpokenTerms): Alignments => {
  const { numbers, vocabulary, negation_before, negation_behind } = said;
  const { whole, negation, dropping, replacing } = costsOf(phrase.length);
  const length = numbers.length;
  // One number holds a cost and, behind it, how early an alignment starts: of two, the smaller one is the better.
  const unit = length + 1;
  const putting_in = Float64Array.from(vocabulary, (term, number) =>
    number === BREAK ? Infinity : dropping(term) * unit,
  );
  let above = new Float64Array(length + 1).fill(Infinity);
  let row = new Float64Array(length + 1).fill(Infinity);
  const best = new Float64Array(length + 1).fill(Infinity);
  let dropped = 0;
  for (const [index, term] of phrase.entries()) {
    const left_out = phrase.length - 1 - index;
    const drop = dropping(term) * unit;
    const replace = Float64Array.from(vocabulary, (other, number) =>
      number === BREAK ? Infinity : replacing(term, other) * unit,
    );
    let left = Infinity;
    for (let end = 1; end <= length; end += 1) {
      const number = numbers[end - 1] as number;
      const cost = replace[number] as number;
      let here = (above[end - 1] as number) + cost;
      if (cost <= ALIKE * unit) {
        const isNegated = index > 0 && (negation_before[end - 1] as number) <= index;
        const missing = isNegated ? dropped + negation * unit : dropped;
        const begun = missing + length - (end - 1) + cost;
        if (begun < here) here = begun;
        const rest = left_out > 0 && (negation_behind[end] as number) <= left_out ? negation * unit : 0;
        const ended = here - dropped - drop + rest;
        if (ended < (best[end] as number)) best[end] = ended;
      }
      const without = (above[end] as number) + drop;
      if (without < here) here = without;
      left += putting_in[number] as number;
      if (here < left) left = here;
      row[end] = left;
    }
    dropped += drop;
    [above, row] = [row, above];
  }
  const ends: number[] = [];
  const costs = new Float64Array(length + 1);
  const starts = new Int32Array(length + 1);
  for (let end = 1; end <= length; end += 1) {
    const total = (best[end] as number) + dropped;
    if (total >= whole * unit) continue;
    ends.push(end);
    costs[end] = Math.floor(total / unit);
    starts[end] = length - (total - (costs[end] as number) * unit);
  }
  return { whole, ends, costs, starts };
};
