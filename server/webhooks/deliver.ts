import { randomUUID } from 'node:crypto';
import type { Vault } from '../platform/auth/vault.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { readClock } from '../platform/database/write.ts';
import { bodyOf } from './body.ts';
import { expandChanges } from './expand.ts';
import { type Answered, type InsideHosts, post } from './post.ts';
import {
  beginAttempts,
  changeOf,
  type DueDelivery,
  endAttempt,
  leaseWebhook,
  markDelivered,
  markFailed,
  selectDue,
  updateWebhook,
  type WebhookRow,
} from './queries.ts';
import { signedHeaders } from './secrets.ts';

/** Tools of a sender. `lease_uuid`: by which it holds its webhooks, for so many seconds at a time. */
export type Sending = {
  vault: Vault;
  inside: InsideHosts;
  closing: AbortSignal;
  lease_uuid: string;
  lease_seconds: number;
  /** Seconds before the next attempt, after so many. */
  wait_seconds(attempts: number): number;
};

/** Deliveries that are made at once, each of another call. */
const AT_ONCE = 20;
const GIVE_UP_SECONDS = 3 * 24 * 3600;

const [MINUTE, HOUR] = [60, 3600];
const WAITS = [5, 30, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];

/** Waits between attempts, longer each time and never the same for all, so that not everything comes back at once. */
export const backOff = (attempts: number): number => {
  const wait = WAITS[Math.min(Math.max(attempts, 1), WAITS.length) - 1] as number;
  return wait * (0.9 + 0.2 * Math.random());
};

/** A delivery that is being made, with the attempt that was noted before. */
type Begun = DueDelivery & { attempt_uuid: string };

/**
 * Makes the deliveries of a webhook whose time has come, at most 20, and answers whether there may be more; null where
 * another sender has it. Attempts are noted before they are made, and their outcome after: whatever ends this between
 * the two, the next sender finds the deliveries waiting, and makes them again with their ids.
 */
export const deliverBatch = async (
  sending: Sending,
  database: ScopedDatabase,
  webhook: { organization_uuid: string; uuid: string },
): Promise<boolean | null> => {
  const claimed = await claim(sending, database, webhook);
  if (!claimed) return null;
  const { row, begun, has_more } = claimed;
  const made = await Promise.all(
    begun.map(async (delivery) => ({ delivery, answered: await send(sending, database, row, delivery) })),
  );
  if (made.length > 0) await settle(sending, database, row, made);
  return has_more || begun.length > 0;
};

const claim = (
  { lease_uuid, lease_seconds: seconds }: Sending,
  database: ScopedDatabase,
  webhook: { organization_uuid: string; uuid: string },
) =>
  database.transaction(async (tx) => {
    const row = await leaseWebhook(tx, webhook, { lease_uuid, seconds });
    if (!row) return null;
    const has_more = await expandChanges(tx, row);
    const due = await selectDue(tx, row.organization_uuid, row.uuid, AT_ONCE);
    const begun: Begun[] = due.map((one) => ({ ...one, attempt_uuid: randomUUID() }));
    const attempts = begun.map(({ uuid: delivery_uuid, attempt_uuid: uuid }) => ({ uuid, delivery_uuid }));
    if (attempts.length > 0) beginAttempts(tx, row.organization_uuid, attempts);
    return { row, begun, has_more };
  });

const send = async (
  { vault, inside, closing }: Sending,
  database: ScopedDatabase,
  row: WebhookRow,
  delivery: Begun,
): Promise<Answered> => {
  const body = await bodyOf(database, row, changeOf(delivery));
  return post(row.url, body, signedHeaders(vault, row, delivery.change_id, body), { inside, closing });
};

const GONE = 410;

const settle = (
  { wait_seconds }: Sending,
  database: ScopedDatabase,
  row: WebhookRow,
  made: { delivery: Begun; answered: Answered }[],
) =>
  database.transaction(async (tx) => {
    const { organization_uuid, failing_since } = row;
    const now = await readClock(tx);
    const after = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();
    for (const { delivery, answered } of made) {
      const { uuid, attempt_uuid, attempts, tried_since } = delivery;
      endAttempt(tx, { organization_uuid, uuid: attempt_uuid }, answered);
      if (answered.reason === null) {
        markDelivered(tx, { organization_uuid, uuid }, answered);
        continue;
      }
      const is_over = Date.parse(now) - Date.parse(tried_since ?? now) >= GIVE_UP_SECONDS * 1000;
      const wait = answered.reason === 'interrupted' ? 0 : wait_seconds(attempts + 1);
      const next = is_over ? null : after(Math.max(wait, answered.retry_after_ms / 1000));
      markFailed(tx, { organization_uuid, uuid }, answered, next);
    }
    if (made.some(({ answered }) => answered.reason === null)) {
      updateWebhook(tx, row, { failing_since: null, last_delivered_at: now });
    } else updateWebhook(tx, row, { failing_since: failing_since ?? now });
    if (made.some(({ answered }) => answered.status === GONE)) updateWebhook(tx, row, { enabled: false });
  });
