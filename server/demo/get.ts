import type { Routes } from '@pharos/contract/table/routes.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { home } from './home.ts';
import { selectPresence } from './queries.ts';

/** Tells if any case of the demo is left, and if there is nothing else. */
export const getDemo = async ({ database, actor }: RouteRequest<Routes['demo']['get']>) => {
  const uuids = home.cases.map(({ uuid }) => uuid);
  const found = await selectPresence(database, actor.organization_uuid, uuids);
  const is_here = found?.has_these === true;
  return { data: { is_here, is_alone: is_here && !found.has_others } };
};
