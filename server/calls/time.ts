/** Time of a call in lists and searches: when it began, or when its record was made where nobody has said. */
export const timeOf = ({ started_at, created_at }: { started_at: string | null; created_at: string }): string =>
  started_at ?? created_at;

/** Converts a time by RFC 3339, whatever its offset, into the form that the database answers: UTC, to the microsecond. */
export const inUtc = (time: string): string => {
  const [, seconds, fraction = '', offset] = /^([^.]*?)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/i.exec(time) ?? [];
  if (!seconds || !offset) throw new Error('no time by RFC 3339');
  const instant = new Date(`${seconds}${offset}`.toUpperCase()).toISOString();
  return `${instant.slice(0, 19)}.${fraction.padEnd(6, '0')}Z`;
};

/** Offset of a time by RFC 3339, such as `-05:00`; null for UTC by any name. */
export const offsetOf = (time: string): string | null => /[+-](?!00:00)\d\d:\d\d$/.exec(time)?.[0] ?? null;
