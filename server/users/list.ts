import type { Routes } from '@pharos/contract/table/routes.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectUsers } from './queries.ts';

export const listUsers = async ({ database, actor, query }: RouteRequest<Routes['users']['list']>) => {
  return { data: await pageOf(query, (slice) => selectUsers(database, actor.organization_uuid, slice)) };
};
