import { LRUCache } from 'lru-cache';
import { userOf } from '../auth/actor.ts';
import type { ScopedDatabase } from '../database/database.ts';
import { Refusal } from '../errors/errors.ts';
import { type RecordedActor, record } from './record.ts';

/** Statuses that count as refusals. A merely malformed request (400, 413, 415) has not asked for anything yet. */
const REFUSED = new Set([401, 403, 404, 409, 412, 429]);

/** Refusals of one user and action that are events within ten minutes, so that thousands of tries fill no table. */
const MOST_EVENTS = 100;
const WINDOW_MS = 10 * 60_000;
const counted = new LRUCache<string, { events: number }>({ max: 10_000, ttl: WINDOW_MS });

/** Tells whether one more refusal of this actor is an event. */
const isEvent = (actor: RecordedActor): boolean => {
  const key = `${actor.organization_uuid} ${userOf(actor)} ${actor.action}`;
  const count = counted.get(key) ?? { events: 0 };
  if (count.events === 0) counted.set(key, count);
  count.events += 1;
  return count.events <= MOST_EVENTS;
};

/** Records that a request was refused or failed. Never throws: the request's own error is what has to be answered. */
export const recordRefusal = async (
  database: ScopedDatabase,
  actor: RecordedActor,
  { type: subject_type, uuid: subject_uuid }: { type: string; uuid: string | null },
  error: unknown,
): Promise<void> => {
  const status = error instanceof Refusal ? error.status : 500;
  if (status < 500 && !REFUSED.has(status)) return;
  if (status < 500 && !isEvent(actor)) return;
  const outcome = status < 500 ? 'refused' : 'failed';
  await database
    .transaction(async (tx) => record(tx, actor, { subject_type, subject_uuid, outcome }), { lazy: true })
    .catch(() => {});
};
