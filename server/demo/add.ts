import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { writableFields } from '../calls/changes.ts';
import { addCall } from '../calls/create.ts';
import { addCase } from '../cases/create.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { OpenTransaction } from '../platform/database/database.ts';
import { joining } from '../platform/database/scoped-database.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { probe } from '../recordings/probe.ts';
import { keepRecording } from '../recordings/save-recording.ts';
import { storeTranscript } from '../transcripts/stored.ts';
import { type DemoCall, durationOf, home, transcriptOf } from './home.ts';
import { findRecording, findSize } from './recordings.ts';

/** Fills an organization with the demo home's cases, calls and recordings, through the same verbs as everybody's. */
export const addDemo = async (
  tx: OpenTransaction,
  actor: UserActor,
  storage: Storage,
  made: Date = new Date(),
): Promise<void> => {
  for (const { uuid, dates, ...fields } of home.cases) await addCase(tx, actor, uuid, { ...fields, ...dates(made) });
  for (const call of home.calls) {
    const transcript = transcriptOf(call);
    const changes = {
      file_name: call.file_name,
      file_format: call.file_format,
      file_size: findSize(call),
      duration: durationOf(transcript),
      speaker_labels: call.speaker_labels,
      is_fully_labelled: call.is_fully_labelled,
      provider_metadata: call.provider_metadata,
      transcript: storeTranscript(transcript),
      ...writableFields(call.facts(made)),
    };
    await addCall(tx, actor, { uuid: call.uuid, case_uuid: call.case_uuid }, changes);
    await addRecording(tx, actor, storage, call);
  }
};

/** Reader of the demo's own files, which are trusted and so need no thread. */
const OWN = { hear: async (_organization_uuid: string, path: string) => ({ probed: probe(path), measured: null }) };

// Bytes whose transaction is never committed have no row, and are swept away as those of a cut-off upload are.
const addRecording = async (tx: OpenTransaction, actor: UserActor, storage: Storage, call: DemoCall): Promise<void> => {
  const path = findRecording(call);
  if (path === null) return;
  const key = { organization_uuid: actor.organization_uuid, uuid: randomUUID() };
  const stored = await storage.write(key, createReadStream(path));
  await keepRecording({ storage, media: OWN }, joining(tx), actor, { key, call_uuid: call.uuid, stored });
};
