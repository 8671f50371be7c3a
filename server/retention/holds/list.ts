import type { Routes } from '@pharos/contract/table/routes.ts';
import { caseExists } from '../../cases/queries.ts';
import { notFound } from '../../platform/errors/errors.ts';
import { pageOf } from '../../platform/http/cursor.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { selectHolds } from './queries.ts';

export const listHolds = async ({ database, actor, query }: RouteRequest<Routes['retention']['listHolds']>) => {
  return { data: await pageOf(query, (slice) => selectHolds(database, actor.organization_uuid, {}, slice)) };
};

export const listHoldsOfCase = async ({
  database,
  actor,
  params,
  query,
}: RouteRequest<Routes['retention']['listHoldsOfCase']>) => {
  const { case_uuid } = params;
  if (!(await caseExists(database, actor.organization_uuid, case_uuid, true))) throw notFound('case');
  return { data: await pageOf(query, (slice) => selectHolds(database, actor.organization_uuid, { case_uuid }, slice)) };
};
