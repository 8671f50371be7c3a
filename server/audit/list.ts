import type { Routes } from '@pharos/contract/table/routes.ts';
import { selectEvents } from '../platform/audit/queries.ts';
import { sealChain } from '../platform/audit/seal.ts';
import { DEFAULT_LIMIT, encodeCursor, pageBy } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';

/** A page of events; those that just happened are linked first, so that each has its place. */
export const listEvents = async ({ database, actor, query }: RouteRequest<Routes['audit']['list']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  await sealChain(database, actor.organization_uuid);
  const rows = await selectEvents(database, actor.organization_uuid, query, limit + 1);
  return { data: pageBy(rows, limit, ({ at, uuid }) => encodeCursor({ created_at: at, uuid })) };
};
