/** Instant at which a clock in a time zone shows this time, which is given as if it were UTC; nothing where it never does. */
export const instantAt = (local_ms: number, time_zone: string): string | undefined => {
  if (Number.isNaN(local_ms)) return undefined;
  // The offset of about that time, then that of the instant itself: it may have changed in between.
  for (const guess of [
    local_ms - offsetAt(local_ms, time_zone),
    local_ms - offsetAt(local_ms - 3_600_000, time_zone),
  ]) {
    const instant = local_ms - offsetAt(guess, time_zone);
    if (instant + offsetAt(instant, time_zone) === local_ms) return new Date(instant).toISOString();
  }
  return undefined;
};

const FORMAT = {
  ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
  ...({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const),
};

/** Milliseconds by which a zone is ahead of UTC at an instant. */
const offsetAt = (ms: number, timeZone: string): number => {
  const shown = new Intl.DateTimeFormat('sv', { ...FORMAT, timeZone }).format(ms);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(ms / 1000) * 1000;
};
