import type { Routes } from '@pharos/contract/table/routes.ts';
import { DEFAULT_LIMIT, pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectUsers } from './queries.ts';

export const listUsers = async ({ database, actor, query }: RouteRequest<Routes['users']['list']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  return { data: pageOf(await selectUsers(database, actor.organization_uuid, query.cursor, limit + 1), limit) };
};
