import { type NumberReading, numbersIn } from '../../transcripts/search/numbers.ts';
import type { Term } from './term.ts';

const DOLLARS = new Set(['dollar', 'dollars', 'buck', 'bucks']);
const UNITS = new Set([...DOLLARS, 'cent', 'cents', 'percent']);

/**
 * Replaces each number by one term of its digits, the same whether it was said or written: "five thousand forty dollars",
 * "$5,040" and "5040" are "5040"; "March twenty-fourth" and "March 24" are "march", "24th".
 */
export const withNumbersAsOne = (said: readonly Term[]): Term[] => {
  const terms = said.map(({ term }) => term.replace(/^(\d+)\.00$/, '$1'));
  const longest = longestByStart(numbersIn(terms));
  const result: Term[] = [];
  for (let at = 0; at < said.length; ) {
    const first = said[at] as Term;
    const reading = longest.get(at);
    if (!reading) {
      result.push(first);
      at += 1;
      continue;
    }
    const cents = centsAt(terms, longest, reading.end);
    const last = cents ?? reading;
    const digits = `${reading.digits}${cents?.digits.padStart(2, '0') ?? ''}`;
    result.push({ ...first, term: digits.replace(/^0+(?=\d)/, ''), end_word: (said[last.end - 1] as Term).end_word });
    at = UNITS.has(terms[last.end] ?? '') ? last.end + 1 : last.end;
  }
  return result;
};

/** Cents after an amount, as in "twelve dollars and fifty cents", which is written "12.50". */
const centsAt = (terms: readonly string[], longest: ReadonlyMap<number, NumberReading>, at: number) => {
  if (!DOLLARS.has(terms[at] ?? '')) return undefined;
  const cents = longest.get(terms[at + 1] === 'and' ? at + 2 : at + 1);
  return cents && cents.digits.length <= 2 && /^cents?$/.test(terms[cents.end] ?? '') ? cents : undefined;
};

const isDay = ({ digits }: NumberReading): boolean => digits.endsWith('th');

/** The reading that takes the most terms from each place; a day stands alone, so that the year after it does too. */
const longestByStart = (readings: readonly NumberReading[]): Map<number, NumberReading> => {
  const longest = new Map<number, NumberReading>();
  for (const reading of readings) {
    const known = longest.get(reading.start);
    const isBetter = !known || isDay(reading) || (!isDay(known) && reading.end > known.end);
    if (isBetter) longest.set(reading.start, reading);
  }
  return longest;
};
