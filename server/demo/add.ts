import type { Actor } from '../auth/actor.ts';
import { addCall } from '../calls/create.ts';
import { addCase } from '../cases/create.ts';
import type { Transaction } from '../database/database.ts';
import { storeTranscript } from '../transcripts/stored.ts';
import { durationOf, home, transcriptOf } from './home.ts';

/** Fills an organization with the demo home's cases and calls, through the same verbs as everybody's. */
export const addDemo = async (tx: Transaction, actor: Actor): Promise<void> => {
  for (const { uuid, ...fields } of home.cases) await addCase(tx, actor, uuid, fields);
  for (const { uuid, case_uuid, dialogue, source, ...fields } of home.calls) {
    const transcript = transcriptOf({ uuid, case_uuid, dialogue, source, ...fields });
    const duration = durationOf(transcript);
    const changes = { ...fields, duration, transcript: storeTranscript(transcript) };
    await (await addCall(tx, actor, { uuid, case_uuid }, changes)).sent;
  }
};
