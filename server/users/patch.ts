import type { Routes } from '@pharos/contract/table/routes.ts';
import { UserPatch } from '@pharos/contract/users.ts';
import { requireMatch } from '../platform/http/etag.ts';
import { changedFields } from '../platform/json/changed-fields.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { answerUser } from './answer.ts';
import { getSubordinate } from './rights.ts';
import { changeUser, stored } from './write.ts';

/** PATCH (RFC 7396). A change to what already is passes any If-Match. */
export const patchUser = async ({ database, actor, params, body, if_match }: RouteRequest<Routes['users']['patch']>) =>
  answerUser(
    await database.transaction(async (tx) => {
      const user = await getSubordinate(tx, actor, params.user_uuid);
      const patch = { ...body, ...(body.location_uuids && { location_uuids: stored(body.location_uuids) }) };
      const changes = changedFields(user, patch, UserPatch.properties);
      if (Object.keys(changes).length > 0) requireMatch(if_match, user.version);
      return Object.keys(changes).length > 0 ? changeUser(tx, actor, user, changes) : user;
    }),
  );
