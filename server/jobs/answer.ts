import type { JobReason, JobRemark } from '@pharos/contract/job-reasons.ts';
import type { Job } from '@pharos/contract/jobs.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';
import { reasonSentence, remarkSentence } from './sentences.ts';

/** A row of jobs: why it failed and what is to be known of its result are data. */
export type JobRow<J extends Job = Job> = Omit<J, 'error' | 'reason' | 'note' | 'remarks'> & {
  reason: StoredJson | null;
  remarks: StoredJson | null;
};

/** A job as the API answers it, with English sentences beside the data. */
export const answerJob = <J extends Job>(row: JobRow<J>) => {
  const reason = (row.reason?.parse() ?? null) as JobReason | null;
  const remarks = (row.remarks?.parse() ?? []) as JobRemark[];
  const error = reason && reasonSentence(reason, row.provider);
  const note = remarks.length > 0 ? remarks.map(remarkSentence).join('. ') : null;
  return { ...row, error, reason, note, remarks };
};
