import type { Routes } from '@pharos/contract/table/routes.ts';
import { limitOf } from '../platform/auth/location.ts';
import { pageOf, type Slice } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { endAfterSeconds, selectCases } from './queries.ts';

/** A page of cases. A list that takes longer than 5 s is ended (503), so that it holds up no other home. */
export const listCases = async ({ database, actor, query }: RouteRequest<Routes['cases']['list']>) => {
  const select = (slice: Slice) =>
    database.transaction((tx) => {
      endAfterSeconds(tx, 5);
      return selectCases(tx, actor.organization_uuid, query, limitOf(actor), slice);
    });
  return { data: await pageOf(query, select) };
};
