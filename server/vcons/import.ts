import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { answerOf, lockCall } from '../calls/change.ts';
import { givenFields } from '../calls/changes.ts';
import { addCall } from '../calls/create.ts';
import { requireLocation } from '../calls/location.ts';
import { addCase } from '../cases/create.ts';
import { joining } from '../platform/database/scoped-database.ts';
import { versioned } from '../platform/http/etag.ts';
import { requireJsonSize } from '../platform/json/json-size-limit.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import type { Recordings } from '../recordings/open-recordings.ts';
import { NotARecording } from '../recordings/reading/not-a-recording.ts';
import { keepRecording } from '../recordings/save-recording.ts';
import { storeTranscript } from '../transcripts/stored.ts';
import { type ReadVcon, readVcon } from './read-vcon.ts';

type Import = RouteRequest<Routes['vcons']['create']>;

/** POST: a call of a vCon with its recording, all or nothing. A recording that cannot be read is left out, and said so. */
export const importVcon = async (
  { database, actor, query, body, signal }: Import,
  { recordings }: { recordings: Recordings },
) => {
  const read = readVcon(body);
  const sound = await storeSound(recordings, actor.organization_uuid, read, signal);
  try {
    const call = await database.transaction(async (tx) => {
      const { case_uuid } = query;
      if (case_uuid !== undefined) await requireLocation(tx, actor, { case_uuid });
      const parent = case_uuid ?? (await addCase(tx, actor, randomUUID(), { identified: false })).uuid;
      const { fields, transcript } = read;
      const changes = { ...givenFields(fields), ...(transcript && { transcript: storeTranscript(transcript) }) };
      requireJsonSize(changes);
      const added = await addCall(tx, actor, { uuid: randomUUID(), case_uuid: parent }, changes);
      if (sound) {
        const media = { hear: async () => sound.heard };
        const arrived = { key: sound.key, call_uuid: added.uuid, stored: sound.stored };
        await keepRecording({ storage: recordings.storage, media }, joining(tx), actor, arrived);
      }
      return answerOf(tx, await lockCall(tx, actor, added.uuid));
    });
    const { data, etag } = versioned(call);
    return { data: { call: data, left_out: read.left_out }, etag };
  } catch (error) {
    if (sound) await recordings.storage.remove(sound.key);
    throw error;
  }
};

const storeSound = async (
  { storage, media }: Recordings,
  organization_uuid: string,
  { recording, left_out }: ReadVcon,
  signal: AbortSignal | undefined,
) => {
  if (!recording) return null;
  const key = { organization_uuid, uuid: randomUUID() };
  const stored = await storage.write(key, [recording.bytes]);
  try {
    const heard = await storage.withFile(key, (path) => media.hear(organization_uuid, path, signal));
    return { key, stored, heard };
  } catch (error) {
    await storage.remove(key);
    if (!(error instanceof NotARecording)) throw error;
    left_out.push({ pointer: '/dialog', reason: 'not_a_recording' });
    return null;
  }
};
