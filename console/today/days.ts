const DAY_MS = 86_400_000;

/** A calendar day of the reader's own clock, as `2026-12-01`. */
const written = (date: Date): string => date.toLocaleDateString('sv');

export const today = (): string => written(new Date());

/** The day that is so many days after today; noon, so that no change of the clock shifts it. */
export const dayAfter = (days: number): string => {
  const noon = new Date().setHours(12, 0, 0, 0);
  return written(new Date(noon + days * DAY_MS));
};

/** Today and the six days after it. */
export const week = (): string[] => Array.from({ length: 7 }, (_, index) => dayAfter(index));

/** The reader's last midnight but one, as a moment by RFC 3339. */
export const startOfYesterday = (): string => {
  const start = new Date();
  start.setHours(0, 0, 0, 0);
  start.setDate(start.getDate() - 1);
  return start.toISOString();
};

/** Part of the day, by the hour. */
export const partOfDay = (hour = new Date().getHours()): 'morning' | 'afternoon' | 'evening' =>
  hour >= 4 && hour < 12 ? 'morning' : hour >= 12 && hour < 18 ? 'afternoon' : 'evening';
