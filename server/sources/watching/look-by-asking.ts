import { selectTaken } from '../arrivals/queries.ts';
import { askJson } from '../fetching/open-fetched.ts';
import { FETCHED_KINDS } from '../kinds/kinds.ts';
import { settingsOf } from '../queries.ts';
import type { Look } from './look.ts';

/** Time that is asked for again and again: recordings come into a telephone system's list when they are ready. */
const OVERLAP_MS = 24 * 3_600_000;

/** Everything before `since` was seen. `until` and `next`: a pass over what came since that goes on. */
type Cursor = { since: string; until?: string; next?: string };

/** Asks a telephone system what it has recorded, a page at a time, from the first time on that the source names. */
export const lookByAsking: Look = async ({ database, source, known, keep, ...outside }) => {
  const kind = FETCHED_KINDS[source.kind];
  const { since } = settingsOf(source);
  if (!kind?.pull || (source.kind === 'twilio' && since === undefined)) return null;
  const cursor = (source.cursor?.parse() as Cursor | undefined) ?? {
    since: new Date(since ?? source.created_at).toISOString(),
  };
  const until = cursor.until ?? new Date().toISOString();
  const ask = askJson({ known, ...outside }, kind.hosts);
  const { recordings, next } = await kind.pull(known, ask, { since: cursor.since, until, next: cursor.next });
  const ids = recordings.map(({ recording_id }) => recording_id);
  const seen = new Set((await selectTaken(database, source, ids)).map(({ recording_id }) => recording_id));
  const found = recordings.filter(({ recording_id }) => !seen.has(recording_id));
  await keep(
    found.map(({ recording_id, facts, ...fetched }) => ({ recording_id, facts, place: { ...fetched, facts } })),
  );
  if (next !== undefined) return { cursor: { since: cursor.since, until, next }, more: true };
  const again = new Date(Date.parse(until) - OVERLAP_MS).toISOString();
  return { cursor: { since: again > cursor.since ? again : cursor.since } };
};
