import type { Routes } from '@pharos/contract/table/routes.ts';
import { limitOf } from '../platform/auth/location.ts';
import { DEFAULT_LIMIT, pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { endAfterSeconds, selectCases } from './queries.ts';

/** A page of cases. A list that takes longer than 5 s is ended (503), so that it holds up no other home. */
export const listCases = async ({ database, actor, query }: RouteRequest<Routes['cases']['list']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const rows = await database.transaction((tx) => {
    endAfterSeconds(tx, 5);
    return selectCases(tx, actor.organization_uuid, query, limitOf(actor), limit + 1);
  });
  return { data: pageOf(rows, limit) };
};
