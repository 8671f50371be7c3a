import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { home } from './home.ts';
import { selectIsHere } from './queries.ts';

/** Whether any case of the demo is left, however many of one's own there are. */
export const getDemo = async ({ database, actor }: RouteRequest<Routes['demo']['get']>) => {
  const uuids = home.cases.map(({ uuid }) => uuid);
  const found = await selectIsHere(database, actor.organization_uuid, uuids);
  return { data: { is_here: found?.is_here ?? false } };
};
