import type { Recording } from '@pharos/contract/recordings.ts';
import { lockCall, writeCall } from '../calls/change.ts';
import { type Changes, changedFields } from '../calls/changes.ts';
import type { LockedCall } from '../calls/queries.ts';
import { record } from '../platform/audit/record.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { OpenTransaction, ScopedDatabase } from '../platform/database/database.ts';
import { badRequest, conflict, Refusal } from '../platform/errors/errors.ts';
import type { Key } from '../platform/storage/key.ts';
import type { Storage, Stored } from '../platform/storage/storage.ts';
import type { Heard, MediaPool } from './media-pool.ts';
import { findRecording, findTwin, insertRecording, takeTurn } from './queries.ts';
import { NotARecording } from './reading/not-a-recording.ts';

/** Bytes that lie in the storage; `signal` ends when nobody waits for them any more. */
type Arrived = { key: Key; call_uuid: string; stored: Stored; file_name?: string; signal?: AbortSignal };

type Keeping = { storage: Storage; media: Pick<MediaPool, 'hear'> };

/**
 * Makes the recording of a call of bytes that lie in the storage. The same bytes again answer what is there already.
 * What is refused takes its bytes away with it; other trouble leaves them, as the row may have been written, or the
 * next try may go well.
 */
export const keepRecording = async (
  { storage, media }: Keeping,
  database: ScopedDatabase,
  actor: UserActor,
  arrived: Arrived,
): Promise<Recording> => {
  const { key, signal } = arrived;
  try {
    const hear = (path: string) => media.hear(key.organization_uuid, path, signal);
    const heard = await storage.withFile(key, hear).catch(refuse);
    const kept = await database.transaction((tx) => insertOnce(tx, actor, arrived, heard));
    if (kept.uuid !== key.uuid) await storage.remove(key);
    return kept;
  } catch (error) {
    if (error instanceof Refusal && error.status < 500) await storage.remove(key);
    throw error;
  }
};

const insertOnce = async (
  tx: OpenTransaction,
  actor: UserActor,
  { key, call_uuid, stored, file_name }: Arrived,
  heard: Heard,
): Promise<Recording> => {
  const call = await lockCall(tx, actor, call_uuid);
  await takeTurn(tx, call.case_uuid);
  const there = await findRecording(tx, actor.organization_uuid, call_uuid);
  if (there?.sha256 === stored.sha256) return there;
  if (there) throw conflict('recording_exists', ANOTHER);
  const twin = await findTwin(tx, actor.organization_uuid, call.case_uuid, stored.sha256);
  if (twin) throw (twin.is_deleted ? hereBefore : hereAlready)(twin.call_uuid);
  const inserted = await insertRecording(tx, key, call, heard, stored, actor.user_uuid);
  record(tx, actor, { subject_type: 'recording', subject_uuid: key.uuid });
  const changes = missingFields(call, heard, stored, file_name);
  const changed = changedFields(call, changes);
  if (changed.length > 0) writeCall(tx, actor, call, changes, changed, { by: actor.user_uuid });
  return inserted as Recording;
};

/** Reason why a call that has a recording takes no other. */
export const ANOTHER = 'This call has another recording; an admin may take that away first';

const hereAlready = (call_uuid: string) =>
  conflict('recording_duplicate', `Already here: this is the recording of the call ${call_uuid} of the same case`, {
    call_uuid,
  });
const hereBefore = (call_uuid: string) =>
  conflict(
    'recording_in_deleted_call',
    `Already here: this is the recording of the call ${call_uuid}, which is deleted and can be restored`,
    { call_uuid },
  );

const refuse = (error: unknown): never => {
  throw error instanceof NotARecording ? badRequest(`recording_${error.objection}`, error.message) : error;
};

// What people or programs wrote before stays.
const missingFields = (call: LockedCall, heard: Heard, { bytes }: Stored, file_name?: string): Changes => {
  const { probed, measured } = heard;
  const { duration_ms } = measured ?? probed;
  const changes: Changes = {};
  if (call.file_name === null && file_name) changes.file_name = file_name;
  if (call.file_format === null) changes.file_format = probed.file_format;
  if (call.file_size === null) changes.file_size = bytes;
  if (call.duration === null && duration_ms !== null) changes.duration = Math.round(duration_ms / 1000);
  return changes;
};
