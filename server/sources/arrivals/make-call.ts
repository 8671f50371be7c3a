import { randomUUID } from 'node:crypto';
import { lockCall } from '../../calls/change.ts';
import { addCall } from '../../calls/create.ts';
import { inUtc } from '../../calls/time.ts';
import { addCase } from '../../cases/create.ts';
import { insertJob } from '../../jobs/queries.ts';
import { firstEntry, type Starter } from '../../jobs/start.ts';
import { record } from '../../platform/audit/record.ts';
import { type Person, server, type UserActor } from '../../platform/auth/actor.ts';
import type { OpenTransaction, ScopedDatabase } from '../../platform/database/database.ts';
import { joining } from '../../platform/database/scoped-database.ts';
import type { Key } from '../../platform/storage/key.ts';
import type { Stored } from '../../platform/storage/storage.ts';
import type { Heard } from '../../recordings/media-pool.ts';
import type { Recordings } from '../../recordings/open-recordings.ts';
import { keepRecording } from '../../recordings/save-recording.ts';
import type { SourceRow } from '../queries.ts';
import type { Opened } from './opened.ts';
import { findArrivalForUpdate, type LockedArrival, updateArrival } from './queries.ts';

type Making = { recordings: Recordings; starter: Starter };

type Stowed = Opened & { key: Key; stored: Stored; heard: Heard };

/** Name of what a source does on behalf of the person who set it up. */
const ACTION = 'sources.take';

/**
 * Makes the call of a recording that lies in the storage: its case, which is not identified yet, its facts, its recording
 * and its transcription, all in one transaction with what is said of the arrival, so that it is made once.
 */
export const makeCall = (
  { recordings, starter }: Making,
  database: ScopedDatabase,
  source: SourceRow,
  { uuid, entry_uuid }: LockedArrival,
  stowed: Stowed,
) =>
  database.transaction(async (tx) => {
    const { organization_uuid } = source;
    const arrival = await findArrivalForUpdate(tx, organization_uuid, uuid);
    if (arrival?.state !== 'waiting' || arrival.entry_uuid !== entry_uuid)
      throw new Error('the arrival went on without');
    const actor = actorOf(source);
    const opened = await addCase(tx, actor, randomUUID(), {
      identified: false,
      location_uuid: source.location_uuid,
    });
    const call = await addCall(tx, actor, { uuid: randomUUID(), case_uuid: opened.uuid }, changesOf(source, stowed));
    const media = { hear: async () => stowed.heard };
    const { key, stored, file_name } = stowed;
    const arrived = { key, call_uuid: call.uuid, stored, ...(file_name !== null && { file_name }) };
    await keepRecording({ storage: recordings.storage, media }, joining(tx), actor, arrived);
    await updateArrival(tx, organization_uuid, uuid, {
      ...{ state: 'taken', reason: null, detail: null, call_uuid: call.uuid, entry_uuid: null, next_attempt_at: null },
      ...{ from: call.from, to: call.to, source_call_id: call.source_call_id },
    });
    if (source.transcribe) await startTranscription(starter, tx, actor, source, call.uuid);
    return call.uuid;
  });

/** The person who set the source up, with no more rights than taking a call needs. */
const actorOf = ({ organization_uuid, created_by }: SourceRow): UserActor => {
  const person: Person = { organization_uuid, user_uuid: created_by, access_level: 'member', location_uuids: [] };
  return { ...server(organization_uuid, ACTION), ...person, kind: 'user' };
};

const LONGEST = 255;

const changesOf = ({ our_channel }: SourceRow, { facts, heard }: Stowed) => {
  const { started_at, direction, answered_by, ...texts } = facts;
  const short = (text: string | undefined) => text && [...text].slice(0, LONGEST).join('');
  const sided = our_channel !== null && heard.probed.channels === 2;
  return {
    ...(started_at !== undefined && { started_at: inUtc(started_at) }),
    ...(direction !== undefined && { direction }),
    ...(answered_by !== undefined && { answered_by: short(answered_by) }),
    ...Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (text ? [[name, short(text)]] : []))),
    ...(sided && {
      speaker_sides: { [`ch_${our_channel}`]: 'ours' as const, [`ch_${1 - our_channel}`]: 'theirs' as const },
    }),
    ...(sided && answered_by && { speaker_labels: { [`ch_${our_channel}`]: answered_by } }),
  };
};

/** Starts the transcription where a speech service is set up: without one, the call waits for somebody to ask. */
const startTranscription = async (
  { queue, providersOf }: Starter,
  tx: OpenTransaction,
  actor: UserActor,
  source: SourceRow,
  call_uuid: string,
) => {
  const { organization_uuid, user_uuid: created_by } = actor;
  const providers = await providersOf(tx, organization_uuid);
  const provider = source.provider && providers.includes(source.provider) ? source.provider : providers[0];
  if (!provider) return;
  const call = await lockCall(tx, actor, call_uuid);
  const entry = firstEntry(organization_uuid, randomUUID());
  const job = { organization_uuid, uuid: entry.job_uuid, call_uuid, call_version: call.version, provider, created_by };
  if (!(await insertJob(tx, { ...job, entry_uuid: entry.uuid }))) return;
  record(tx, actor, { subject_type: 'job', subject_uuid: job.uuid });
  await queue.send(tx, [entry]);
};
