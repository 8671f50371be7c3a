import type { Recording } from '@pharos/contract/recordings.ts';
import sql from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';
import type { Key } from '../platform/storage/key.ts';
import type { Heard } from './media-pool.ts';
import type { Probe } from './probe.ts';
import type { Measured } from './sound/measure.ts';

const columns = sql`
  recordings.uuid, recordings.call_uuid, recordings.content_type, recordings.bytes, recordings.sha256,
  recordings.duration_ms, recordings.channels, recordings.channel_content, recordings.created_at, recordings.created_by`;

/** The recording of a call that is there; with what only the server needs to know. */
export type Kept = Recording & {
  organization_uuid: string;
  file_name: string | null;
  file_format: Probe['file_format'];
  codec: Probe['codec'] | null;
  sample_rate: number;
  has_peaks: boolean;
};

export const findRecording = (tx: Transaction, organization_uuid: string, call_uuid: string) =>
  tx.row<Kept>(sql`
    select ${columns}, recordings.organization_uuid, recordings.file_format, recordings.codec,
      recordings.sample_rate,      recordings.peaks is not null as has_peaks, calls.file_name
    from recordings
    join calls on calls.organization_uuid = recordings.organization_uuid and calls.uuid = recordings.call_uuid
    where recordings.organization_uuid = ${organization_uuid} and recordings.call_uuid = ${call_uuid}
      and recordings.deleted_at is null and calls.deleted_at is null`);

/** Recordings of one case take turns, so that none is kept twice. Their own lock: a purge locks cases before calls. */
export const takeTurn = (tx: Transaction, case_uuid: string) =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('recordings ' || ${case_uuid}::text, 0))`);

/** The call whose recording has these bytes, among the calls of a case; it may be deleted. */
export const findTwin = (tx: Transaction, organization_uuid: string, case_uuid: string, sha256: string) =>
  tx.row<{ call_uuid: string; is_deleted: boolean }>(sql`
    select recordings.call_uuid, calls.deleted_at is not null as is_deleted
    from recordings
    join calls on calls.organization_uuid = recordings.organization_uuid and calls.uuid = recordings.call_uuid
    where recordings.organization_uuid = ${organization_uuid} and recordings.case_uuid = ${case_uuid}
      and recordings.sha256 = ${sha256} and recordings.deleted_at is null`);

export const insertRecording = (
  tx: Transaction,
  key: Key,
  call: { uuid: string; case_uuid: string },
  { probed, measured }: Heard,
  { bytes, sha256 }: { bytes: number; sha256: string },
  created_by: string,
) => {
  const { file_format, codec, content_type, sample_rate } = probed;
  const { duration_ms, channels } = measured ?? probed;
  const peaks = measured && JSON.stringify(measured.peaks);
  return tx.row<Recording>(sql`
    insert into recordings (organization_uuid, uuid, call_uuid, case_uuid, content_type, file_format, codec, bytes,
      sha256, duration_ms, channels, channel_content, sample_rate, peaks, created_by)
    values (${key.organization_uuid}, ${key.uuid}, ${call.uuid}, ${call.case_uuid}, ${content_type}, ${file_format},
      ${codec}, ${bytes}, ${sha256}, ${duration_ms}, ${channels}, ${measured?.channel_content ?? null}, ${sample_rate},
      ${peaks}, ${created_by})
    returning ${columns}`);
};

export const removeRecording = (tx: Transaction, { organization_uuid, uuid }: Key, deleted_by: string) =>
  tx.rows(sql`
    update recordings set deleted_at = statement_timestamp(), deleted_by = ${deleted_by}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export const findPeaks = (tx: Transaction, { organization_uuid, uuid }: Key) =>
  tx.row<{ peaks: StoredJson | null }>(sql`
    select peaks from recordings where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** Keeps what was heard in a recording, which is right where its header was not. */
export const writeMeasured = (tx: Transaction, { organization_uuid, uuid }: Key, measured: Measured) =>
  tx.rows(sql`
    update recordings set peaks = ${JSON.stringify(measured.peaks)}, duration_ms = ${measured.duration_ms},
      channels = ${measured.channels}, channel_content = ${measured.channel_content}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** Selects those of these recordings that any row knows of, deleted ones too. */
export const selectKnown = (tx: Transaction, organization_uuid: string, uuids: string[]) =>
  tx.rows<{ uuid: string }>(sql`
    select uuid from recordings where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[])`);

/** Every recording of these calls, those that were taken away too. */
export const selectRecordingsOf = (tx: Transaction, organization_uuid: string, call_uuids: string[]) =>
  tx.rows<{ uuid: string }>(sql`
    select uuid from recordings
    where organization_uuid = ${organization_uuid} and call_uuid = any(${call_uuids}::uuid[])`);

/** Notes recordings whose rows go for good, so that their bytes are destroyed as well. */
export const insertRemains = (tx: OpenTransaction, organization_uuid: string, uuids: string[]): void =>
  tx.insert(
    'recording_remains',
    uuids.map((uuid) => ({ organization_uuid, uuid })),
  );

/** Recordings that were removed for good and whose bytes may still lie in the storage. */
export const selectRemains = (tx: Transaction, organization_uuid: string) =>
  tx.rows<{ uuid: string }>(sql`
    select uuid from recording_remains where organization_uuid = ${organization_uuid} order by created_at`);

export const deleteRemains = (tx: Transaction, { organization_uuid, uuid }: Key) =>
  tx.rows(sql`delete from recording_remains where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export const findLinkKey = (tx: Transaction, organization_uuid: string) =>
  tx.row<{ link_key: string }>(sql`select link_key from organizations where uuid = ${organization_uuid}`);

export const findByUuid = (tx: Transaction, { organization_uuid, uuid }: Key) =>
  tx.row(sql`select from recordings where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export const isOrganization = (tx: Transaction, organization_uuid: string) =>
  tx.row(sql`select from organizations where uuid = ${organization_uuid}`);
