import type { Routes } from '@pharos/contract/table/routes.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeLocation, lockLocation } from './change.ts';
import { guardShorterAt } from './shorter.ts';

type Patch = RouteRequest<Routes['locations']['patch']>;

/** PATCH (RFC 7396). */
export const patchLocation = async ({ database, actor, params, body, if_match }: Patch) => {
  const location = await database.transaction(async (tx) => {
    const current = await lockLocation(tx, actor, params.location_uuid);
    await guardShorterAt(tx, actor, current, { ...current, ...body });
    return changeLocation(tx, actor, current, body, { if_match });
  });
  return versioned(location);
};
