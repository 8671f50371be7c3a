/** Place of a call in time: when it began, or when its record was made, in RFC 3339, and its uuid where two came at one moment. */
export type CallTime = { created_at: string; call_uuid: string };

/** Order of calls from the newest, which two servers and two pages agree on. */
export const newestFirst = (one: CallTime, other: CallTime): number =>
  compare(other.created_at, one.created_at) || compare(other.call_uuid, one.call_uuid);

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
