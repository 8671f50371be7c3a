const DAY = 86_400_000;
const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
type DayName = (typeof NAMES)[number];

/** The day that nowhere on earth has yet to come: 12 hours behind UTC, at midnight in UTC. */
const dayOf = (made: Date): number => Math.floor((made.getTime() - DAY / 2) / DAY) * DAY;

const dateOf = (day: number): string => new Date(day).toISOString().slice(0, 10);

/** The last Tuesday, or whatever it is called, that is at least so many days before a moment; YYYY-MM-DD. */
export const lastDay = (name: DayName, made: Date, days_before: number): string => {
  const day = dayOf(made) - days_before * DAY;
  return dateOf(day - ((new Date(day).getUTCDay() - NAMES.indexOf(name) + 7) % 7) * DAY);
};

/** The next one that is at least so many days after a moment. */
export const nextDay = (name: DayName, made: Date, days_after: number): string => {
  const day = dayOf(made) + days_after * DAY;
  return dateOf(day + ((NAMES.indexOf(name) - new Date(day).getUTCDay() + 7) % 7) * DAY);
};
