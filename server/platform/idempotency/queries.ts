import sql from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../database/database.ts';

export type Key = { organization_uuid: string; user_uuid: string; key: string };
export type Kept = { request_digest: string; answer: Buffer | null; etag: string | null };

/** Takes a key for this transaction; null where it was taken before. Waits for a transaction that is just taking it. */
export const takeKey = (tx: Transaction, { organization_uuid, user_uuid, key }: Key, request_digest: string) =>
  tx.row(sql`
    insert into idempotency_keys (organization_uuid, user_uuid, key, request_digest)
    values (${organization_uuid}, ${user_uuid}, ${key}, ${request_digest})
    on conflict do nothing
    returning key`);

/** Forgets a key that is older than a day, though no round of upkeep has been here yet. */
export const deleteOldKey = (tx: OpenTransaction, { organization_uuid, user_uuid, key }: Key): void =>
  tx.send(sql`
    delete from idempotency_keys
    where organization_uuid = ${organization_uuid} and user_uuid = ${user_uuid} and key = ${key}
      and created_at < statement_timestamp() - interval '24 hours'`);

export const findKept = (tx: Transaction, { organization_uuid, user_uuid, key }: Key) =>
  tx.row<Kept>(sql`
    select request_digest, answer, etag from idempotency_keys
    where organization_uuid = ${organization_uuid} and user_uuid = ${user_uuid} and key = ${key}`);

export const keepAnswer = (
  tx: Transaction,
  { organization_uuid, user_uuid, key }: Key,
  { answer, etag }: { answer: Buffer | null; etag: string | null },
) =>
  tx.rows(sql`
    update idempotency_keys set answer = ${answer}, etag = ${etag}
    where organization_uuid = ${organization_uuid} and user_uuid = ${user_uuid} and key = ${key}`);

export const deleteOldKeys = (tx: Transaction, organization_uuid: string) =>
  tx.rows(sql`
    delete from idempotency_keys
    where organization_uuid = ${organization_uuid} and created_at < statement_timestamp() - interval '24 hours'`);
