import type { Recording } from '@pharos/contract/recordings.ts';
import { record } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { type Changes, changedFields, writeChanges } from '../calls/change.ts';
import { type LockedCall, lockCall } from '../calls/queries.ts';
import type { Bound } from '../database/database.ts';
import { badRequest, conflict, notFound } from '../http/errors.ts';
import type { Key } from '../storage/key.ts';
import type { Storage, Stored } from '../storage/storage.ts';
import { NotARecording } from './not-a-recording.ts';
import { type Probe, probe } from './probe.ts';
import { findRecording, findTwin, insertRecording } from './queries.ts';

type Arrived = { key: Key; call_uuid: string; stored: Stored; file_name?: string };

/**
 * Makes the recording of a call of bytes that lie in the storage. The same bytes again answer what is there already;
 * whatever is refused takes its bytes away with it.
 */
export const keepRecording = async (
  storage: Storage,
  database: Bound,
  actor: Actor,
  { key, call_uuid, stored, file_name }: Arrived,
): Promise<Recording> => {
  let kept: Recording | undefined;
  try {
    const probed = await storage.withFile(key, probe).catch(refuse);
    kept = await database.transaction(async (tx) => {
      const call = await lockCall(tx, actor.organization_uuid, call_uuid);
      if (!call) throw notFound('Call');
      const there = await findRecording(tx, actor.organization_uuid, call_uuid);
      if (there?.sha256 === stored.sha256) return there;
      if (there) throw conflict('This call has another recording; an admin may take that away first');
      const twin = await findTwin(tx, actor.organization_uuid, call.case_uuid, stored.sha256);
      if (twin) throw conflict(`Already here: this is the recording of the call ${twin.call_uuid} of the same case`);
      const inserted = await insertRecording(tx, key, call, probed, stored, actor.user_uuid);
      await record(tx, actor, { subject_type: 'recording', subject_uuid: key.uuid });
      const changes = missingFields(call, probed, stored, file_name);
      const changed = changedFields(call, changes);
      if (changed.length > 0) await writeChanges(tx, actor, call, changes, changed).sent;
      return inserted as Recording;
    });
    return kept;
  } finally {
    if (kept?.uuid !== key.uuid) await storage.remove(key);
  }
};

const refuse = (error: unknown): never => {
  throw error instanceof NotARecording ? badRequest(error.message) : error;
};

// What people or programs wrote before stays.
const missingFields = (call: LockedCall, probed: Probe, { bytes }: Stored, file_name?: string): Changes => {
  const changes: Changes = {};
  if (call.file_name === null && file_name) changes.file_name = file_name;
  if (call.file_format === null) changes.file_format = probed.file_format;
  if (call.file_size === null) changes.file_size = bytes;
  if (call.duration === null && probed.duration_ms !== null) changes.duration = Math.round(probed.duration_ms / 1000);
  return changes;
};
