import type { Call } from '@pharos/contract/calls.ts';
import type { VersionNote } from '@pharos/contract/versions.ts';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { daysAfter } from '../platform/database/days-after.ts';
import { insertInto } from '../platform/database/insert-into.ts';
import { assign, nextTime } from '../platform/database/write.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';
import type { Packed, StoredTranscript } from '../transcripts/stored.ts';
import { COLUMNS, keptOf, type StoredField } from './fields.ts';
import { e164Of } from './numbers.ts';
import { timeOf } from './time.ts';

/** A call's own columns, as they lie in the table. */
export type CallColumns = Omit<Call, StoredField | 'transcript'> & {
  provider_metadata: StoredJson | null;
  speaker_labels: StoredJson;
  speaker_sides: StoredJson;
};
/** A call that is locked for a change; `now` is the time of its next state. */
export type LockedCall = CallColumns & {
  version: number;
  transcript_uuid: string | null;
  transcript_digest: string | null;
  now: string;
};
/** A call with its version, ready to be answered. */
export type CallRow = CallColumns & { transcript: StoredJson | null; version: number };

export const callColumns = raw(COLUMNS.map((name) => `calls.${name}`).join(', '));

/** Time of a call, as `timeOf` tells it. */
export const callTime = sql`coalesce(calls.started_at, calls.created_at)`;

/** A call's row, still without its transcript. */
type Row = CallColumns & { version: number; transcript_uuid: string | null };

export const findCall = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<Row>(sql`
    select ${callColumns}, calls.version, calls.transcript_uuid
    from calls
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null`);

/** Sizes of packed transcripts in bytes. */
export const selectTranscriptSizes = (tx: Transaction, organization_uuid: string, uuids: string[]) =>
  tx.rows<{ uuid: string; bytes: number }>(sql`
    select uuid, octet_length(zstd) as bytes
    from transcripts
    where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[])`);

/** The packed transcripts of these uuids. */
export const selectTranscripts = (tx: Transaction, organization_uuid: string, uuids: string[]) =>
  tx.rows<{ uuid: string; zstd: Buffer }>(sql`
    select uuid, zstd from transcripts where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[])`);

export const callExists = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row(sql`
    select from calls where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null`);

/** A call that is locked until the transaction ends. */
export const findCallForUpdate = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<LockedCall>(sql`
    select ${callColumns}, calls.version, calls.transcript_uuid, calls.transcript_digest,
      ${nextTime(sql`calls.updated_at`)} as now
    from calls
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null
    for update`);

/** Calls from or to a number, however that is written; what is no number is compared as it was given. */
export const withNumber = (number: string): Sql => {
  const e164 = e164Of(number);
  return e164 === null
    ? sql`(calls."from" = ${number} or calls."to" = ${number})`
    : sql`(calls.from_e164 = ${e164} or calls.to_e164 = ${e164})`;
};

/** A case that is not deleted until the transaction ends, and the time that a new call of it is made. */
export const findCaseOfNewCall = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<{ case_uuid: string; now: string }>(sql`
    select uuid as case_uuid, clock_timestamp() as now
    from cases
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and deleted_at is null
    for share`);

const stateOf = ({ version, transcript_uuid, transcript_digest, updated_at, ...call }: LockedCall) => ({
  ...keptOf(call),
  version,
  transcript_uuid,
  transcript_digest,
  updated_at,
});

export const insertCallRow = (tx: OpenTransaction, call: LockedCall): void => {
  const { organization_uuid, uuid, created_at, created_by } = call;
  tx.send(insertInto('calls', [{ organization_uuid, uuid, created_at, created_by, ...stateOf(call) }]));
};

/** Writes a locked call's new state. */
export const updateCallRow = (tx: OpenTransaction, call: LockedCall): void =>
  tx.send(sql`
    update calls set ${assign(stateOf(call))}
    where organization_uuid = ${call.organization_uuid} and uuid = ${call.uuid}`);

/** Keeps a call's state as the version that it is. */
export const insertCallVersion = (
  tx: OpenTransaction,
  call: LockedCall,
  kept: { changed: string[]; note: VersionNote | null; created_by: string },
): void => {
  const { organization_uuid, uuid: call_uuid, version, transcript_uuid, updated_at: created_at } = call;
  tx.send(
    insertInto('call_versions', [
      { organization_uuid, call_uuid, version, ...keptOf(call), transcript_uuid, created_at, ...kept },
    ]),
  );
};

/** Location of a case, or of a call's case; deleted ones too. */
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
  tx: OpenTransaction,
  transcript: StoredTranscript & { uuid: string; provider_file_uuid: string | null },
  call: { organization_uuid: string; uuid: string },
  created_by: string,
): void =>
  tx.send(sql`
    insert into transcripts (organization_uuid, uuid, call_uuid, provider_file_uuid, zstd, digest, created_by)
    values (${call.organization_uuid}, ${transcript.uuid}, ${call.uuid}, ${transcript.provider_file_uuid},
      ${transcript.zstd}, ${transcript.digest}, ${created_by})`);

