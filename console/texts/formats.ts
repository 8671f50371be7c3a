import { numbersIn, unitIn } from './numbers.ts';

/** How people in the house say dates, times and numbers, in one locale. Times of day are the reader's own. */
export type Formats = {
  /** `2026-11-17` → “17 November 2026”. */
  day(date: string): string;
  /** `2026-11-17` → “Tue 17 November”. */
  weekday(date: string): string;
  /** A moment of the contract → “Tue 17 Nov, 9:14”. */
  moment(at: string): string;
  /** The same with its year, for what is looked up later → “17 Nov 2026, 9:14”. */
  stamp(at: string): string;
  /** The same in full, with the zone of its clock, for paper → “November 17, 2026 at 9:14 AM CST”. */
  full(at: string): string;
  /** `1234` → “1,234”. */
  count(n: number): string;
  /** Seconds → “12 min 40 sec”, from an hour on “1 hr 22 min”. */
  length(seconds: number): string;
  /** Bytes, in steps of 1024 → “4 GB”. */
  size(bytes: number): string;
  /** 0…1 → “46%”. */
  percent(share: number): string;
};

export const formatsOf = (locale: string): Formats => {
  // A calendar day is nobody's midnight: it is printed as the day that it names, in every time zone.
  const calendar = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const day = calendar({ day: 'numeric', month: 'long', year: 'numeric' });
  const weekday = calendar({ weekday: 'short', day: 'numeric', month: 'long' });
  const moment = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  });
  const stamp = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const full = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  const { number, size, percent } = numbersIn(locale);
  const units = ['hour', 'minute', 'second'].map((unit) => unitIn(locale, unit));
  return {
    day: (date) => day.format(midnight(date)),
    weekday: (date) => weekday.format(midnight(date)),
    moment: (at) => moment.format(new Date(at)),
    stamp: (at) => stamp.format(new Date(at)),
    full: (at) => full.format(new Date(at)),
    count: number,
    size,
    percent,
    length: (seconds) => {
      const parts = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
      const first = parts.findIndex((part) => part > 0);
      if (first < 0) return units[2]?.format(0) ?? '';
      return [first, first + 1]
        .filter((index) => (parts[index] ?? 0) > 0)
        .map((index) => units[index]?.format(parts[index] ?? 0))
        .join(' ');
    },
  };
};

/** `Date.UTC` would take the years before 100 for the last century's. */
const midnight = (date: string) => new Date(`${date}T00:00:00Z`);

const two = (n: number) => String(n).padStart(2, '0');

/** Milliseconds → `04:31`, from an hour on `1:04:31`. The same in every language. */
export const clock = (ms: number): string => {
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
};

/** The same with its hours in any case, for a column in which some have them → `00:04:31`. */
export const longClock = (ms: number): string => {
  const text = clock(ms);
  return text.length === 5 ? `00:${text}` : text.padStart(8, '0');
};
