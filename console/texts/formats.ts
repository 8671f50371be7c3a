import { numbersIn, unitIn } from './numbers.ts';

/** Dates, times, numbers and sizes as people write them in one locale. Times of day are in the reader's time zone. */
export type Formats = {
  locale: string;
  /** `2026-11-17` → `Nov 17, 2026`. */
  day(date: string): string;
  /** `2026-11-17` → `Tue, Nov 17`. */
  weekday(date: string): string;
  /** RFC 3339 → `Tue, Nov 17, 9:14 AM`, with its year if that is not this year. */
  moment(at: string): string;
  /** RFC 3339 → `9:14 AM`, for what was just now. */
  time(at: string): string;
  /** RFC 3339 → `9:14 AM` of today, else `Tue 9:14 AM` within a week, or as in `moment`. */
  clockOr(at: string): string;
  /** A moment's day in full → `Tuesday, December 1`. */
  fullDay(date: Date): string;
  /** RFC 3339 → the day of that moment, as in `day`. */
  dayOf(at: string): string;
  /** RFC 3339 → `November 17, 2026 at 9:14 AM CST`, for paper. */
  full(at: string): string;
  /** Names in a row → `Anna, Nora, and Theo`. */
  list(names: readonly string[]): string;
  /** Names in a row, in pieces: `element` for each of them, `literal` for what joins them. */
  listParts(names: readonly string[]): { type: 'element' | 'literal'; value: string }[];
  /** `2026-11-17` → `Tue 17`. */
  shortDay(date: string): string;
  /** `1234` → `1,234`. */
  count(n: number): string;
  /** Seconds → `12 min 40 sec`, from an hour on `1 hr 22 min`. */
  length(seconds: number): string;
  /** Seconds → `3 min` at a glance; below a minute as in `length`. */
  about(seconds: number): string;
  /** Milliseconds → `1.4 sec`. */
  seconds(ms: number): string;
  /** Bytes, in steps of 1024 → `4 GB`. */
  size(bytes: number): string;
  /** A share from 0 to 1 → `46%`. */
  percent(share: number): string;
  /** US dollars, without cents where there are none → `$1,295`. */
  dollars(amount: number): string;
};

const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const MOMENT = { weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const;

/** Milliseconds in which a weekday names one day: six days. */
const A_WEEK = 6 * 86_400_000;

export const formatsOf = (locale: string): Formats => {
  // A calendar day is nobody's midnight: it is printed as the day that it names, in every time zone.
  const calendar = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const day = calendar(DAY);
  const weekday = calendar({ weekday: 'short', day: 'numeric', month: 'short' });
  const [name_of_day, number_of_day] = [calendar({ weekday: 'short' }), calendar({ day: 'numeric' })];
  const local_day = new Intl.DateTimeFormat(locale, DAY);
  const moment = new Intl.DateTimeFormat(locale, MOMENT);
  const moment_of_a_year = new Intl.DateTimeFormat(locale, { ...MOMENT, year: 'numeric' });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const list = new Intl.ListFormat(locale);
  const full_day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const day_and_time = new Intl.DateTimeFormat(locale, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
  const writeMoment = (at: string) => {
    const date = new Date(at);
    return (date.getFullYear() === new Date().getFullYear() ? moment : moment_of_a_year).format(date);
  };
  const full = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  const dollars = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  });
  const { number, size, percent } = numbersIn(locale);
  const tenths = unitIn(locale, 'second', { maximumFractionDigits: 1 });
  const units = ['hour', 'minute', 'second'].map((unit) => unitIn(locale, unit));
  const lengthOf = (seconds: number) => {
    const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
    const first = parts.findIndex((part) => part > 0);
    if (first < 0) return units[2]?.format(0) ?? '';
    return [first, first + 1]
      .filter((index) => (parts[index] ?? 0) > 0)
      .map((index) => units[index]?.format(parts[index] ?? 0))
      .join(' ');
  };
  return {
    locale,
    day: (date) => day.format(midnight(date)),
    weekday: (date) => weekday.format(midnight(date)),
    time: (at) => time.format(new Date(at)),
    list: (names) => list.format(names),
    listParts: (names) => list.formatToParts(names),
    shortDay: (date) => `${name_of_day.format(midnight(date))} ${number_of_day.format(midnight(date))}`,
    moment: writeMoment,
    clockOr: (at) => {
      const date = new Date(at);
      if (date.toDateString() === new Date().toDateString()) return time.format(date);
      const ago = Date.now() - date.getTime();
      return ago > 0 && ago < A_WEEK ? day_and_time.format(date) : writeMoment(at);
    },
    fullDay: (date) => full_day.format(date),
    dayOf: (at) => local_day.format(new Date(at)),
    full: (at) => full.format(new Date(at)),
    count: number,
    size,
    percent,
    dollars: (amount) => dollars.format(amount),
    length: lengthOf,
    seconds: (ms) => tenths.format(ms / 1000),
    about: (seconds) => lengthOf(seconds < 60 ? seconds : Math.round(seconds / 60) * 60),
  };
};

/** `Date.UTC` would take the years before 100 for the last century's. */
const midnight = (date: string) => new Date(`${date}T00:00:00Z`);

const two = (n: number) => String(n).padStart(2, '0');

/** Milliseconds → `04:31`, from an hour on `1:04:31`, in every language. */
export const clock = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
};

/** Milliseconds → `00:04:31`, always with hours, for a column in which some times have them. */
export const longClock = (ms: number): string => {
  const text = clock(ms);
  return text.length === 5 ? `00:${text}` : text.padStart(8, '0');
};
