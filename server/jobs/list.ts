import type { Routes } from '@pharos/contract/table/routes.ts';
import { callExists } from '../calls/queries.ts';
import { limitOf } from '../platform/auth/location.ts';
import { notFound } from '../platform/errors/errors.ts';
import { DEFAULT_LIMIT, pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectJobs } from './queries.ts';

/** A page of the organization's jobs; those that failed and wait for somebody are `state=failed`. */
export const listJobs = async ({ database, actor, query }: RouteRequest<Routes['jobs']['list']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  return { data: pageOf(await selectJobs(database, actor.organization_uuid, query, limitOf(actor), limit + 1), limit) };
};

/** A page of a call's jobs. */
export const listJobsOfCall = async ({
  database,
  actor,
  params,
  query,
}: RouteRequest<Routes['jobs']['listOfCall']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const { organization_uuid } = actor;
  if (!(await callExists(database, organization_uuid, params.call_uuid))) throw notFound('call');
  const filter = { call_uuid: params.call_uuid, cursor: query.cursor };
  return { data: pageOf(await selectJobs(database, organization_uuid, filter, null, limit + 1), limit) };
};
