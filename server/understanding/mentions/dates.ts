import { MONTH_NAMES } from '../../transcripts/search/numbers.ts';
import type { Stretch } from '../dialogue/dialogue.ts';
import { type NumberMention, numberAt, numbersFrom } from './numbers.ts';

/** Date as it was said, with the parts that were. */
export type DateMention = Stretch & { year?: number; month?: number; day?: number };

const SHORT_MONTHS = MONTH_NAMES.map((name) => name.slice(0, 3));
const monthOf = (term: string | undefined): number => {
  if (term === undefined) return 0;
  const place = MONTH_NAMES.indexOf(term);
  if (place >= 0) return place + 1;
  return term === 'sept' ? 9 : SHORT_MONTHS.indexOf(term) + 1;
};

/** Dates in a stretch that name their month, or that are three numbers in a row: "october 3rd 1949", "8 14 1958". */
export const datesIn = (terms: readonly string[], start: number, end: number): DateMention[] => {
  const dates: DateMention[] = [];
  for (let at = start; at < end; ) {
    const date =
      namedDateAt(terms, at, end) ??
      holidayAt(terms, at, end) ??
      dayOfMonthAt(terms, at, end) ??
      numericDateAt(terms, at, end);
    if (date) dates.push(date);
    at = date?.end ?? numberAt(terms, at, end)?.end ?? at + 1;
  }
  return dates;
};

const HOLIDAYS: Readonly<Record<string, { month: number; day: number }>> = {
  'new years day': { month: 1, day: 1 },
  'new years eve': { month: 12, day: 31 },
  'christmas day': { month: 12, day: 25 },
  'christmas eve': { month: 12, day: 24 },
};

const holidayAt = (terms: readonly string[], start: number, end: number): DateMention | null => {
  if (terms[start] !== 'new' && terms[start] !== 'christmas') return null;
  for (const [name, day] of Object.entries(HOLIDAYS)) {
    const size = name.split(' ').length;
    if (start + size <= end && terms.slice(start, start + size).join(' ') === name)
      return withYear(terms, { start, end: start + size, ...day }, end);
  }
  return null;
};

/** "March nineteenth, nineteen forty-four", "October the 3rd". "May" and "march" need a day. */
const namedDateAt = (terms: readonly string[], start: number, end: number): DateMention | null => {
  const month = monthOf(terms[start]);
  if (!month) return null;
  const at = terms[start + 1] === 'the' ? start + 2 : start + 1;
  const number = numberAt(terms, at, end);
  if (number && isDayNumber(number)) return withYear(terms, { start, end: number.end, month, day: number.value }, end);
  const year = yearAt(terms, terms[start + 1] === 'of' ? start + 2 : start + 1, end);
  return year && { start, end: year.end, month, year: year.value };
};

/** "The nineteenth of March, 1944", "14 February 1949". */
const dayOfMonthAt = (terms: readonly string[], start: number, end: number): DateMention | null => {
  const number = numberAt(terms, start, end);
  if (!number || !isDayNumber(number)) return null;
  const at = terms[number.end] === 'of' || terms[number.end] === 'de' ? number.end + 1 : number.end;
  const month = at < end ? monthOf(terms[at]) : 0;
  return month ? withYear(terms, { start, end: at + 1, month, day: number.value }, end) : null;
};

/** Month, day and year as three numbers. */
const numericDateAt = (terms: readonly string[], start: number, end: number): DateMention | null => {
  const [month, day] = numbersFrom(terms, start, end, 2);
  if (!month || !day || month.value < 1 || month.value > 12 || !isDayNumber(day)) return null;
  const year = yearAt(terms, day.end, end) ?? shortYearAt(terms, day.end, end);
  return year && { start, end: year.end, month: month.value, day: day.value, year: year.value };
};

const withYear = (terms: readonly string[], date: DateMention, end: number): DateMention => {
  const at = ['in', 'of', 'de'].includes(terms[date.end] ?? '') ? date.end + 1 : date.end;
  const year = yearAt(terms, at, end) ?? (terms[date.end] === 'in' ? null : shortYearAt(terms, at, end));
  return year ? { ...date, end: year.end, year: year.value } : date;
};

const isDayNumber = ({ value, digits }: NumberMention) => value >= 1 && value <= 31 && digits.length <= 2;

/** Years in a stretch by themselves: four digits, or two that stand for a year of the last century. */
export const yearsIn = (terms: readonly string[], start: number, end: number): NumberMention[] => {
  const years: NumberMention[] = [];
  for (let at = start; at < end; ) {
    const year = yearAt(terms, at, end) ?? shortYearAt(terms, at, end);
    if (year)
      years.push({ start: at, end: year.end, value: year.value, digits: String(year.value), is_ordinal: false });
    at = year?.end ?? numberAt(terms, at, end)?.end ?? at + 1;
  }
  return years;
};

type Year = { value: number; end: number };

/** "1944", "nineteen forty four", "nineteen oh four", "two thousand nine", "twenty twelve". */
const yearAt = (terms: readonly string[], start: number, end: number): Year | null => {
  const [first, second, third] = numbersFrom(terms, start, end, 3);
  if (!first) return null;
  if (first.digits.length === 4 && first.value >= 1890 && first.value <= 2100)
    return first.value === 1900 && second && second.value >= 1 && second.value < 100 && terms[start + 1] === 'hundred'
      ? { value: 1900 + second.value, end: second.end }
      : { value: first.value, end: first.end };
  if ((first.value !== 19 && first.value !== 20) || first.digits.length !== 2 || !second) return null;
  const century = first.value * 100;
  if (second.value >= 10 && second.value < 100) return { value: century + second.value, end: second.end };
  return second.value === 0 && third && third.value > 0 && third.value < 10
    ? { value: century + third.value, end: third.end }
    : null;
};

/** Two digits after a day: "forty-four" for 1944. Nobody who is spoken of as born in '26 is a child. */
const shortYearAt = (terms: readonly string[], start: number, end: number): Year | null => {
  const number = numberAt(terms, start, end);
  if (!number || number.is_ordinal || number.digits.length !== 2 || number.value < 20) return null;
  return { value: 1900 + number.value, end: number.end };
};
