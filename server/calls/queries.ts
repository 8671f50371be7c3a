import type { Call } from '@pharos/contract/calls.ts';
import type { Query } from '@pharos/contract/table/route.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import sql, { empty, join, type Sql } from 'sql-template-tag';
import { eventParts, type NewEvent } from '../platform/audit/queries.ts';
import type { Transaction } from '../platform/database/database.ts';
import { decodeCursor } from '../platform/http/cursor.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';
import type { Packed, StoredTranscript } from '../transcripts/stored.ts';

/** A call's own columns, as they lie in the table. */
export type CallColumns = Omit<Call, 'provider_metadata' | 'speaker_labels' | 'transcript'> & {
  provider_metadata: StoredJson | null;
  speaker_labels: StoredJson;
};
/** A call that is locked for a change. */
export type LockedCall = CallColumns & {
  version: number;
  transcript_uuid: string | null;
  transcript_digest: string | null;
};
/** A call with its version, ready to be answered. */
export type CallRow = CallColumns & { transcript: StoredJson | null; version: number };

const columns = sql`
  calls.uuid, calls.case_uuid, calls.organization_uuid, calls.created_by, calls.created_at, calls.updated_at,
  calls.is_fully_labelled, calls.speaker_labels, calls.duration, calls.file_format, calls.file_name, calls.file_path,
  calls.file_size, calls.provider_metadata`;

/** A call's row, still without its transcript. */
type Row = CallColumns & { version: number; transcript_uuid: string | null };

export const findCall = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<Row>(sql`
    select ${columns}, calls.version, calls.transcript_uuid
    from calls
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null`);

/** A call that is about to be read: if there are words in it, that is recorded with it. */
export const findCallToRead = (tx: Transaction, organization_uuid: string, uuid: string, event: NewEvent) =>
  tx.row<Row>(sql`
    with found as (
      select ${columns}, calls.version, calls.transcript_uuid
      from calls
      where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null
    ), ${eventParts(event, sql`exists (select from found where transcript_uuid is not null)`)}
    select * from found`);

/** The packed transcripts of these uuids. */
export const selectTranscripts = (tx: Transaction, organization_uuid: string, uuids: string[]) =>
  tx.rows<{ uuid: string; zstd: Buffer }>(sql`
    select uuid, zstd from transcripts where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[])`);

export const callExists = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row(sql`
    select from calls where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null`);

export const lockCall = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<LockedCall>(sql`
    select ${columns}, calls.version, calls.transcript_uuid, calls.transcript_digest
    from calls
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null
    for update`);

export const selectCalls = async (
  tx: Transaction,
  organization_uuid: string,
  filter: Query<Routes['calls']['list']>,
  location_uuids: string[] | null,
  limit: number,
) => {
  const after = filter.cursor === undefined ? null : decodeCursor(filter.cursor);
  const conditions: (Sql | false | null)[] = [
    sql`calls.organization_uuid = ${organization_uuid} and calls.deleted_at is null`,
    after && sql`(calls.created_at, calls.uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)`,
    filter.case_uuid !== undefined && sql`calls.case_uuid = ${filter.case_uuid}`,
    filter.is_fully_labelled !== undefined && sql`calls.is_fully_labelled = ${filter.is_fully_labelled}`,
    filter.has_transcript !== undefined && sql`(calls.transcript_uuid is not null) = ${filter.has_transcript}`,
    filter.created_after !== undefined && sql`calls.created_at > ${filter.created_after}::timestamptz`,
    filter.created_before !== undefined && sql`calls.created_at < ${filter.created_before}::timestamptz`,
    filter.assembly_ai_id !== undefined && sql`calls.provider_metadata ->> 'assembly_ai_id' = ${filter.assembly_ai_id}`,
    location_uuids &&
      sql`exists (
      select from cases
      where cases.organization_uuid = calls.organization_uuid and cases.uuid = calls.case_uuid
        and (cases.location_uuid is null or cases.location_uuid = any(${location_uuids}::uuid[])))`,
    filter.external_id !== undefined &&
      sql`exists (
      select from cases
      where cases.organization_uuid = calls.organization_uuid and cases.uuid = calls.case_uuid
        and cases.external_id = ${filter.external_id})`,
  ];
  return tx.rows<CallColumns & { transcript_uuid: string | null }>(sql`
    select ${columns}, calls.transcript_uuid
    from calls
    where ${join(conditions.filter(Boolean), ' and ')}
    order by calls.created_at desc, calls.uuid desc
    limit ${limit}`);
};

/** The calls of a case, oldest first, each with `deleted_at`. */
export const selectCallsOfCase = (
  tx: Transaction,
  organization_uuid: string,
  case_uuid: string,
  include_deleted: boolean,
) =>
  tx.rows<CallColumns & { transcript_uuid: string | null; deleted_at: string | null }>(sql`
    select ${columns}, calls.transcript_uuid, calls.deleted_at
    from calls
    where organization_uuid = ${organization_uuid} and case_uuid = ${case_uuid}
      ${include_deleted ? empty : sql`and deleted_at is null`}
    order by created_at, uuid`);

export type NewCall = Pick<Call, 'uuid' | 'organization_uuid' | 'case_uuid' | 'created_by'>;

