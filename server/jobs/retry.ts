import type { Routes } from '@pharos/contract/table/routes.ts';
import { findCallForUpdate } from '../calls/queries.ts';
import { record } from '../platform/audit/record.ts';
import { conflict } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerJob, type JobRow } from './answer.ts';
import { requireJob } from './location.ts';
import { findJob, findUnfinished, restartJob } from './queries.ts';
import { chooseProvider, firstEntry, oneAtATime, requireRecording, type Starter } from './start.ts';

/** Queues a job that failed or was cancelled again, with all its attempts before it. */
export const retry = async (
  { database, actor, params }: RouteRequest<Routes['jobs']['retry']>,
  { starter }: { starter: Starter },
) => {
  const { organization_uuid } = actor;
  const job = await database.transaction(async (tx) => {
    const { uuid, call_uuid } = await requireJob(tx, actor, await findJob(tx, organization_uuid, params.job_uuid));
    // With the call locked, nobody starts another job of it meanwhile.
    const call = await findCallForUpdate(tx, organization_uuid, call_uuid);
    if (!call) throw conflict('call_deleted', 'The call of this job is deleted; restore the call first');
    const { state, provider } = await requireJob(tx, actor, await findJob(tx, organization_uuid, uuid));
    if (state === 'succeeded')
      throw conflict('job_already_succeeded', 'The job has succeeded; ask for another transcription of the call');
    chooseProvider(await starter.providersOf(tx, organization_uuid), provider);
    await requireRecording(starter, tx, organization_uuid, call_uuid);
    const entry = firstEntry(organization_uuid, uuid);
    if (await findUnfinished(tx, organization_uuid, call_uuid)) throw oneAtATime();
    const next = { entry_uuid: entry.uuid, call_version: call.version };
    const restarted = (await restartJob(tx, organization_uuid, uuid, next)) as JobRow;
    await starter.queue.send(tx, [entry]);
    record(tx, actor, { subject_type: 'job', subject_uuid: uuid });
    return restarted;
  });
  return { data: answerJob(job) };
};
