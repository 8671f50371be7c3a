import type { Actor } from '../auth/actor.ts';
import { addCall } from '../calls/create.ts';
import { addCase } from '../cases/create.ts';
import type { Transaction } from '../database/database.ts';
import { storeTranscript } from '../transcripts/stored.ts';
import { durationOf, home, transcriptOf } from './home.ts';
import { findSize } from './recordings.ts';

/** Fills an organization with the demo home's cases and calls, through the same verbs as everybody's. */
export const addDemo = async (tx: Transaction, actor: Actor): Promise<void> => {
  for (const { uuid, ...fields } of home.cases) await addCase(tx, actor, uuid, fields);
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
    };
    await (await addCall(tx, actor, { uuid: call.uuid, case_uuid: call.case_uuid }, changes)).sent;
  }
};
