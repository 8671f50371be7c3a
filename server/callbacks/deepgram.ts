import type { Routes } from '@pharos/contract/table/routes.ts';
import { findJob } from '../jobs/queries.ts';
import type { Sealer } from '../platform/audit/seal.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { finish } from '../transcription/finish.ts';

/** Takes a result as it was posted. Posted again, or after the job was finished or cancelled, it has no effect. */
export const hearDeepgram = async (
  { database, actor, query, body }: RouteRequest<Routes['callbacks']['deepgram']>,
  { sealer }: { sealer: Pick<Sealer, 'soon'> },
) => {
  const { organization_uuid } = actor;
  const job = await findJob(database, organization_uuid, query.job_uuid ?? '');
  if (job) await finish(database, { organization_uuid, uuid: job.uuid, call_uuid: job.call_uuid }, body);
  sealer.soon(organization_uuid);
  return { data: { received: true as const } };
};
