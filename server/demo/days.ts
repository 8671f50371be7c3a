const DAY = 86_400_000;
const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
type DayName = (typeof NAMES)[number];

/** The latest day that has begun everywhere on earth: 12 hours behind UTC, as its midnight in UTC. */
const dayOf = (made: Date): number => Math.floor((made.getTime() - DAY / 2) / DAY) * DAY;

const dateOf = (day: number): string => new Date(day).toISOString().slice(0, 10);

/** The last day of this name that is at least `days_before` days before a moment; YYYY-MM-DD. */
export const lastDay = (name: DayName, made: Date, days_before: number): string => {
  const day = dayOf(made) - days_before * DAY;
  return dateOf(day - ((new Date(day).getUTCDay() - NAMES.indexOf(name) + 7) % 7) * DAY);
};

/** The next day of this name that is at least `days_after` days after a moment; YYYY-MM-DD. */
export const nextDay = (name: DayName, made: Date, days_after: number): string => {
  const day = dayOf(made) + days_after * DAY;
  return dateOf(day + ((NAMES.indexOf(name) - new Date(day).getUTCDay() + 7) % 7) * DAY);
};
