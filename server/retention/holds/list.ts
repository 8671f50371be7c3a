import type { Routes } from '@pharos/contract/table/routes.ts';
import { caseExists } from '../../cases/queries.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { DEFAULT_LIMIT, pageOf } from '../../platform/http/cursor.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { selectHolds } from './queries.ts';

export const listHolds = async ({ database, actor, query }: RouteRequest<Routes['retention']['listHolds']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const rows = await selectHolds(database, actor.organization_uuid, { cursor: query.cursor }, limit + 1);
  return { data: pageOf(rows, limit) };
};

export const listHoldsOfCase = async ({
  database,
  actor,
  params,
  query,
}: RouteRequest<Routes['retention']['listHoldsOfCase']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const { case_uuid } = params;
  if (!(await caseExists(database, actor.organization_uuid, case_uuid, true))) throw notFound('case');
  const rows = await selectHolds(database, actor.organization_uuid, { case_uuid, cursor: query.cursor }, limit + 1);
  return { data: pageOf(rows, limit) };
};
