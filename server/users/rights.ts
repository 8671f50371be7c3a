import type { AccessLevel } from '@pharos/contract/table/route.ts';
import { reaches, type UserActor } from '../platform/auth/actor.ts';
import type { OpenTransaction } from '../platform/database/database.ts';
import { conflict, forbidden, notFound, type Refusal } from '../platform/errors/errors.ts';
import {
  findOtherAdmin,
  findOtherOperator,
  findUserForUpdate,
  type LockedUser,
  lockOperators,
  lockRights,
  selectOrganizationUuids,
  type UserRow,
} from './queries.ts';

/** Throws 403 where an actor would give more rights than they have. */
export const requireReach = ({ access_level }: UserActor, wanted: AccessLevel): void => {
  if (reaches(access_level, wanted)) return;
  throw forbidden(
    'insufficient_access_level',
    `Your access level is ${access_level}: you cannot make anyone ${wanted}`,
    {
      level: wanted,
      yours: access_level,
    },
  );
};

/** A user whom the actor may change, locked; 404 where there is none, 403 where they are above the actor. */
export const lockSubordinate = async (
  tx: OpenTransaction,
  actor: UserActor,
  uuid: string,
  missing: Refusal = notFound('user'),
): Promise<LockedUser> => {
  // First of all locks, so that each change of rights sees what the one before it has done.
  await lockRights(tx, actor.organization_uuid);
  const user = await findUserForUpdate(tx, actor.organization_uuid, uuid);
  if (!user) throw missing;
  if (reaches(actor.access_level, user.access_level)) return user;
  throw forbidden('user_outranks_you', `This user is ${user.access_level}, which is above your own access level`);
};

/** Throws 409 where no one else could run the organization or the installation. `left` is the level the user keeps. */
export const requireSuccessor = async (
  tx: OpenTransaction,
  user: UserRow,
  left: AccessLevel = 'viewer',
): Promise<void> => {
  if (user.deactivated_at !== null || !reaches(user.access_level, 'admin')) return;
  if (user.access_level === 'operator') {
    await lockOperators(tx);
    if (!(await hasOtherOperator(tx, user)))
      throw conflict(
        'last_operator',
        'This is the last operator of the installation; make someone else an operator first',
      );
  }
  if (reaches(left, 'admin') || (await findOtherAdmin(tx, user))) return;
  throw conflict('last_admin', 'This is the last admin of the organization; make someone else an admin first');
};

/** True where the installation has another operator, who may be in any organization: all are searched in turn. */
const hasOtherOperator = async (tx: OpenTransaction, { organization_uuid: own, uuid }: UserRow): Promise<boolean> => {
  await tx.bind({ organization_uuid: own, installation: true });
  const others = (await selectOrganizationUuids(tx)).map((row) => row.uuid).filter((other) => other !== own);
  let found = false;
  for (const organization_uuid of [own, ...others]) {
    await tx.bind({ organization_uuid });
    found = Boolean(await findOtherOperator(tx, organization_uuid, uuid));
    if (found) break;
  }
  await tx.bind({ organization_uuid: own });
  return found;
};
