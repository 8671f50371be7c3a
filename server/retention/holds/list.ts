import type { Routes } from '@pharos/contract/routes.ts';
import { DEFAULT_LIMIT, pageOf } from '../../http/cursor.ts';
import { notFound } from '../../http/errors.ts';
import type { Incoming } from '../../http/mount.ts';
import { caseExists, selectHolds } from './queries.ts';

export const listHolds = async ({ database, actor, query }: Incoming<Routes['retention']['listHolds']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const rows = await selectHolds(database, actor.organization_uuid, { cursor: query.cursor }, limit + 1);
  return { data: pageOf(rows, limit) };
};

export const listHoldsOfCase = async ({
  database,
  actor,
  params,
  query,
}: Incoming<Routes['retention']['listHoldsOfCase']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const { case_uuid } = params;
  if (!(await caseExists(database, actor.organization_uuid, case_uuid))) throw notFound('case');
  const rows = await selectHolds(database, actor.organization_uuid, { case_uuid, cursor: query.cursor }, limit + 1);
  return { data: pageOf(rows, limit) };
};
