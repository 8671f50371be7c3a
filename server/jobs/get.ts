import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerJob } from './answer.ts';
import { requireJob } from './location.ts';
import { findJob } from './queries.ts';

export const getJob = async ({ database, actor, params }: RouteRequest<Routes['jobs']['get']>) => ({
  data: answerJob(await requireJob(database, actor, await findJob(database, actor.organization_uuid, params.job_uuid))),
});
