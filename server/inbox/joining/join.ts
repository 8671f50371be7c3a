import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Transcript } from '@pharos/contract/transcripts.ts';
import { answerOf, lockCall, writeCall } from '../../calls/change.ts';
import { type Changes, changedFields } from '../../calls/changes.ts';
import { findCall, type LockedCall, markCallDeleted } from '../../calls/queries.ts';
import { withTranscript } from '../../calls/transcripts.ts';
import { findUnfinished } from '../../jobs/queries.ts';
import { record, subject } from '../../platform/audit/record.ts';
import type { UserActor } from '../../platform/auth/actor.ts';
import type { OpenTransaction, Transaction } from '../../platform/database/database.ts';
import { conflict, noSuch, notFound } from '../../platform/errors/errors.ts';
import { requireMatch, versioned } from '../../platform/http/etag.ts';
import { StoredJson } from '../../platform/json/stored-json.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import type { Key } from '../../platform/storage/key.ts';
import type { Stored } from '../../platform/storage/storage.ts';
import type { Heard } from '../../recordings/media-pool.ts';
import type { Recordings } from '../../recordings/open-recordings.ts';
import { findRecording, insertRecording, type Kept, removeRecording } from '../../recordings/queries.ts';
import { storeTranscript } from '../../transcripts/stored.ts';
import { leaveCase, requireNoHold, requireOwnEnds } from '../move.ts';
import { type LockedEnd, lockCases } from '../queries.ts';
import { bothOf, joinedTranscript, nameSpeakers } from './joined-words.ts';
import { findLastJoin, insertJoin } from './queries.ts';

type Join = RouteRequest<Routes['calls']['join']>;

/** Recordings of both calls, and the one that is made of them. */
type Sound = { whole: Kept | null; part: Kept | null; made: { key: Key; stored: Stored; heard: Heard } | null };

/**
 * Joins a call to one that began before it: its words follow, in one time, and so does its sound. The part is deleted for
 * everybody and kept as it was, with its recording, for as long as the whole; parting undoes it.
 */
export const joinCalls = async (request: Join, { recordings }: { recordings: Recordings }) => {
  const sound = await joinSounds(request, recordings);
  try {
    return versioned(await request.database.transaction((tx) => join(tx, request, sound)));
  } catch (error) {
    if (sound.made) await recordings.storage.remove(sound.made.key);
    throw error;
  }
};

const joinSounds = async ({ database, actor, params, body, signal }: Join, recordings: Recordings): Promise<Sound> => {
  const { organization_uuid } = actor;
  const uuids = [params.call_uuid, body.later_call_uuid] as const;
  if (!(await findCall(database, organization_uuid, uuids[0]))) throw notFound('call');
  if (!(await findCall(database, organization_uuid, uuids[1]))) throw noSuch('call', '/later_call_uuid');
  const [whole, part] = [
    await findRecording(database, organization_uuid, uuids[0]),
    await findRecording(database, organization_uuid, uuids[1]),
  ];
  if (!part) return { whole, part, made: null };
  if (!whole)
    throw conflict('recording_not_joinable', 'The first call has no recording, so the sound of the other has no place');
  const key = { organization_uuid, uuid: randomUUID() };
  const stored = await recordings.joinSound(whole, part, key, signal);
  const hear = (path: string) => recordings.media.hear(organization_uuid, path, signal);
  try {
    return { whole, part, made: { key, stored, heard: await recordings.storage.withFile(key, hear) } };
  } catch (error) {
    await recordings.storage.remove(key);
    throw error;
  }
};