/** An empty call of a case, or null where the case is not there. The case cannot be deleted meanwhile. */
export const insertCall = (tx: Transaction, call: NewCall) =>
  tx.row<LockedCall>(sql`
    with parent as (
      select from cases
      where organization_uuid = ${call.organization_uuid} and uuid = ${call.case_uuid} and deleted_at is null
      for share)
    insert into calls (organization_uuid, uuid, case_uuid, created_by, version)
    select ${call.organization_uuid}, ${call.uuid}, ${call.case_uuid}, ${call.created_by}, 0 from parent
    returning ${columns}, calls.version, calls.transcript_uuid, calls.transcript_digest`);

/** Where a case is, or the case of a call; deleted ones too. */
export const findLocationOf = (
  tx: Transaction,
  organization_uuid: string,
  { case_uuid = null, call_uuid = null }: { case_uuid?: string | null; call_uuid?: string | null },
) =>
  tx.row<{ location_uuid: string | null }>(sql`
    select cases.location_uuid from cases
    where cases.organization_uuid = ${organization_uuid} and cases.uuid = coalesce(${case_uuid}::uuid, (
      select calls.case_uuid from calls
      where calls.organization_uuid = ${organization_uuid} and calls.uuid = ${call_uuid}::uuid))`);

export const insertTranscript = (
  tx: Transaction,
  transcript: StoredTranscript & { uuid: string; provider_file_uuid: string | null },
  call: { organization_uuid: string; uuid: string },
  created_by: string,
) =>
  tx.rows(sql`
    insert into transcripts (organization_uuid, uuid, call_uuid, provider_file_uuid, zstd, digest, created_by)
    values (${call.organization_uuid}, ${transcript.uuid}, ${call.uuid}, ${transcript.provider_file_uuid},
      ${transcript.zstd}, ${transcript.digest}, ${created_by})`);

export const insertProviderFile = (
  tx: Transaction,
  file: Packed & { uuid: string; format: string },
  call: { organization_uuid: string; uuid: string },
  created_by: string,
) =>
  tx.rows(sql`
    insert into provider_files (organization_uuid, uuid, call_uuid, format, digest, zstd, created_by)
    values (${call.organization_uuid}, ${file.uuid}, ${call.uuid}, ${file.format}, ${file.digest},
      ${file.zstd}, ${created_by})`);

/** Writes a locked call's new state, keeps it as a version and records it. */
export const writeCall = async (
  tx: Transaction,
  call: LockedCall,
  { changed, created_by, note }: { changed: string[]; created_by: string; note: string | null },
  event: NewEvent,
): Promise<Row> => {
  const row = await tx.row<Row>(sql`
    with calls as (
      update calls set
        duration = ${call.duration}, file_format = ${call.file_format}, file_name = ${call.file_name},
        file_path = ${call.file_path}, file_size = ${call.file_size}, is_fully_labelled = ${call.is_fully_labelled},
        provider_metadata = ${call.provider_metadata?.text ?? null}, speaker_labels = ${call.speaker_labels.text},
        transcript_uuid = ${call.transcript_uuid}, transcript_digest = ${call.transcript_digest},
        version = version + 1,
        updated_at = greatest(clock_timestamp(), updated_at + interval '1 microsecond')
      where organization_uuid = ${call.organization_uuid} and uuid = ${call.uuid}
      returning *
    ), kept as (
      insert into call_versions (organization_uuid, call_uuid, version, changed, note, duration, file_format, file_name,
        file_path, file_size, is_fully_labelled, provider_metadata, speaker_labels, transcript_uuid, created_at, created_by)
      select organization_uuid, uuid, version, ${changed}::text[], ${note}::text, duration, file_format, file_name,
        file_path, file_size, is_fully_labelled, provider_metadata, speaker_labels, transcript_uuid, updated_at,
        ${created_by}::uuid
      from calls
    ), ${eventParts(event)}
    select ${columns}, calls.version, calls.transcript_uuid
    from calls`);
  if (!row) throw new Error('a locked call vanished');
  return row;
};

/** Whether a call's transcript was written after this version of it. */
export const transcriptWrittenSince = (
  tx: Transaction,
  call: { organization_uuid: string; uuid: string },
  version: number,
) =>
  tx.row(sql`
    select from call_versions
    where organization_uuid = ${call.organization_uuid} and call_uuid = ${call.uuid} and version > ${version}
      and 'transcript' = any(changed)
    limit 1`);

export const deleteCall = (tx: Transaction, call: { organization_uuid: string; uuid: string }, deleted_by: string) =>
  tx.rows(sql`
    update calls set deleted_at = clock_timestamp(), deleted_by = ${deleted_by}
    where organization_uuid = ${call.organization_uuid} and uuid = ${call.uuid}`);

/**
 * Brings a call back; null where there is none. Nothing is brought back where its case is deleted and has to come back
 * first, nor where its time is over and no hold has kept it.
 */
export const undeleteCall = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<{ case_deleted: boolean; is_over: boolean; restorable_days: number }>(sql`
    with parent as (
      select cases.deleted_at is not null as case_deleted, organizations.restorable_days,
        coalesce(days_after(calls.deleted_at, organizations.restorable_days) <= clock_timestamp(), false)
          and not is_held(cases.organization_uuid, cases.uuid) as is_over
      from calls
      join cases on cases.organization_uuid = calls.organization_uuid and cases.uuid = calls.case_uuid
      join organizations on organizations.uuid = calls.organization_uuid
      where calls.organization_uuid = ${organization_uuid} and calls.uuid = ${uuid}
      for share of cases
    ), restored as (
      update calls set deleted_at = null, deleted_by = null
      from parent
      where calls.organization_uuid = ${organization_uuid} and calls.uuid = ${uuid}
        and not parent.case_deleted and not parent.is_over
    )
    select case_deleted, is_over, restorable_days from parent`);
