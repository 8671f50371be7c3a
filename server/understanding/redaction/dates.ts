import { cardinalAt, ordinalAt } from '../../transcripts/search/numbers.ts';
import { isBetween } from './digit-groups.ts';
import { spanishDigitsAt } from './spanish-digits.ts';
import type { DigitPiece, Token } from './tokens.ts';

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec ene feb mar abr may jun jul ago sep oct nov dic'.split(
  ' ',
);
/** Number of a month from 1, in English or Spanish; 0 for other words. */
const monthOf = (term: string): number => (MONTH.test(term) ? (MONTHS.indexOf(term.slice(0, 3)) % 12) + 1 : 0);
const JOINS = new Set(['the', 'of', 'in', 'de', 'del', 'el', 'on', 'year', 'mil']);

type Atom = DigitPiece & { what: 'month' | 'ordinal' | 'number' | 'other'; month: number };

const atomAt = (terms: readonly string[], at: number): Atom => {
  const term = terms[at] as string;
  const one = { digits: '', month: monthOf(term), start: at, end: at + 1 };
  if (one.month > 0) return { ...one, what: 'month' };
  const end = Math.min(terms.length, at + 10);
  const ordinal = ordinalAt(terms, at, end);
  if (ordinal) return { ...one, what: 'ordinal', digits: ordinal.digits.replace(/\D/g, ''), end: ordinal.end };
  if (/^\d+(?:\.\d+\.\d+)?$/.test(term)) return { ...one, what: 'number', digits: term.replaceAll('.', '') };
  const said = cardinalAt(terms, at, end);
  if (said) return { ...one, what: 'number', digits: String(said.value), end: said.end };
  const spanish = spanishDigitsAt(terms, at, end);
  return spanish ? { ...one, what: 'number', ...spanish } : { ...one, what: 'other' };
};

const isDay = (atom: Atom | undefined) =>
  atom !== undefined && /^(?:ordinal|number)$/.test(atom.what) && Number(atom.digits) >= 1 && Number(atom.digits) <= 31;

const DIGITS_OF_DATE = [
  /^(?<month>0?[1-9]|1[0-2])(?<day>0?[1-9]|[12]\d|3[01])(?:18|19|20)?(?<year>\d\d)$/,
  /^(?<day>0?[1-9]|[12]\d|3[01])(?<month>0?[1-9]|1[0-2])(?:18|19|20)?(?<year>\d\d)$/,
  /^(?:18|19|20)(?<year>\d\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])$/,
];
const YEAR = /^(?:(?:18|19|20)\d\d|\d\d)$/;

type DayOfYear = { month: number; day: number; year: string | null };

/** A date of a call: its pieces, and the last two digits of its year where it was said. */
export type SpokenDate = DayOfYear & { pieces: DigitPiece[] };

/** The longest row of numbers from an atom on that is a year: "nineteen", "fifty-eight". */
const yearAt = (atoms: readonly Atom[], from: number): number => {
  let digits = '';
  let end = from;
  for (let at = from; at < Math.min(atoms.length, from + 3) && atoms[at]?.what === 'number'; at += 1) {
    digits += atoms[at]?.digits;
    if (YEAR.test(digits)) end = at + 1;
  }
  return end;
};

const yearOf = (atoms: readonly Atom[]): string | null =>
  atoms
    .map(({ digits }) => digits)
    .join('')
    .slice(-2) || null;

const dateAt = (atoms: readonly Atom[], from: number): (DayOfYear & { end: number }) | null => {
  const inWords = dayAndMonthAt(atoms, from);
  if (inWords) {
    const end = yearAt(atoms, from + 2);
    return { ...inWords, year: yearOf(atoms.slice(from + 2, end)), end };
  }
  const split = monthAndYearAt(atoms, from);
  if (split) return split;
  const year = yearAt(atoms, from);
  const behind = year > from ? dayAndMonthAt(atoms, year) : null;
  if (behind) {
    // "He's 84, July 30th, 1941" is an age before a date; "in 49, October 2nd, 1949" is its year.
    const end = yearAt(atoms, year + 2);
    const before = yearOf(atoms.slice(from, year));
    const isWhole = atoms.slice(from, year).reduce((sum, { digits }) => sum + digits.length, 0) === 4;
    const isAge = end > year + 2 ? yearOf(atoms.slice(year + 2, end)) !== before : !isWhole;
    return isAge ? null : { ...behind, year: before, end };
  }
  return inDigitsAt(atoms, from);
};

/** "March of 1951, the 14th". */
const monthAndYearAt = (atoms: readonly Atom[], at: number) => {
  const end = atoms[at]?.what === 'month' ? yearAt(atoms, at + 1) : at;
  const [year, day] = [atoms.slice(at + 1, end), atoms[end]];
  const isWhole = year.map(({ digits }) => digits).join('').length === 4;
  if (!isWhole || day?.what !== 'ordinal') return null;
  return { month: atoms[at]?.month ?? 0, day: Number(day.digits), year: yearOf(year), end: end + 1 };
};

const dayAndMonthAt = (atoms: readonly Atom[], at: number) => {
  const [first, second] = [atoms[at], atoms[at + 1]];
  if (first?.what === 'month' && isDay(second)) return { month: first.month, day: Number(second?.digits) };
  if (second?.what === 'month' && isDay(first)) return { month: second.month, day: Number(first?.digits) };
  return null;
};

/** A date of numbers alone: "8/14/58", "eleven twenty-eight nineteen ninety-one". */
const inDigitsAt = (atoms: readonly Atom[], from: number) => {
  let digits = '';
  let best: (DayOfYear & { end: number }) | null = null;
  for (let at = from; at < atoms.length && atoms[at]?.what === 'number' && digits.length < 8; at += 1) {
    digits += atoms[at]?.digits;
    if (digits.length < 5 && at - from < 2) continue;
    const { month, day, year } = DIGITS_OF_DATE.map((form) => form.exec(digits)?.groups).find(Boolean) ?? {};
    if (month && day && year) best = { month: Number(month), day: Number(day), year, end: at + 1 };
  }
  return best;
};

/** The first year of four digits in the tokens from `from` to `to`: "what year? Nineteen forty". */
export const yearIn = (tokens: readonly Token[], from: number, to: number): DigitPiece[] | null => {
  const atoms = atomsIn(tokens, from, to);
  for (const at of atoms.keys()) {
    const end = yearAt(atoms, at);
    const year = atoms.slice(at, end);
    if (year.reduce((sum, { digits }) => sum + digits.length, 0) === 4) return year;
  }
  return null;
};

/** Finds dates, as they are said and as they are written, in the tokens from `from` to `to`, over turns too. */
export const datesIn = (tokens: readonly Token[], from: number, to: number): SpokenDate[] => {
  const atoms = atomsIn(tokens, from, to);
  const dates: SpokenDate[] = [];
  for (let at = 0; at < atoms.length; ) {
    const date = dateAt(atoms, at);
    if (date) dates.push({ ...date, pieces: atoms.slice(at, date.end) });
    at = date?.end ?? at + 1;
  }
  return dates;
};

const atomsIn = (tokens: readonly Token[], from: number, to: number): Atom[] => {
  const part = tokens.slice(from, to);
  const terms = part.map(({ term }) => term);
  const atoms: Atom[] = [];
  for (let at = 0; at < part.length; ) {
    const { start, end, ...atom } = atomAt(terms, at);
    const token = part[at] as Token;
    if (atom.what !== 'other' || !(isBetween(token) || JOINS.has(token.term)))
      atoms.push({ ...atom, start: from + start, end: from + end });
    at = end;
  }
  return atoms;
};
