import type { WordRange } from '../call.ts';
import type { Amount } from '../mentions/amounts.ts';
import { rangeOf, type Sentence } from '../sentences.ts';
import type { Unpriced } from './answers.ts';
import { findFirstItem, findItem } from './items.ts';
import { scaledRange } from './price-amounts.ts';

/** Price of an item, or an answer that names none; `ask` is the question that it answers, `words` the home's. */
export type Price = {
  item: string;
  how: 'exact' | 'range' | 'package' | 'starting_at' | Exclude<Unpriced, 'free'>;
  amounts: number[];
  ask: Sentence | null;
  words: readonly WordRange[];
};

const CORRECTION =
  /\b(?:no|sorry|i mean|actually|excuse me|correction|make that|strike that|wait|scratch that|rather)\b/;
const STARTS =
  /\bstart(?:s|ing)?\b|\bbegins?\b|\bas low as\b|\bat least\b|\bup from there\b|\band up\b|\b(?:anywhere )?from$/;
const GOES_UP = /^(?:and|they) (?:\w+ )?(?:go |goes )?up\b/;

/** Prices that a sentence states, given its amounts that are prices. One that is corrected in the same breath is left out. */
export const statedPrices = (
  sentence: Sentence,
  amounts: readonly Amount[],
  { ask, item: asked }: { ask: Sentence | null; item: string | null },
): Price[] => {
  const { text, starts, terms } = sentence;
  const at = (term: number | undefined) => (term === undefined ? text.length : (starts[term] ?? text.length));
  const prices: Price[] = [];
  for (let index = 0; index < amounts.length; ) {
    const [before, first, second] = [amounts[index - 1], amounts[index] as Amount, amounts[index + 1]];
    const from = before?.end ?? 0;
    const lead = text.slice(at(from), at(first.start)).trim();
    const between = second ? text.slice(at(first.end), at(second.start)).trim() : '';
    index += 1;
    if (second && between.length < 30 && CORRECTION.test(between)) continue;
    const end = second && isRange(between, lead) ? second : null;
    if (end) index += 1;
    const last = end ?? first;
    const tail = text.slice(at(last.end), at(amounts[index]?.start));
    const item = itemOf(lead, tail) ?? prices.at(-1)?.item ?? asked ?? 'price';
    const until = index === amounts.length ? terms.length - 1 : last.end - 1;
    prices.push({
      item,
      how: end ? 'range' : howOf(lead, tail, item, text),
      amounts: end ? scaledRange(first.dollars, end.dollars) : [first.dollars],
      ask,
      words: [rangeOf(sentence, from, until)],
    });
  }
  return prices;
};

const howOf = (lead: string, tail: string, item: string, text: string): Price['how'] => {
  if (STARTS.test(lead) || GOES_UP.test(tail)) return 'starting_at';
  return /\b(?:package|bundle|plan)\b/.test(item) || TOGETHER.test(text) ? 'package' : 'exact';
};

/** Three things or more for one price: "with the hearse and the casket and the chapel". */
const TOGETHER =
  /\b(?:with|includes?|covers|takes care of)(?: [a-z]+){1,4} and(?: [a-z]+){1,4} and\b|\btakes care of everything\b/;

const isRange = (between: string, lead: string): boolean =>
  /^(?:for (?:the |a )?[a-z ]{2,25} )?(?:on |all the way )?(?:up )?to(?: about| around| maybe)?$|^through$/.test(
    between,
  ) ||
  (/^(?:and|or)$/.test(between) && /\b(?:between|from|somewhere|anywhere)\b/.test(lead)) ||
  /^(?:and |they |it )*(?:go|goes|run|runs|range)? ?(?:all the way )?up to(?: about| around)?$/.test(between);

/** Item of a price: what it is for, else what stands before it. */
const itemOf = (lead: string, tail: string): string | null => {
  const purpose =
    /^(?:dollars? )?(?:charge |fee )?(?:more |extra |each )?for (?:the |a |an |our |that |placing )?(.*)$/.exec(
      tail.trim(),
    )?.[1];
  return (purpose === undefined ? null : findFirstItem(purpose)) ?? findItem(lead);
};
