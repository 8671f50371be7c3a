import type { Routes } from '@pharos/contract/table/routes.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeUser, stored } from './change.ts';
import { lockSubordinate } from './rights.ts';

type Patch = RouteRequest<Routes['users']['patch']>;

/** PATCH (RFC 7396). */
export const patchUser = async ({ database, actor, params, body, if_match }: Patch) => {
  const { email, name, location_uuids } = body;
  const user = await database.transaction(async (tx) => {
    const current = await lockSubordinate(tx, actor, params.user_uuid);
    const patch = { email, name, location_uuids: location_uuids && stored(location_uuids) };
    return changeUser(tx, actor, current, patch, { if_match });
  });
  return versioned(user);
};
