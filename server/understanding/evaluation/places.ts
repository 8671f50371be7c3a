import { overlaps, type WordRange } from '../call.ts';
import { type LabelledCall, rangesOf, turnAt } from './labelled-call.ts';

/** Tells if some words are in both. */
export const touches = (some: readonly WordRange[], others: readonly WordRange[]): boolean =>
  some.some((one) => others.some((other) => overlaps(one, other)));

/** Places of any of the quotes. A quote that is null has none. */
export const placesOf = (labelled: LabelledCall, ...quotes: (string | null | undefined)[]): WordRange[] =>
  quotes.flatMap((quote) => (quote ? rangesOf(labelled, quote) : []));

/** Turns at which ranges begin, for whoever looks into a mistake. */
export const turnsAt = (labelled: LabelledCall, ranges: readonly WordRange[]): string[] =>
  ranges.map(({ start_word }) => turnAt(labelled, start_word));