/** Inserts the document by which a call's transcript is searched. */
export const insertDocument = (
  tx: OpenTransaction,
  { uuid, document }: { uuid: string; document: Uint8Array },
  call: { organization_uuid: string; uuid: string; started_at: string | null; created_at: string },
): void =>
  tx.send(sql`
    insert into search_documents (organization_uuid, transcript_uuid, call_uuid, created_at, document)
    values (${call.organization_uuid}, ${uuid}, ${call.uuid}, ${timeOf(call)}, ${document})
    on conflict (organization_uuid, transcript_uuid) do nothing`);

/** Takes the document of a call's transcript out of retirement; null where there is none. */
export const reviveDocument = (tx: Transaction, call: Timed) =>
  tx.row(sql`${atItsTime(call)} returning transcript_uuid`);

/** Moves the document of a call's transcript to the time of the call. */
export const moveDocument = (tx: OpenTransaction, call: Timed): void => tx.send(atItsTime(call));

type Timed = Pick<LockedCall, 'organization_uuid' | 'transcript_uuid' | 'started_at' | 'created_at'>;

// A segment has the times of its documents: one of another time has to wait for another segment.
const atItsTime = (call: Timed): Sql => {
  const stays = sql`created_at = ${timeOf(call)}::timestamptz`;
  return sql`
    update search_documents set is_retired = false, created_at = ${timeOf(call)}::timestamptz,
      segment_uuid = case when ${stays} then segment_uuid end,
      left_segments = case
        when ${stays} or segment_uuid is null then left_segments
        else array_append(left_segments, segment_uuid)
      end
    where organization_uuid = ${call.organization_uuid} and transcript_uuid = ${call.transcript_uuid}`;
};

export const insertProviderFile = (
  tx: OpenTransaction,
  file: Packed & { uuid: string; format: string },
  call: { organization_uuid: string; uuid: string },
  created_by: string,
): void =>
  tx.send(sql`
    insert into provider_files (organization_uuid, uuid, call_uuid, format, digest, zstd, created_by)
    values (${call.organization_uuid}, ${file.uuid}, ${call.uuid}, ${file.format}, ${file.digest},
      ${file.zstd}, ${created_by})`);

/** The first version of a call after this one that has another transcript, if there is one. */
export const findTranscriptChange = (
  tx: Transaction,
  call: { organization_uuid: string; uuid: string },
  version: number,
) =>
  tx.row(sql`
    select version from call_versions
    where organization_uuid = ${call.organization_uuid} and call_uuid = ${call.uuid} and version > ${version}
      and 'transcript' = any(changed)
    order by version
    limit 1`);

/** Names of the people who work here, by which a label is known as one of ours. */
export const selectUserNames = (tx: Transaction, organization_uuid: string) =>
  tx.rows<{ name: string }>(sql`
    select name from users where organization_uuid = ${organization_uuid} and name is not null`);

export const findRoleWords = (tx: Transaction, organization_uuid: string) =>
  tx.one<{ role_words: string[] | null }>(sql`select role_words from organizations where uuid = ${organization_uuid}`);

export const markCallDeleted = (tx: OpenTransaction, { organization_uuid, uuid, now }: LockedCall, by: string): void =>
  tx.send(sql`
    update calls set deleted_at = ${now}, deleted_by = ${by}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/**
 * A call, deleted or not, with its case locked, so that neither is deleted or purged before the transaction ends.
 * `is_over`: the days in which it could be restored have ended, and no hold keeps it.
 */
export const findCallToRestore = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<{ case_deleted: boolean; is_over: boolean; is_joined: boolean; restorable_days: number }>(sql`
    select cases.deleted_at is not null as case_deleted, organizations.restorable_days,
      exists (
        select from call_joins
        where call_joins.organization_uuid = ${organization_uuid} and call_joins.part_uuid = ${uuid}) as is_joined,
      coalesce(${daysAfter(sql`calls.deleted_at`, sql`organizations.restorable_days`)} <= clock_timestamp(), false)
        and not exists (
          select from holds
          where holds.organization_uuid = ${organization_uuid} and holds.case_uuid = cases.uuid
            and holds.released_at is null) as is_over
    from calls
    join cases on cases.organization_uuid = calls.organization_uuid and cases.uuid = calls.case_uuid
    join organizations on organizations.uuid = calls.organization_uuid
    where calls.organization_uuid = ${organization_uuid} and calls.uuid = ${uuid}
    for share of cases`);

export const markCallRestored = (tx: OpenTransaction, organization_uuid: string, uuid: string): void =>
  tx.send(sql`
    update calls set deleted_at = null, deleted_by = null
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
