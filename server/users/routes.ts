import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import type { PathThing } from '../platform/serving/path-things.ts';
import { createUser } from './create.ts';
import { getUser } from './get.ts';
import { inviteUser } from './invite.ts';
import { listUsers } from './list.ts';
import { patchUser } from './patch.ts';
import { findUser } from './queries.ts';
import { removeUser } from './remove.ts';
import { restoreUser } from './restore.ts';
import { setAccessLevel } from './set-access-level.ts';

export const userRoutes: Handlers<Routes['users'], { address: () => string }> = {
  list: listUsers,
  create: createUser,
  get: getUser,
  patch: patchUser,
  remove: removeUser,
  restore: restoreUser,
  invite: inviteUser,
  setAccessLevel,
};

export const userInPath: PathThing = {
  exists: (tx, organization_uuid, uuid) => findUser(tx, organization_uuid, uuid),
};
