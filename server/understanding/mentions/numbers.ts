import { cardinalAt, mayBegin, ordinalAt } from '../../transcripts/search/numbers.ts';
import type { Stretch } from '../dialogue/dialogue.ts';

/** Number as it was said at one place: "eighteen", "0412", "a hundred and one", "22nd". `digits` keep leading zeros. */
export type NumberMention = Stretch & { value: number; digits: string; is_ordinal: boolean };

const WRITTEN = /^\d{1,12}$/;
const WORDS_BELOW_TEN = new Set(['oh', 'o']);

/** The number that begins at a token, if one does. `end` is exclusive: no number goes on there. */
export const numberAt = (terms: readonly string[], start: number, end: number): NumberMention | null => {
  if (start >= end) return null;
  const term = terms[start] as string;
  if (!mayBegin(term) && term !== 'hundred') return null;
  if (WRITTEN.test(term)) return mention(start, start + 1, term);
  const ordinal = ordinalAt(terms, start, end);
  if (ordinal) return { ...mention(start, ordinal.end, ordinal.digits.slice(0, -2)), is_ordinal: true };
  if (term === 'hundred') {
    const rest = cardinalAt(terms, terms[start + 1] === 'and' ? start + 2 : start + 1, end);
    return rest && rest.value < 100 && rest.value > 0
      ? mention(start, rest.end, String(100 + rest.value))
      : mention(start, start + 1, '100');
  }
  const cardinal = cardinalAt(terms, start, end);
  return cardinal && mention(start, cardinal.end, String(cardinal.value));
};

const mention = (start: number, end: number, digits: string): NumberMention => ({
  start,
  end,
  digits,
  value: Number(digits),
  is_ordinal: false,
});

/** Numbers of a row, at most. Longer ones are cut, so that no row is read over and over from each of its places. */
const MOST = 16;

/** Numbers that follow one another from a token on, up to the first that is an ordinal. */
export const numbersFrom = (terms: readonly string[], start: number, end: number, most = MOST): NumberMention[] => {
  const numbers: NumberMention[] = [];
  for (let at = start; at < end && numbers.length < most; ) {
    const number = numberAt(terms, at, end);
    if (!number) break;
    numbers.push(number);
    if (number.is_ordinal) break;
    at = number.end;
  }
  return numbers;
};

/** "Oh" by itself is a sigh. */
export const isSigh = (terms: readonly string[], { start, end }: Stretch): boolean =>
  end === start + 1 && WORDS_BELOW_TEN.has(terms[start] as string);

/** Rows of numbers in a stretch: "six one four five" is one row of four. */
export const numberRows = (terms: readonly string[], start: number, end: number): NumberMention[][] => {
  const rows: NumberMention[][] = [];
  for (let at = start; at < end; ) {
    const row = numbersFrom(terms, at, end);
    if (row.length > 0 && !(row.length === 1 && isSigh(terms, row[0] as NumberMention))) rows.push(row);
    at = row.at(-1)?.end ?? at + 1;
  }
  return rows;
};
