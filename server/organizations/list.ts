import type { Routes } from '@pharos/contract/table/routes.ts';
import { DEFAULT_LIMIT, pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectOrganizations } from './queries.ts';

export const listOrganizations = async ({ database, query }: RouteRequest<Routes['organizations']['list']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  return { data: pageOf(await selectOrganizations(database, query.cursor, limit + 1), limit) };
};
