import type { Routes } from '@pharos/contract/table/routes.ts';
import { requireInPerson } from '../platform/auth/in-person.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { changeUser } from './change.ts';
import { lockSubordinate } from './rights.ts';

/** Lets a deactivated user in again: with their password, but not with the tokens of before. */
export const restoreUser = async ({ database, actor, params }: RouteRequest<Routes['users']['restore']>) => {
  const user = await database.transaction(async (tx) => {
    await requireInPerson(tx, actor);
    const current = await lockSubordinate(tx, actor, params.user_uuid);
    return changeUser(tx, actor, current, { deactivated_at: null });
  });
  return versioned(user);
};
