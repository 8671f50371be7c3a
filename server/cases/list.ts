import type { Routes } from '@pharos/contract/table/routes.ts';
import { limitOf } from '../platform/auth/location.ts';
import { DEFAULT_LIMIT, pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectCases } from './queries.ts';

export const listCases = async ({ database, actor, query }: RouteRequest<Routes['cases']['list']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  return {
    data: pageOf(await selectCases(database, actor.organization_uuid, query, limitOf(actor), limit + 1), limit),
  };
};
