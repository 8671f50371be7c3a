import { ALIKE, type Costs } from './costs.ts';
import type { SpokenTerms } from './spoken-terms.ts';
import type { Window } from './windows.ts';

/** A reading of a phrase in the terms from one place to another, `end` exclusive. */
export type Alignment = { start: number; end: number; cost: number };

/**
 * Alignments of a phrase inside a window: for each place where one may end, the cheapest, and of those equally cheap the
 * shortest, up to the cost `most`. They begin and end with terms like those of the phrase. Where a beginning or an end of
 * the phrase is missing, a negation counts as put in that is no more terms away.
 */
export type Align = (costs: Costs, window: Window, most: number) => Alignment[];

/** Dynamic programming over the terms of a phrase, a row each, whose memory all phrases share. */
export const alignerOf = ({ numbers, negation_before, negation_behind }: SpokenTerms): Align => {
  const length = numbers.length;
  // One number holds a cost and, behind it, how early an alignment starts: of two, the smaller one is the better.
  const unit = length + 1;
  let above = new Float64Array(length + 1);
  let row = new Float64Array(length + 1);
  // Costs of those that end here, less all that was to be dropped until their last term.
  const ended = new Float64Array(length + 1);

  return ({ negation, dropping, putting_in, replacing }, { from, to }, most) => {
    above.fill(Infinity, from, to + 1);
    ended.fill(Infinity, from, to + 1);
    let dropped = 0;
    for (const [index, replace] of replacing.entries()) {
      const left_out = replacing.length - 1 - index;
      const drop = (dropping[index] as number) * unit;
      let best = Infinity;
      row[from] = Infinity;
      for (let end = from + 1; end <= to; end += 1) {
        const number = numbers[end - 1] as number;
        const cost = replace[number] as number;
        let here = (above[end - 1] as number) + cost * unit;
        if (cost <= ALIKE) {
          const is_negated = index > 0 && (negation_before[end - 1] as number) <= index;
          const begun = dropped + (is_negated ? cost + negation : cost) * unit + length - (end - 1);
          if (begun < here) here = begun;
          const is_negated_behind = left_out > 0 && (negation_behind[end] as number) <= left_out;
          const total = here - dropped - drop + (is_negated_behind ? negation * unit : 0);
          if (total < (ended[end] as number)) ended[end] = total;
        }
        const without = (above[end] as number) + drop;
        if (without < here) here = without;
        best += (putting_in[number] as number) * unit;
        if (here < best) best = here;
        row[end] = best;
      }
      dropped += drop;
      [above, row] = [row, above];
    }
    const alignments: Alignment[] = [];
    const least = (most + 1) * unit - dropped;
    for (let end = from + 1; end <= to; end += 1) {
      if ((ended[end] as number) >= least) continue;
      const total = (ended[end] as number) + dropped;
      const cost = Math.floor(total / unit);
      alignments.push({ start: length - (total - cost * unit), end, cost });
    }
    return alignments;
  };
};
