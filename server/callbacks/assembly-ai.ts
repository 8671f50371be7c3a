import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { advanceOnCallback } from '../jobs/queries.ts';
import type { Entry, Queue } from '../platform/queue/queue.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';

/** Looks for the result at once: the callback says only that there is one. */
export const hearAssemblyAi = async (
  { database, actor, query, body }: RouteRequest<Routes['callbacks']['assembly_ai']>,
  { queue }: { queue: Queue },
) => {
  const { organization_uuid } = actor;
  const job_uuid = query.job_uuid ?? '';
  const entry: Entry = { uuid: randomUUID(), organization_uuid, job_uuid, step: 'collect', looked: 0 };
  await database.transaction(async (tx) => {
    const next = { uuid: entry.uuid, provider_id: body.transcript_id };
    if (await advanceOnCallback(tx, { organization_uuid, uuid: job_uuid }, next)) await queue.send(tx, [entry]);
  });
  return { data: { received: true as const } };
};
