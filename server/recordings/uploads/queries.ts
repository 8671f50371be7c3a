import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/database/database.ts';
import type { Key } from '../../platform/storage/key.ts';

type UnfinishedUpload = { uuid: string; call_uuid: string };

/** Locks the uploads of an organization: they begin one after another, so that none is begun beyond their number. */
export const lockUploads = (tx: Transaction, organization_uuid: string) =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('uploads ' || ${organization_uuid}::text, 0))`);

/** Forgets those whose time was over before the longest that an upload may take. */
export const deleteOverdue = (tx: Transaction, organization_uuid: string, lifetime_ms: number) =>
  tx.rows(sql`
    delete from uploads
    where organization_uuid = ${organization_uuid}
      and created_at < statement_timestamp() - ${lifetime_ms} * interval '1 millisecond'`);

/** The unfinished uploads of an organization, the oldest first. */
export const selectUploads = (tx: Transaction, organization_uuid: string) =>
  tx.rows<UnfinishedUpload>(sql`
    select uuid, call_uuid from uploads where organization_uuid = ${organization_uuid} order by created_at, uuid`);

export const insertUpload = (tx: Transaction, key: Key, call_uuid: string, created_by: string) =>
  tx.rows(sql`
    insert into uploads (organization_uuid, uuid, call_uuid, created_by)
    values (${key.organization_uuid}, ${key.uuid}, ${call_uuid}, ${created_by})`);

export const deleteUpload = (tx: Transaction, { organization_uuid, uuid }: Key) =>
  tx.rows(sql`delete from uploads where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** The unfinished uploads of calls. */
export const selectUploadsOf = (tx: Transaction, organization_uuid: string, call_uuids: string[]) =>
  tx.rows<UnfinishedUpload>(sql`
    select uuid, call_uuid from uploads
    where organization_uuid = ${organization_uuid} and call_uuid = any(${call_uuids}::uuid[])`);
