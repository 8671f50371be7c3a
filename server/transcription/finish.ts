import { applyTranscription } from '../calls/apply-transcription.ts';
import { findCallForUpdate } from '../calls/queries.ts';
import { cancelJob, noteOnJob, succeedJob } from '../jobs/queries.ts';
import { record } from '../platform/audit/record.ts';
import { server } from '../platform/auth/actor.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { findRecording } from '../recordings/queries.ts';
import type { ImportedFile } from '../transcripts/stored.ts';
import { noteOfChannels } from './recording.ts';

export const ACTION = 'transcription.finish';

export type Finished = { organization_uuid: string; uuid: string; call_uuid: string };

/**
 * Ends a job with its result, once, however often that comes: the job, the transcript, its version and the event are
 * one transaction. Returns whether this was the time.
 */
export const finish = (database: ScopedDatabase, job: Finished, file: ImportedFile, note?: string): Promise<boolean> =>
  database.transaction(async (tx) => {
    const { organization_uuid, uuid, call_uuid } = job;
    const actor = server(organization_uuid, ACTION);
    const call = await findCallForUpdate(tx, organization_uuid, call_uuid);
    if (!call) {
      const cancelled = await cancelJob(tx, organization_uuid, uuid);
      if (cancelled) await noteOnJob(tx, organization_uuid, uuid, 'The call was deleted meanwhile');
      return cancelled !== null;
    }
    const done = await succeedJob(tx, organization_uuid, uuid);
    if (!done) return false;
    const { created_by: by, call_version } = done;
    const { kept_as } = await applyTranscription(tx, actor, call, file, { by, call_version });
    record(tx, actor, { subject_type: 'job', subject_uuid: uuid });
    const recording = await findRecording(tx, organization_uuid, call_uuid);
    const of_channels = recording && noteOfChannels(recording);
    const notes = [
      ...(kept_as === null ? [] : [beside(kept_as, file.report.words === 0)]),
      ...(of_channels ? [of_channels] : []),
      ...(note ? [note] : []),
      ...file.report.warnings,
    ];
    if (notes.length > 0) await noteOnJob(tx, organization_uuid, uuid, notes.join('. '));
    return true;
  });

const beside = (version: number, is_empty: boolean) =>
  is_empty
    ? `Nothing was heard: the words that were there stay, and the result is version ${version} of the call`
    : `The transcript was edited while this was under way: the edit stays, and the result is version ${version} of the call`;
