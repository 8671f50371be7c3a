const DAY_MS = 86_400_000;

/** Language of a typed day, and the side of today on which its weekdays lie. */
export type Reading = { locale: string; today: string; past: boolean };

const RELATIVE: Record<string, number> = { today: 0, hoy: 0, yesterday: -1, ayer: -1, tomorrow: 1, mañana: 1 };

/** Reads a day as people type it: "yesterday", "sat", "11/30", "2026-11-30". Null where it is none. */
export const readDay = (typed: string, { locale, today, past }: Reading): string | null => {
  const text = typed.trim().toLowerCase().replace(/\.$/, '');
  const now = Date.parse(`${today}T00:00:00Z`);
  const after = (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  const relative = RELATIVE[text];
  if (relative !== undefined) return after(relative);
  const weekday = weekdaysOf(locale).findIndex((name) => text.length >= 3 && name.startsWith(text));
  if (weekday >= 0) {
    const ahead = (weekday - new Date(now).getUTCDay() + 7) % 7;
    return after(past && ahead > 0 ? ahead - 7 : ahead);
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const written = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/.exec(text);
  if (!written) return null;
  const [, one, two, year] = written;
  const [month, day] = isMonthFirst(locale) ? [one, two] : [two, one];
  if (year) return dayOf(year, month, day);
  const this_year = dayOf(today.slice(0, 4), month, day);
  // Without a year, a death lies behind and a service ahead.
  if (this_year === null || (past ? this_year <= today : this_year >= today)) return this_year;
  return dayOf(String(Number(today.slice(0, 4)) + (past ? -1 : 1)), month, day);
};

const dayOf = (year = '', month = '', day = ''): string | null => {
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
};

/** Names of the weekdays from Sunday on. */
const weekdaysOf = (locale: string): string[] => {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, day) => format.format(new Date(Date.UTC(2023, 0, 1 + day))).toLowerCase());
};

const isMonthFirst = (locale: string): boolean => {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(new Date());
  return parts.find(({ type }) => type !== 'literal')?.type === 'month';
};
