import type { Routes } from '@pharos/contract/table/routes.ts';
import { limitOf } from '../platform/auth/location.ts';
import { pageOf, type Slice } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectCases } from './queries.ts';

export const listCases = async ({ database, actor, query }: RouteRequest<Routes['cases']['list']>) => {
  const select = (slice: Slice) => selectCases(database, actor.organization_uuid, query, limitOf(actor), slice);
  return { data: await pageOf(query, select) };
};
