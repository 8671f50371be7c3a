import type { Routes } from '@pharos/contract/table/routes.ts';
import { answerOf, lockCall, writeCall } from '../../calls/change.ts';
import { type Changes, changedFields } from '../../calls/changes.ts';
import { indexKept } from '../../calls/index-kept.ts';
import { callExists, type LockedCall, markCallRestored } from '../../calls/queries.ts';
import { type CallVersionRow, findCallVersion } from '../../calls/versions/queries.ts';
import { findUnfinished } from '../../jobs/queries.ts';
import { record } from '../../platform/audit/record.ts';
import type { UserActor } from '../../platform/auth/actor.ts';
import type { OpenTransaction } from '../../platform/database/database.ts';
import { conflict, notFound } from '../../platform/errors/errors.ts';
import { requireMatch, versioned } from '../../platform/http/etag.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { findRecording, removeRecording } from '../../recordings/queries.ts';
import { storeTranscript } from '../../transcripts/stored.ts';
import { wordsOf } from './join.ts';
import { partedOf, type Speakers, splitWords } from './joined-words.ts';
import { deleteJoin, findLastJoin, type Join, restoreRecording, selectParts } from './queries.ts';

type Part = RouteRequest<Routes['calls']['part']>;

export const listParts = async ({ database, actor, params }: RouteRequest<Routes['calls']['parts']>) => {
  const { organization_uuid } = actor;
  if (!(await callExists(database, organization_uuid, params.call_uuid))) throw notFound('call');
  return { data: { items: await selectParts(database, organization_uuid, params.call_uuid) } };
};

/**
 * Parts what was joined last. Both calls are what they were before, each with its own recording; what was corrected and
 * labelled in between goes to the one that it was said in.
 */
export const partCalls = async ({ database, actor, params, if_match }: Part) => {
  const data = await database.transaction(async (tx) => {
    const { organization_uuid } = actor;
    const whole = await lockCall(tx, actor, params.call_uuid);
    requireMatch(if_match, whole.version);
    const join = await findLastJoin(tx, organization_uuid, whole.uuid);
    if (!join) throw conflict('call_joined', 'No call is joined to this one');
    if (await findUnfinished(tx, organization_uuid, whole.uuid))
      throw conflict('transcription_in_progress', 'The call is being transcribed; part it afterwards');
    await partSound(tx, actor, whole, join);
    await deleteJoin(tx, join);
    markCallRestored(tx, organization_uuid, join.part_uuid);
    const part = await lockCall(tx, actor, join.part_uuid);
    const [before, joined] = [
      await findCallVersion(tx, organization_uuid, whole.uuid, join.version - 1),
      await findCallVersion(tx, organization_uuid, whole.uuid, join.version),
    ];
    if (!before || !joined) throw notFound('version');
    const [own, theirs] = await partWords(tx, { whole, part, join, before, joined });
    const notes = [
      { kind: 'parted' as const, call_uuid: part.uuid },
      { kind: 'parted' as const, call_uuid: whole.uuid },
    ] as const;
    const by = actor.user_uuid;
    const next = writeCall(tx, actor, whole, own, changedFields(whole, own), { by, note: notes[0] });
    const again = writeCall(tx, actor, part, theirs, changedFields(part, theirs), { by, note: notes[1] });
    await indexKept(tx, next, own.transcript);
    return [await answerOf(tx, next), await answerOf(tx, again)] as const;
  });
  return { data: { call: versioned(data[0]).data, part: versioned(data[1]).data } };
};

/** Gives the whole its own recording back, if it was given one of both. */
const partSound = async (tx: OpenTransaction, actor: UserActor, whole: LockedCall, join: Join): Promise<void> => {
  const { organization_uuid, own_recording_uuid, joined_recording_uuid } = join;
  if (own_recording_uuid === null) return;
  const there = await findRecording(tx, organization_uuid, whole.uuid);
  if (there && there.uuid !== joined_recording_uuid)
    throw conflict('recording_exists', 'The call has another recording by now; an admin may take that away first');
  if (there) {
    await removeRecording(tx, there, actor.user_uuid);
    record(tx, actor, { subject_type: 'recording', subject_uuid: there.uuid });
  }
  await restoreRecording(tx, organization_uuid, own_recording_uuid);
};

type Parting = {
  whole: LockedCall;
  part: LockedCall;
  join: Join;
  before: CallVersionRow;
  joined: CallVersionRow;
};

/** Changes that give each call its own words and speakers. */
const partWords = async (
  tx: OpenTransaction,
  { whole, part, join, before, joined }: Parting,
): Promise<[Changes, Changes]> => {
  const speakers = join.speakers.parse() as Speakers;
  const [now, theirs] = [await wordsOf(tx, whole), await wordsOf(tx, part)];
  const [first, second] = splitWords(now.words, speakers, join.offset_ms);
  const kept = new Set([
    ...first.flatMap(({ speaker }) => speaker ?? []),
    ...Object.keys(before.speaker_labels.parse() as object),
  ]);
  const [own_labels, part_labels] = partedOf(now.labels, speakers, kept);
  const sides = whole.speaker_sides.parse() as Record<string, 'ours' | 'theirs'>;
  const [own_sides, part_sides] = partedOf(sides, speakers, kept);
  const isCorrected = whole.transcript_digest !== joined.transcript_digest;
  const earlier =
    before.transcript_uuid === null
      ? null
      : { uuid: before.transcript_uuid, digest: before.transcript_digest as string };
  const source = now.transcript?.source ?? 'manual';
  return [
    {
      transcript: isCorrected && first.length > 0 ? storeTranscript({ source, words: first }) : earlier,
      ...{ speaker_labels: own_labels, speaker_sides: own_sides },
      // As before, unless somebody wrote other values meanwhile.
      ...(whole.duration === joined.duration && { duration: before.duration }),
      ...(whole.file_format === joined.file_format && { file_format: before.file_format }),
      ...(whole.file_size === joined.file_size && { file_size: before.file_size }),
    },
    {
      ...(isCorrected &&
        second.length > 0 && {
          transcript: storeTranscript({ source: theirs.transcript?.source ?? source, words: second }),
        }),
      ...{ speaker_labels: part_labels, speaker_sides: part_sides },
    },
  ];
};
