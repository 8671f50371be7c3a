import sql from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../../platform/database/database.ts';
import { daysAfter } from '../../platform/database/days-after.ts';
import { digestOfRow } from '../queries.ts';

export type Removed = { uuid: string; case_uuid: string; restorable_days: number };

/**
 * Recordings that were taken away longer ago than deleted things are kept, of cases that are not on hold. A case is
 * that of the call now: calls are moved, and the recordings that were taken from them go with them.
 */
export const selectRemoved = (tx: Transaction, organization_uuid: string) =>
  tx.rows<Removed>(sql`
    select recordings.uuid, calls.case_uuid, organizations.restorable_days
    from recordings
    join calls on calls.organization_uuid = recordings.organization_uuid and calls.uuid = recordings.call_uuid
    join organizations on organizations.uuid = recordings.organization_uuid
    where recordings.organization_uuid = ${organization_uuid}
      and coalesce(organizations.purges_wait_until <= statement_timestamp(), true)
      and ${daysAfter(sql`recordings.deleted_at`, sql`organizations.restorable_days`)} <= statement_timestamp()
      and not exists (
        select from holds
        where holds.organization_uuid = ${organization_uuid} and holds.case_uuid = calls.case_uuid
          and holds.released_at is null)
      and not exists (
        select from call_joins
        where call_joins.organization_uuid = ${organization_uuid}
          and call_joins.own_recording_uuid = recordings.uuid)
    order by recordings.deleted_at`);

/** The digest of a row that is still to be removed, locked; null where its case is held or another by now. The case has to be locked. */
export const lockRemoved = (tx: Transaction, organization_uuid: string, { uuid, case_uuid }: Removed) =>
  tx.row<{ digest: string }>(sql`
    select ${digestOfRow('recordings')} as digest from recordings
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is not null
      and exists (
        select from calls
        where calls.organization_uuid = ${organization_uuid} and calls.uuid = recordings.call_uuid
          and calls.case_uuid = ${case_uuid})
      and not exists (
        select from holds
        where organization_uuid = ${organization_uuid} and case_uuid = ${case_uuid} and released_at is null)
    for update`);

export const deleteRecording = (tx: OpenTransaction, organization_uuid: string, uuid: string): void =>
  tx.send(sql`delete from recordings where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
