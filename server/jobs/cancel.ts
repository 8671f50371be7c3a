import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { conflict } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerJob } from './answer.ts';
import { requireJob } from './location.ts';
import { cancelJob, findJob } from './queries.ts';

/** Cancels a job that is not finished; one that is cancelled already is answered unchanged. */
export const cancel = async ({ database, actor, params }: RouteRequest<Routes['jobs']['cancel']>) => {
  const { organization_uuid } = actor;
  const data = await database.transaction(async (tx) => {
    const job = await requireJob(tx, actor, await findJob(tx, organization_uuid, params.job_uuid));
    const cancelled = await cancelJob(tx, organization_uuid, job.uuid);
    // Read anew where nothing was cancelled: it may have been finished at this very moment.
    const now = cancelled ?? (await requireJob(tx, actor, await findJob(tx, organization_uuid, job.uuid)));
    if (now.state !== 'cancelled')
      throw conflict('job_already_finished', `The job is finished: it has ${now.state}`, { state: now.state });
    record(tx, actor, { subject_type: 'job', subject_uuid: job.uuid });
    return now;
  });
  return { data: answerJob(data) };
};
