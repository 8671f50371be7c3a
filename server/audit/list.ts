import type { Routes } from '@pharos/contract/routes.ts';
import { DEFAULT_LIMIT, encodeCursor } from '../http/cursor.ts';
import type { Incoming } from '../http/mount.ts';
import { selectEvents } from './queries.ts';
import { sealChain } from './seal.ts';

/** A page of events; those that just happened are linked first, so that each has its place. */
export const listEvents = async ({ database, actor, query }: Incoming<Routes['audit']['list']>) => {
  const limit = query.limit ?? DEFAULT_LIMIT;
  await sealChain(database, actor.organization_uuid);
  const rows = await selectEvents(database, actor.organization_uuid, query, limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last;
  return { data: { items, next_cursor: more ? encodeCursor({ created_at: last.at, uuid: last.uuid }) : null } };
};
