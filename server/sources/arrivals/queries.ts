import type { Arrival, ArrivalReason } from '@pharos/contract/arrivals.ts';
import sql, { empty } from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../../platform/database/database.ts';
import { insertInto } from '../../platform/database/insert-into.ts';
import { assign } from '../../platform/database/write.ts';
import type { Slice } from '../../platform/http/cursor.ts';

const columns = sql`
  uuid, source_uuid, created_at, updated_at, state, reason, detail, recording_id, source_call_id, "from", "to", call_uuid,
  attempts, next_attempt_at`;

/** Arrival that is not in the log yet. */
export type NewArrival = {
  organization_uuid: string;
  uuid: string;
  source_uuid: string;
  state: Arrival['state'];
  reason?: ArrivalReason | null;
  detail?: string | null;
  recording_id?: string | null;
  source_call_id?: string | null;
  from?: string | null;
  to?: string | null;
  call_uuid?: string | null;
  entry_uuid?: string | null;
  next_attempt_at?: string | null;
  attempts?: number;
  message?: Buffer | null;
  file_key?: string | null;
};

const NEW = ['reason', 'detail', 'recording_id', 'source_call_id', 'from', 'to', 'call_uuid', 'entry_uuid'] as const;

const rowOf = (arrival: NewArrival) => ({
  ...Object.fromEntries([...NEW, 'next_attempt_at', 'message', 'file_key'].map((name) => [name, null])),
  ...arrival,
});

export const insertArrival = (tx: OpenTransaction, arrival: NewArrival): void =>
  tx.send(insertInto('arrivals', [rowOf(arrival)]));

/** Inserts a recording that waits; null where it came before. */
export const insertWaiting = (tx: Transaction, arrival: NewArrival) =>
  tx.row<{ uuid: string }>(sql`
    ${insertInto('arrivals', [rowOf(arrival)])}
    on conflict (organization_uuid, source_uuid, recording_id) where state in ('waiting', 'failed', 'taken') do nothing
    returning uuid`);

/** The arrival by which a recording came first. */
export const findFirst = (tx: Transaction, organization_uuid: string, source_uuid: string, recording_id: string) =>
  tx.row<{ uuid: string; call_uuid: string | null }>(sql`
    select uuid, call_uuid from arrivals
    where organization_uuid = ${organization_uuid} and source_uuid = ${source_uuid} and recording_id = ${recording_id}
      and state in ('waiting', 'failed', 'taken')`);

export const selectArrivals = (
  tx: Transaction,
  organization_uuid: string,
  { source_uuid, state }: { source_uuid: string; state?: Arrival['state'] },
  { after, limit }: Slice,
) =>
  tx.rows<Arrival>(sql`
    select ${columns} from arrivals
    where organization_uuid = ${organization_uuid} and source_uuid = ${source_uuid}
      ${state === undefined ? empty : sql`and state = ${state}`}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);

export const findArrival = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<Arrival>(sql`
    select ${columns} from arrivals where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export type LockedArrival = Arrival & { message: Buffer | null; entry_uuid: string | null; file_key: string | null };

/** An arrival that is locked until the transaction ends. */
export const findArrivalForUpdate = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<LockedArrival>(sql`
    select ${columns}, message, entry_uuid, file_key from arrivals
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}
    for update`);

/** Arrival that waits for this entry of the queue, with one attempt more; null where it does not wait for it. */
export const claimArrival = (tx: Transaction, organization_uuid: string, uuid: string, entry_uuid: string) =>
  tx.row<LockedArrival>(sql`
    update arrivals set attempts = attempts + 1, updated_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and entry_uuid = ${entry_uuid}
      and state = 'waiting'
    returning ${columns}, message, entry_uuid, file_key`);

type Changes = Partial<Omit<NewArrival, 'organization_uuid' | 'uuid' | 'source_uuid'>>;

export const updateArrival = (tx: Transaction, organization_uuid: string, uuid: string, changes: Changes) =>
  tx.row<Arrival>(sql`
    update arrivals set ${assign(changes)}, updated_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}
    returning ${columns}`);

/** Changes an arrival that still waits for this entry of the queue; null where it does not. */
export const updateWaiting = (
  tx: Transaction,
  { organization_uuid, job_uuid, uuid }: { organization_uuid: string; job_uuid: string; uuid: string },
  changes: Changes,
) =>
  tx.row<{ uuid: string }>(sql`
    update arrivals set ${assign(changes)}, updated_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${job_uuid} and entry_uuid = ${uuid} and state = 'waiting'
    returning uuid`);

/** A recording of the same file or message that is not taken yet. */
export const findAwaited = (
  tx: Transaction,
  { organization_uuid, uuid: source_uuid }: { organization_uuid: string; uuid: string },
  file_key: string,
) =>
  tx.row(sql`
    select from arrivals
    where organization_uuid = ${organization_uuid} and source_uuid = ${source_uuid} and file_key = ${file_key}
      and state in ('waiting', 'failed')
    limit 1`);

/** Recordings, of those given, that came before. */
export const selectTaken = (
  tx: Transaction,
  { organization_uuid, uuid: source_uuid }: { organization_uuid: string; uuid: string },
  recording_ids: string[],
) =>
  tx.rows<{ recording_id: string }>(sql`
    select recording_id from arrivals
    where organization_uuid = ${organization_uuid} and source_uuid = ${source_uuid}
      and recording_id = any(${recording_ids}::text[]) and state in ('waiting', 'failed', 'taken')`);

/** Keys, of those given, of files that came before. */
export const selectKnownFiles = (tx: Transaction, organization_uuid: string, source_uuid: string, keys: string[]) =>
  tx.rows<{ file_key: string }>(sql`
    select file_key from arrivals
    where organization_uuid = ${organization_uuid} and source_uuid = ${source_uuid} and file_key = any(${keys}::text[])`);

/** Removes what was refused or of no use a month ago. */
export const deleteOldRefusals = (tx: Transaction, organization_uuid: string) =>
  tx.rows(sql`
    delete from arrivals
    where organization_uuid = ${organization_uuid} and state in ('refused', 'ignored', 'duplicate', 'test')
      and created_at < statement_timestamp() - interval '30 days'`);
