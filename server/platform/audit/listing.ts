import { createHash } from 'node:crypto';
import type { Route } from '@pharos/contract/table/route.ts';
import { LRUCache } from 'lru-cache';
import type { UserActor } from '../auth/actor.ts';
import type { ScopedDatabase } from '../database/database.ts';
import { recordReadings } from './record.ts';

/** Milliseconds in which the same list of one user, with as many entries, is one event: pages ask for theirs again and again. */
const WINDOW_MS = 10 * 60_000;
const recorded = new LRUCache<string, true>({ max: 10_000, ttl: WINDOW_MS });

// Says which things have changed, not what they say, and is asked for again after each.
const FEED = 'changes.list';

/** Entries that an answer of a list or a search shows; null for every other answer. */
const countOf = ({ data: schema }: Route, answered: unknown): number | null => {
  const properties = (schema as { properties?: Record<string, { type?: string }> } | undefined)?.properties ?? {};
  if (properties.items?.type !== 'array') return null;
  return (answered as { items: unknown[] }).items.length;
};

type Listing = {
  route: Route;
  /** Request that tells one list from another: the address with its query, and the body. It is not kept. */
  asked: { url: string; bytes: Uint8Array };
  subject: { type: string; uuid: string | null };
  answered: unknown;
};

/** Records that somebody was shown a list or the result of a search: how many entries, none of their words. */
export const recordListing = async (
  database: ScopedDatabase,
  actor: UserActor,
  { route, asked, subject: { type: subject_type, uuid: subject_uuid }, answered }: Listing,
): Promise<void> => {
  const listed = countOf(route, answered);
  const { organization_uuid, user_uuid, action } = actor;
  if (listed === null || action === FEED) return;
  const digest = createHash('sha256').update(asked.url).update(asked.bytes).digest('base64url');
  const key = `${organization_uuid} ${user_uuid} ${action} ${digest} ${listed}`;
  if (recorded.has(key)) return;
  await recordReadings(database, actor, [{ subject_type, subject_uuid, listed }]);
  recorded.set(key, true);
};
