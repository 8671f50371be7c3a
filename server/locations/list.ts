import type { Routes } from '@pharos/contract/table/routes.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectLocations } from './queries.ts';

export const listLocations = async ({ database, actor, query }: RouteRequest<Routes['locations']['list']>) => {
  return { data: await pageOf(query, (slice) => selectLocations(database, actor.organization_uuid, slice)) };
};
