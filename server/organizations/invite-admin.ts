import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import type { Sealer } from '../platform/audit/seal.ts';
import { reaches, type UserActor } from '../platform/auth/actor.ts';
import { requireInPerson } from '../platform/auth/in-person.ts';
import { invite } from '../platform/auth/invitation.ts';
import type { OpenTransaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { addUser, changeUser } from '../users/change.ts';
import { findUserForUpdate, lockRights, selectUsersOfEmail, type UserRow } from '../users/queries.ts';
import { findOrganization } from './queries.ts';

type Invited = RouteRequest<Routes['organizations']['inviteAdmin']>['body'];

/** Invites an admin of an organization in which nobody can let anybody in; the operator's own has it in its audit too. */
export const inviteAdmin = (
  { database, actor, params, body }: RouteRequest<Routes['organizations']['inviteAdmin']>,
  { address, sealer }: { address: () => string; sealer: Pick<Sealer, 'soon'> },
) =>
  database.transaction(async (tx) => {
    const { organization_uuid } = params;
    await requireInPerson(tx, actor);
    if (!(await findOrganization(tx, organization_uuid))) throw notFound('organization');
    record(tx, actor, { subject_type: 'organization', subject_uuid: organization_uuid });
    await tx.bind({ organization_uuid });
    const there = { ...actor, organization_uuid };
    const user = await makeAdmin(tx, there, body);
    const { user_uuid: created_by } = actor;
    const invitation = await invite(tx, { organization_uuid, user_uuid: user.uuid, created_by }, address());
    await tx.bind({ organization_uuid: actor.organization_uuid, installation: true });
    sealer.soon(organization_uuid);
    return { data: { user: versioned(user).data, invitation } };
  });

/** A new admin, or the user of that e-mail address as an admin who may come in. */
const makeAdmin = async (tx: OpenTransaction, there: UserActor, { email, name }: Invited): Promise<UserRow> => {
  const { organization_uuid, user_uuid: created_by } = there;
  await lockRights(tx, organization_uuid);
  const [known] = await selectUsersOfEmail(tx, email.toLowerCase(), organization_uuid);
  const user = known && (await findUserForUpdate(tx, organization_uuid, known.user_uuid));
  if (!user) {
    const uuid = randomUUID();
    return addUser(tx, there, { email, name, organization_uuid, uuid, access_level: 'admin', created_by });
  }
  const access_level = reaches(user.access_level, 'admin') ? user.access_level : 'admin';
  return changeUser(tx, there, user, { access_level, deactivated_at: null });
};
