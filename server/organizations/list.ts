import type { Routes } from '@pharos/contract/table/routes.ts';
import { pageOf } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { selectOrganizations } from './queries.ts';

export const listOrganizations = async ({ database, query }: RouteRequest<Routes['organizations']['list']>) => {
  return { data: await pageOf(query, (slice) => selectOrganizations(database, slice)) };
};
