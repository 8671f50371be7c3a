import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { findCallForUpdate } from '../calls/queries.ts';
import { record } from '../platform/audit/record.ts';
import { notFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerJob } from './answer.ts';
import { insertJob } from './queries.ts';
import { chooseProvider, firstEntry, oneAtATime, requireRecording, type Starter } from './start.ts';

/** Queues a transcription of a call's recording; 409 while another one of the call is not finished. */
export const transcribe = async (
  { database, actor, params, body }: RouteRequest<Routes['jobs']['transcribe']>,
  { starter }: { starter: Starter },
) => {
  const { organization_uuid, user_uuid: created_by } = actor;
  const job = await database.transaction(async (tx) => {
    const call = await findCallForUpdate(tx, organization_uuid, params.call_uuid);
    if (!call) throw notFound('call');
    const provider = chooseProvider(await starter.providersOf(tx, organization_uuid), body.provider);
    await requireRecording(starter, tx, organization_uuid, call.uuid);
    const entry = firstEntry(organization_uuid, randomUUID());
    const inserted = await insertJob(tx, {
      organization_uuid,
      uuid: entry.job_uuid,
      call_uuid: call.uuid,
      call_version: call.version,
      provider,
      entry_uuid: entry.uuid,
      created_by,
    });
    if (!inserted) throw oneAtATime();
    await starter.queue.send(tx, [entry]);
    record(tx, actor, { subject_type: 'job', subject_uuid: inserted.uuid });
    return inserted;
  });
  return { data: answerJob(job) };
};
