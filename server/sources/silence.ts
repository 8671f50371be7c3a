import type { ActivityRow } from './queries.ts';

type Day = { day: string; calls: number };

/** Days of calls that have to be there before anything is usual. */
const FEWEST_DAYS = 7;
/** Hours of silence that are never an alarm. */
const SHORTEST_HOURS = 4;

/**
 * Tells what is usual of a source, and for how many hours it has been silent where that is longer than any silence of the
 * last four weeks, by a quarter: nights and weekends are a part of those.
 */
export const silenceOf = (
  { first_call_at, hours_since, longest_gap_hours }: ActivityRow,
  days: readonly Day[],
  quiet_until: string | null,
  now = Date.now(),
): { usual_a_day: number | null; silent_hours: number | null } => {
  const since = days.findIndex(({ day }) => first_call_at !== null && day >= first_call_at.slice(0, 10));
  // Today is not over.
  const whole = since === -1 ? [] : days.slice(since, -1);
  if (whole.length < FEWEST_DAYS || hours_since === null || longest_gap_hours === null)
    return { usual_a_day: null, silent_hours: null };
  const usual_a_day = medianOf(whole.map(({ calls }) => calls));
  const isQuiet = quiet_until !== null && Date.parse(quiet_until) > now;
  const isSilent = hours_since > Math.max(SHORTEST_HOURS, 1.25 * longest_gap_hours) && usual_a_day > 0;
  return { usual_a_day, silent_hours: isSilent && !isQuiet ? Math.floor(hours_since) : null };
};

const medianOf = (numbers: number[]): number => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};
