import type { Routes } from '@pharos/contract/table/routes.ts';
import { reaches } from '../platform/auth/actor.ts';
import { requireInPerson, requireOwnRights } from '../platform/auth/in-person.ts';
import { noSuch } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeUser } from './change.ts';
import { lockSubordinate, requireReach, requireSuccessor } from './rights.ts';

/** Raises or lowers a user to at most the actor's level. */
export const setAccessLevel = ({ database, actor, body }: RouteRequest<Routes['users']['setAccessLevel']>) => {
  const { access_level } = body;
  requireReach(actor, access_level);
  return database.transaction(async (tx) => {
    await requireInPerson(tx, actor);
    const user = await lockSubordinate(tx, actor, body.user_uuid.toLowerCase(), noSuch('user', '/user_uuid'));
    requireOwnRights(actor, user.uuid);
    if (!reaches(access_level, user.access_level)) await requireSuccessor(tx, user, access_level);
    await changeUser(tx, actor, user, { access_level });
    return { data: access_level };
  });
};
