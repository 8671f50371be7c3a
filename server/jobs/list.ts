import type { Routes } from '@pharos/contract/table/routes.ts';
import { callExists } from '../calls/queries.ts';
import { limitOf } from '../platform/auth/location.ts';
import { notFound } from '../platform/errors/errors.ts';
import { pageOf, type Slice } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerJob } from './answer.ts';
import { selectJobs } from './queries.ts';

/** A page of the organization's jobs; `state=failed` lists those that failed and need attention. */
export const listJobs = async ({ database, actor, query }: RouteRequest<Routes['jobs']['list']>) => {
  const { organization_uuid } = actor;
  const select = async (slice: Slice) =>
    (await selectJobs(database, organization_uuid, query, limitOf(actor), slice)).map(answerJob);
  return { data: await pageOf(query, select) };
};

/** A page of a call's jobs. */
export const listJobsOfCall = async ({
  database,
  actor,
  params,
  query,
}: RouteRequest<Routes['jobs']['listOfCall']>) => {
  const { organization_uuid } = actor;
  if (!(await callExists(database, organization_uuid, params.call_uuid))) throw notFound('call');
  const { call_uuid } = params;
  const select = async (slice: Slice) =>
    (await selectJobs(database, organization_uuid, { call_uuid }, null, slice)).map(answerJob);
  return { data: await pageOf(query, select) };
};
