/** Day of the calendar without a zone. Months from 1. */
export type Day = { year: number; month: number; day: number };

export const isDay = ({ year, month, day }: Day): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Day as YYYY-MM-DD. */
export const isoOf = ({ year, month, day }: Day): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Local day and minute of the day of a time written as ISO 8601; null for anything else. */
export const localTime = (iso: string | null): { day: Day; minute: number } | null => {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(iso ?? '') ?? [];
  if (minute === undefined) return null;
  return {
    day: { year: Number(year), month: Number(month), day: Number(day) },
    minute: Number(hour) * 60 + Number(minute),
  };
};

export const addDays = ({ year, month, day }: Day, days: number): Day => {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** Day of the week, from Sunday as 0. */
export const weekdayOf = ({ year, month, day }: Day): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** Whole years from one day to another. */
export const yearsBetween = (from: Day, to: Day): number =>
  to.year - from.year - (to.month < from.month || (to.month === from.month && to.day < from.day) ? 1 : 0);
