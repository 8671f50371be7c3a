import type { Routes } from '@pharos/contract/table/routes.ts';
import type { UserPatch } from '@pharos/contract/users.ts';
import { requireInPerson, requireOwnRights } from '../platform/auth/in-person.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeUser, stored } from './change.ts';
import type { UserRow } from './queries.ts';
import { lockSubordinate } from './rights.ts';

type Patch = RouteRequest<Routes['users']['patch']>;

/** A change of what lets somebody in, or of what they then see. */
const givesAccess = (current: UserRow, { email, location_uuids }: UserPatch): boolean =>
  (email !== undefined && email !== current.email) ||
  (location_uuids !== undefined && String(stored(location_uuids)) !== String(current.location_uuids));

/** PATCH (RFC 7396). */
export const patchUser = async ({ database, actor, params, body, if_match }: Patch) => {
  const { email, name, location_uuids } = body;
  const user = await database.transaction(async (tx) => {
    const current = await lockSubordinate(tx, actor, params.user_uuid);
    if (givesAccess(current, body)) {
      await requireInPerson(tx, actor);
      requireOwnRights(actor, current.uuid);
    }
    const patch = { email, name, location_uuids: location_uuids && stored(location_uuids) };
    return changeUser(tx, actor, current, patch, { if_match });
  });
  return versioned(user);
};
