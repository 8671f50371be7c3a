import { CHANGE_TYPES } from '@pharos/contract/changes.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { findHead } from '../platform/audit/queries.ts';
import { sealChain } from '../platform/audit/seal.ts';
import { reaches } from '../platform/auth/actor.ts';
import { limitOf } from '../platform/auth/location.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { decodePlace, encodePlace, START } from './cursor.ts';
import { readChanges } from './read.ts';
import type { Watch } from './watch.ts';

const DEFAULT_LIMIT = 200;

/**
 * GET of the changes after a cursor. It waits before it reads: what the caller may see is asked for when the answer is
 * made, not when the wait began.
 */
export const listChanges = async (
  { database, actor, query, signal }: RouteRequest<Routes['changes']['list']>,
  { watch }: { watch: Watch },
) => {
  const { organization_uuid } = actor;
  const { since, limit = DEFAULT_LIMIT, wait = 0 } = query;
  if (since === 'now') {
    await sealChain(database, organization_uuid);
    const head = (await findHead(database, organization_uuid)) ?? START;
    return { data: { items: [], next_cursor: encodePlace(head), has_more: false } };
  }
  const place = since === undefined ? START : decodePlace(since);
  // What is new while somebody waits is given its place by the watch, once for all who wait.
  if (wait > 0) await watch.wait(actor, place.position, wait * 1000, signal);
  else await sealChain(database, organization_uuid);
  const read = await readChanges(database, organization_uuid, place, { location_uuids: limitOf(actor), limit });
  const items = read.changes.filter(({ type }) => reaches(actor.access_level, CHANGE_TYPES[type]));
  return { data: { items, next_cursor: encodePlace(read.next), has_more: read.has_more } };
};