const join = async (tx: OpenTransaction, { actor, params, body, if_match }: Join, sound: Sound) => {
  const { organization_uuid, user_uuid: by } = actor;
  const [whole, part, from] = await lockBoth(tx, actor, params.call_uuid, body.later_call_uuid);
  requireMatch(if_match, whole.version);
  for (const { uuid } of [whole, part])
    if (await findUnfinished(tx, organization_uuid, uuid))
      throw conflict('transcription_in_progress', 'One of the calls is being transcribed; join them afterwards');
  if (await findLastJoin(tx, organization_uuid, part.uuid))
    throw conflict('call_joined', 'Another call is joined to the later one; part them first');
  await requireSameSound(tx, whole, part, sound);
  const [first, second] = [await wordsOf(tx, whole), await wordsOf(tx, part)];
  const offset_ms = offsetOf(whole, first.transcript, sound.whole);
  const speakers = nameSpeakers(first, second);
  const transcript = joinedTranscript(first.transcript, second.transcript, speakers, offset_ms);
  const sides = [whole, part].map((call) => call.speaker_sides.parse() as Record<string, 'ours' | 'theirs'>);
  const changes: Changes = {
    ...(transcript && { transcript: storeTranscript(transcript) }),
    speaker_labels: bothOf(first.labels, second.labels, speakers),
    speaker_sides: bothOf(sides[0] ?? {}, sides[1] ?? {}, speakers),
    is_fully_labelled: whole.is_fully_labelled && part.is_fully_labelled,
    ...(part.duration !== null && { duration: Math.round(offset_ms / 1000) + part.duration }),
    ...(sound.made && { file_format: sound.made.heard.probed.file_format, file_size: sound.made.stored.bytes }),
  };
  // Joining is a version of its own, also where nothing else differs.
  const note = { kind: 'joined' as const, call_uuid: part.uuid };
  const next = writeCall(tx, actor, whole, changes, changedFields(whole, changes), { by, note });
  insertJoin(tx, {
    ...{ organization_uuid, part_uuid: part.uuid, call_uuid: whole.uuid, version: next.version, offset_ms },
    ...{ speakers: new StoredJson(JSON.stringify(speakers)), joined_by: by },
    own_recording_uuid: sound.made && sound.whole ? sound.whole.uuid : null,
    joined_recording_uuid: sound.made?.key.uuid ?? null,
  });
  if (sound.made && sound.whole) {
    await removeRecording(tx, sound.whole, by);
    await insertRecording(tx, sound.made.key, next, sound.made.heard, sound.made.stored, by);
  }
  const note_part = { kind: 'joined' as const, call_uuid: whole.uuid };
  const kept =
    part.case_uuid === next.case_uuid
      ? part
      : writeCall(tx, actor, { ...part, case_uuid: next.case_uuid }, {}, ['case_uuid'], { by, note: note_part });
  markCallDeleted(tx, kept, by);
  record(tx, actor, subject('call', kept));
  if (from) await leaveCase(tx, actor, from);
  return answerOf(tx, next);
};

/** Locks both calls and their cases; answers the case that the part leaves, if it leaves one. */
const lockBoth = async (
  tx: Transaction,
  actor: UserActor,
  whole_uuid: string,
  part_uuid: string,
): Promise<[LockedCall, LockedCall, LockedEnd | undefined]> => {
  const { organization_uuid } = actor;
  const seen = [await findCall(tx, organization_uuid, whole_uuid), await findCall(tx, organization_uuid, part_uuid)];
  const [one, other] = seen;
  if (!one) throw notFound('call');
  if (!other || one.uuid === other.uuid) throw noSuch('call', '/later_call_uuid');
  const ends = await lockCases(tx, organization_uuid, [one.case_uuid, other.case_uuid]);
  const [to, from] = [one, other].map(({ case_uuid }) => ends.find(({ uuid }) => uuid === case_uuid));
  if (!to || !from) throw notFound('case');
  requireOwnEnds(actor, from, to);
  // In one order, as everybody else who joins them does.
  const locked = new Map<string, LockedCall>();
  for (const uuid of [one.uuid, other.uuid].sort()) locked.set(uuid, await lockCall(tx, actor, uuid));
  const [whole, part] = [locked.get(one.uuid) as LockedCall, locked.get(other.uuid) as LockedCall];
  if (whole.case_uuid !== one.case_uuid || part.case_uuid !== other.case_uuid)
    throw conflict('call_moved', 'One of these calls was just moved by somebody else; read it to see where it is');
  if (timeOf(part) < timeOf(whole))
    throw conflict('join_order', 'That call began before this one: join this one to it instead');
  if (from.uuid !== to.uuid) requireNoHold(from);
  return [whole, part, from.uuid === to.uuid ? undefined : from];
};

const timeOf = ({ started_at, created_at }: LockedCall): string => started_at ?? created_at;

const requireSameSound = async (tx: Transaction, whole: LockedCall, part: LockedCall, sound: Sound) => {
  const { organization_uuid } = whole;
  const now = [
    await findRecording(tx, organization_uuid, whole.uuid),
    await findRecording(tx, organization_uuid, part.uuid),
  ].map((one) => one?.uuid);
  if (now[0] !== sound.whole?.uuid || now[1] !== sound.part?.uuid)
    throw conflict('recording_not_joinable', 'A recording was just added or removed; try again');
};

/** The words of a call, and the labels of its speakers. */
export const wordsOf = async (tx: Transaction, call: LockedCall) => {
  const { transcript: stored } = await withTranscript(tx, call);
  const transcript = (stored?.parse() as Transcript | undefined) ?? null;
  return { transcript, words: transcript?.words ?? [], labels: call.speaker_labels.parse() as Record<string, unknown> };
};

/** End of the first call, in whole milliseconds: of its sound, or else of its words. */
const offsetOf = (whole: LockedCall, transcript: Transcript | null, recording: Kept | null): number => {
  const spoken = (transcript?.words ?? []).reduce((end, { end_ms }) => Math.max(end, end_ms), 0);
  return Math.ceil(recording?.duration_ms ?? Math.max(spoken, (whole.duration ?? 0) * 1000));
};
