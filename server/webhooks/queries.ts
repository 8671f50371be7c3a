import type { Change } from '@pharos/contract/changes.ts';
import type { AttemptReason, Webhook, WebhookAttempt, WebhookDelivery } from '@pharos/contract/webhooks.ts';
import sql, { empty } from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { insertInto } from '../platform/database/insert-into.ts';
import { assign } from '../platform/database/write.ts';
import type { Slice } from '../platform/http/cursor.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';

type Owned = { organization_uuid: string; uuid: string };

/** A webhook as it lies in the table. */
export type WebhookRow = Omit<Webhook, 'waiting' | 'parked'> & { secrets: Buffer; position: number; hash: string };

const columns = sql`
  webhooks.organization_uuid, webhooks.uuid, webhooks.name, webhooks.url, webhooks.types, webhooks.payload,
  webhooks.enabled, webhooks.secrets, webhooks.position, webhooks.hash, webhooks.failing_since,
  webhooks.last_delivered_at, webhooks.created_at, webhooks.created_by, webhooks.updated_at`;

export const selectWebhooks = (tx: Transaction, organization_uuid: string, { after, limit }: Slice) =>
  tx.rows<WebhookRow>(sql`
    select ${columns} from webhooks
    where organization_uuid = ${organization_uuid}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);

export const selectEnabled = (tx: Transaction, organization_uuid: string) =>
  tx.rows<{ uuid: string }>(sql`
    select uuid from webhooks where organization_uuid = ${organization_uuid} and enabled order by created_at`);

export const findWebhook = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<WebhookRow>(sql`
    select ${columns} from webhooks where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** A webhook that is locked until the transaction ends. */
export const findWebhookForUpdate = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<WebhookRow & { now: string }>(sql`
    select ${columns}, clock_timestamp() as now from webhooks
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}
    for update`);

/** Webhooks of an organization are counted one after another, so that none is one too many. */
export const countWebhooks = async (tx: Transaction, organization_uuid: string): Promise<number> => {
  await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('webhooks ' || ${organization_uuid}::text, 0))`);
  const { count } = await tx.one<{ count: number }>(sql`
    select count(*) from webhooks where organization_uuid = ${organization_uuid}`);
  return count;
};

export type NewWebhook = Omit<
  WebhookRow,
  'enabled' | 'failing_since' | 'last_delivered_at' | 'created_at' | 'updated_at'
>;

export const insertWebhook = (tx: OpenTransaction, webhook: NewWebhook): void =>
  tx.send(insertInto('webhooks', [webhook]));

export const updateWebhook = (
  tx: OpenTransaction,
  { organization_uuid, uuid }: Owned,
  changes: Partial<Omit<WebhookRow, 'organization_uuid' | 'uuid' | 'created_at' | 'created_by'>>,
): void =>
  tx.send(sql`
    update webhooks set ${assign(changes)} where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export const deleteWebhook = (tx: OpenTransaction, { organization_uuid, uuid }: Owned): void =>
  tx.send(sql`delete from webhooks where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** Takes a webhook for one sender, for so many seconds, and locks it; null where another has it, or it is not enabled. */
export const leaseWebhook = (
  tx: Transaction,
  { organization_uuid, uuid }: Owned,
  { lease_uuid, seconds }: { lease_uuid: string; seconds: number },
) =>
  tx.row<WebhookRow>(sql`
    update webhooks
    set lease_uuid = ${lease_uuid}, leased_until = statement_timestamp() + make_interval(secs => ${seconds})
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and enabled
      and (lease_uuid is null or lease_uuid = ${lease_uuid} or leased_until < statement_timestamp())
    returning ${columns}`);

/** Gives back what a sender has taken. */
export const endLease = (tx: OpenTransaction, { organization_uuid, uuid }: Owned, lease_uuid: string): void =>
  tx.send(sql`
    update webhooks set lease_uuid = null
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and lease_uuid = ${lease_uuid}`);

export type DeliveryRow = Omit<WebhookDelivery, 'change'> & { change: StoredJson };

const deliveryColumns = sql`
  webhook_deliveries.uuid, webhook_deliveries.webhook_uuid, webhook_deliveries.change, webhook_deliveries.state,
  webhook_deliveries.attempts, webhook_deliveries.last_status, webhook_deliveries.last_reason,
  webhook_deliveries.next_attempt_at, webhook_deliveries.delivered_at, webhook_deliveries.created_at`;

export type NewDelivery = Owned & {
  webhook_uuid: string;
  change_id: string;
  position: number;
  number: number;
  order_uuid: string;
  change: StoredJson;
  happened_at: string;
};

export const insertDeliveries = (tx: OpenTransaction, deliveries: NewDelivery[]): void =>
  tx.insert('webhook_deliveries', deliveries);

/** Counts of what waits and of what was given up. */
export const countDeliveries = (tx: Transaction, organization_uuid: string, webhook_uuid: string) =>
  tx.one<{ waiting: number; parked: number }>(sql`
    select count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'parked') as parked
    from webhook_deliveries
    where organization_uuid = ${organization_uuid} and webhook_uuid = ${webhook_uuid} and state <> 'delivered'`);

/** A delivery whose time has come: the first that waits of its call. */
export type DueDelivery = {
  uuid: string;
  change_id: string;
  change: StoredJson;
  attempts: number;
  tried_since: string | null;
};

export const selectDue = (tx: Transaction, organization_uuid: string, webhook_uuid: string, limit: number) =>
  tx.rows<DueDelivery>(sql`
    select uuid, change_id, change, attempts, tried_since
    from webhook_deliveries
    where organization_uuid = ${organization_uuid} and webhook_uuid = ${webhook_uuid} and state = 'waiting'
      and (next_attempt_at is null or next_attempt_at <= statement_timestamp())
      and not exists (
        select from webhook_deliveries as earlier
        where earlier.organization_uuid = ${organization_uuid} and earlier.webhook_uuid = ${webhook_uuid}
          and earlier.state = 'waiting' and earlier.order_uuid = webhook_deliveries.order_uuid
          and (earlier.position, earlier.number) < (webhook_deliveries.position, webhook_deliveries.number))
    order by position, number
    limit ${limit}`);

/** Milliseconds until something that waits is due; null where nothing waits. */
export const findNextDue = async (tx: Transaction, organization_uuid: string, webhook_uuid: string) => {
  const { wait_ms } = await tx.one<{ wait_ms: number | null }>(sql`
    select (extract(epoch from min(next_attempt_at) - statement_timestamp()) * 1000)::float8 as wait_ms
    from webhook_deliveries
    where organization_uuid = ${organization_uuid} and webhook_uuid = ${webhook_uuid} and state = 'waiting'`);
  return wait_ms === null ? null : Math.max(0, wait_ms);
};

/** Notes attempts before they are made; those of a sender that ended were interrupted. */
export const beginAttempts = (
  tx: OpenTransaction,
  organization_uuid: string,
  attempts: { uuid: string; delivery_uuid: string }[],
): void => {
  const uuids = attempts.map(({ delivery_uuid }) => delivery_uuid);
  tx.send(sql`
    update webhook_attempts set ended_at = statement_timestamp(), reason = 'interrupted'
    where organization_uuid = ${organization_uuid} and delivery_uuid = any(${uuids}::uuid[]) and ended_at is null`);
  tx.insert(
    'webhook_attempts',
    attempts.map((attempt) => ({ organization_uuid, ...attempt })),
  );
  tx.send(sql`
    update webhook_deliveries set attempts = attempts + 1, next_attempt_at = null
    where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[])`);
  tx.send(sql`
    update webhook_deliveries set tried_since = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[]) and tried_since is null`);
};

/** Result of an attempt; `reason` is null where it was accepted. */
export type Outcome = { status: number | null; reason: AttemptReason | null };

export const endAttempt = (
  tx: OpenTransaction,
  { organization_uuid, uuid }: Owned,
  { status, reason }: Outcome,
): void =>
  tx.send(sql`
    update webhook_attempts set ended_at = statement_timestamp(), status = ${status}, reason = ${reason}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export const markDelivered = (tx: OpenTransaction, { organization_uuid, uuid }: Owned, { status }: Outcome): void =>
  tx.send(sql`
    update webhook_deliveries
    set state = 'delivered', delivered_at = statement_timestamp(), last_status = ${status}, last_reason = null
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** Lets a delivery wait for its next attempt, or gives it up where there is none. */
export const markFailed = (
  tx: OpenTransaction,
  { organization_uuid, uuid }: Owned,
  { status, reason }: Outcome,
  next_attempt_at: string | null,
): void =>
  tx.send(sql`
    update webhook_deliveries
    set last_status = ${status}, last_reason = ${reason}, next_attempt_at = ${next_attempt_at},
      state = ${next_attempt_at === null ? 'parked' : 'waiting'}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export const selectDeliveries = (
  tx: Transaction,
  organization_uuid: string,
  { webhook_uuid, state }: { webhook_uuid: string; state?: string },
  { after, limit }: Slice,
) =>
  tx.rows<DeliveryRow>(sql`
    select ${deliveryColumns} from webhook_deliveries
    where organization_uuid = ${organization_uuid} and webhook_uuid = ${webhook_uuid}
      ${state === undefined ? empty : sql`and state = ${state}`}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);

export const findDelivery = (tx: Transaction, organization_uuid: string, webhook_uuid: string, uuid: string) =>
  tx.row<DeliveryRow>(sql`
    select ${deliveryColumns} from webhook_deliveries
    where organization_uuid = ${organization_uuid} and webhook_uuid = ${webhook_uuid} and uuid = ${uuid}`);

export const selectAttempts = (
  tx: Transaction,
  organization_uuid: string,
  delivery_uuid: string,
  { after, limit }: Slice,
) =>
  tx.rows<WebhookAttempt>(sql`
    select uuid, delivery_uuid, created_at, ended_at, status, reason from webhook_attempts
    where organization_uuid = ${organization_uuid} and delivery_uuid = ${delivery_uuid}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);

/** Deliveries to be made again; with a uuid that one. Those that wait lose their back-off. */
export type Replayed = { webhook_uuid: string; uuid?: string; from?: string; to?: string; state?: string };

export const replayDeliveries = (
  tx: Transaction,
  organization_uuid: string,
  { webhook_uuid, uuid, from, to, state }: Replayed,
) =>
  tx.rows<{ uuid: string }>(sql`
    update webhook_deliveries
    set state = 'waiting', attempts = 0, tried_since = null, next_attempt_at = null, delivered_at = null
    where organization_uuid = ${organization_uuid} and webhook_uuid = ${webhook_uuid}
      ${uuid === undefined ? empty : sql`and uuid = ${uuid}`}
      ${from === undefined ? empty : sql`and happened_at >= ${from}::timestamptz`}
      ${to === undefined ? empty : sql`and happened_at <= ${to}::timestamptz`}
      ${state === undefined ? empty : sql`and state = ${state}`}
    returning uuid`);

/** Removes what was accepted a month ago. */
export const deleteOldDeliveries = (tx: Transaction, organization_uuid: string) =>
  tx.rows(sql`
    delete from webhook_deliveries
    where organization_uuid = ${organization_uuid} and state = 'delivered'
      and delivered_at < statement_timestamp() - interval '30 days'`);

/** Changes as they are kept with their deliveries. */
export const changeOf = ({ change }: { change: StoredJson }): Change => change.parse() as Change;
