import type { JobRemark } from '@pharos/contract/job-reasons.ts';
import { applyTranscription } from '../calls/apply-transcription.ts';
import { findCallForUpdate } from '../calls/queries.ts';
import { cancelJob, remarkOnJob, succeedJob } from '../jobs/queries.ts';
import { record } from '../platform/audit/record.ts';
import { server } from '../platform/auth/actor.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { findRecording } from '../recordings/queries.ts';
import type { ImportedFile } from '../transcripts/stored.ts';
import { remarkOnChannels } from './recording.ts';

export const ACTION = 'transcription.finish';

export type Finished = { organization_uuid: string; uuid: string; call_uuid: string };

/**
 * Ends a job with its result, once, however often that comes: the job, the transcript, its version and the event are
 * one transaction. Returns whether this was the time.
 */
export const finish = (
  database: ScopedDatabase,
  job: Finished,
  file: ImportedFile,
  remark?: JobRemark,
): Promise<boolean> =>
  database.transaction(async (tx) => {
    const { organization_uuid, uuid, call_uuid } = job;
    const actor = server(organization_uuid, ACTION);
    const call = await findCallForUpdate(tx, organization_uuid, call_uuid);
    if (!call) {
      const cancelled = await cancelJob(tx, organization_uuid, uuid);
      if (cancelled) await remarkOnJob(tx, organization_uuid, uuid, [{ code: 'call_deleted' }]);
      return cancelled !== null;
    }
    const done = await succeedJob(tx, organization_uuid, uuid);
    if (!done) return false;
    const { created_by: by, call_version } = done;
    const { kept_as } = await applyTranscription(tx, actor, call, file, { by, call_version });
    record(tx, actor, { subject_type: 'job', subject_uuid: uuid });
    const recording = await findRecording(tx, organization_uuid, call_uuid);
    const of_channels = recording && remarkOnChannels(recording);
    const remarks: JobRemark[] = [
      ...(kept_as === null ? [] : [beside(kept_as, file.report.words === 0)]),
      ...(of_channels ? [of_channels] : []),
      ...(remark ? [remark] : []),
      ...file.warnings,
    ];
    if (remarks.length > 0) await remarkOnJob(tx, organization_uuid, uuid, remarks);
    return true;
  });

const beside = (version: number, is_empty: boolean): JobRemark => ({
  code: is_empty ? 'result_empty' : 'result_set_aside',
  given: { version },
});
