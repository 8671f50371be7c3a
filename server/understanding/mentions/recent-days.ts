import type { Stretch } from '../dialogue/dialogue.ts';
import { addDays, type Day, isDay, isoOf, weekdayOf } from './calendar.ts';
import { datesIn } from './dates.ts';
import { numberAt } from './numbers.ts';

/** Day up to the day of a call, as it was named in the call. */
export type RecentDay = Stretch & { day: Day };

const WEEKDAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
/** Words for days, with the number of days back. */
const BACK: Readonly<Record<string, number>> = {
  'day before yesterday': 2,
  'last night': 1,
  'this morning': 0,
  'this afternoon': 0,
  'this evening': 0,
  yesterday: 1,
  today: 0,
  tonight: 0,
};

const BEGINNING = Map.groupBy(Object.entries(BACK), ([words]) => words.split(' ')[0] as string);

/** Days in a stretch that lie in the year before a call: "yesterday", "the ninth", "June 8th", "a week ago Thursday". */
export const recentDaysIn = (terms: readonly string[], start: number, end: number, today: Day): RecentDay[] => {
  const days: RecentDay[] = [];
  for (const { month, day, year, ...stretch } of datesIn(terms, start, end)) {
    if (month === undefined || day === undefined || (year !== undefined && year < today.year - 1)) continue;
    const guess = { year: year ?? today.year, month, day };
    const past = isoOf(guess) <= isoOf(today) ? guess : { ...guess, year: guess.year - 1 };
    if (isDay(past)) days.push({ ...stretch, day: past });
  }
  for (let at = start; at < end; at += 1) {
    const day = relativeAt(terms, at, end, today) ?? ordinalAt(terms, at, end, today);
    if (!day || days.some((other) => other.start < day.end && day.start < other.end)) continue;
    days.push(day);
  }
  return days.sort((one, other) => one.start - other.start);
};

const relativeAt = (terms: readonly string[], start: number, end: number, today: Day): RecentDay | null => {
  for (const [words, back] of BEGINNING.get(terms[start] as string) ?? []) {
    const size = words.split(' ').length;
    if (start + size <= end && terms.slice(start, start + size).join(' ') === words)
      return { start, end: start + size, day: addDays(today, -back) };
  }
  const weekday = WEEKDAYS.indexOf(terms[start] as string);
  if (weekday >= 0) {
    const back = (weekdayOf(today) - weekday + 7) % 7;
    const isWeekAgo = terms.slice(Math.max(0, start - 3), start).join(' ') === 'a week ago';
    return { start, end: start + 1, day: addDays(today, -(back + (isWeekAgo ? 7 : 0))) };
  }
  const number = numberAt(terms, start, end);
  if (number && !number.is_ordinal && /^days? ago$/.test(terms.slice(number.end, number.end + 2).join(' ')))
    return { start, end: number.end + 2, day: addDays(today, -number.value) };
  return null;
};

/** "The ninth" as the latest ninth up to today. */
const ordinalAt = (terms: readonly string[], start: number, end: number, today: Day): RecentDay | null => {
  const number = numberAt(terms, start, end);
  if (!number?.is_ordinal || number.value > 31 || terms[start - 1] !== 'the') return null;
  if (/^(?:of|floor|street|one|time|year|day)$/.test(terms[number.end] ?? '')) return null;
  const last = addDays({ ...today, day: 1 }, -1);
  const day = number.value <= today.day ? { ...today, day: number.value } : { ...last, day: number.value };
  return isDay(day) ? { start, end: number.end, day } : null;
};
