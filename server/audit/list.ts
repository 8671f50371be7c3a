import type { Routes } from '@pharos/contract/table/routes.ts';
import { selectEvents } from '../platform/audit/queries.ts';
import { sealChain } from '../platform/audit/seal.ts';
import { encodeCursor, pageBy, type Slice } from '../platform/http/cursor.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';

/** A page of events; those that just happened are linked first, so that each has its place. */
export const listEvents = async ({ database, actor, query }: RouteRequest<Routes['audit']['list']>) => {
  await sealChain(database, actor.organization_uuid);
  const select = (slice: Slice) => selectEvents(database, actor.organization_uuid, query, slice);
  return { data: await pageBy(query, select, ({ at, uuid }) => encodeCursor({ created_at: at, uuid })) };
};
