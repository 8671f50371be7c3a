import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { requireGoodPassword } from '../platform/auth/new-password.ts';
import { hashPassword } from '../platform/auth/password.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { findSaltOf } from '../users/candidates.ts';
import { endOtherAccess } from './end-other-access.ts';
import { readMe } from './get.ts';
import { requireOwnPassword, wrongPassword } from './own-password.ts';
import { confirmSession, lockPassword, writePassword } from './queries.ts';

/** Sets a new password, and ends all other ways in that this user has: only what the request came with stays. */
export const changePassword = async ({
  database,
  actor,
  body,
}: RouteRequest<Routes['me']['changePassword']>): Promise<void> => {
  const { organization_uuid, user_uuid, session_uuid } = actor;
  const { user, organization } = await database.transaction((tx) => readMe(tx, actor));
  requireGoodPassword(body.new_password, { ...user, organization_name: organization.name }, '/new_password');
  const before = await requireOwnPassword(database, actor, body.current_password);
  const like = user.email && (await findSaltOf(database, user.email, user_uuid));
  const password = await hashPassword(body.new_password, organization_uuid, like);
  await database.transaction(async (tx) => {
    if ((await lockPassword(tx, organization_uuid, user_uuid))?.password !== before) throw wrongPassword();
    await writePassword(tx, organization_uuid, user_uuid, password);
    await endOtherAccess(tx, actor, body);
    if (session_uuid) await confirmSession(tx, organization_uuid, session_uuid);
    record(tx, actor, { subject_type: 'user', subject_uuid: user_uuid });
  });
};
