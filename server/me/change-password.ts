import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import type { Limits } from '../platform/auth/limits.ts';
import { requireGoodPassword } from '../platform/auth/new-password.ts';
import { hashPassword, isPassword } from '../platform/auth/password.ts';
import { forbidden } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { readMe } from './get.ts';
import { endSessions, lockPassword, writePassword } from './queries.ts';

/** Sets a new password, and ends all other sessions of this user. */
export const changePassword = async (
  { database, actor, body }: RouteRequest<Routes['me']['changePassword']>,
  limits: Limits,
): Promise<void> => {
  const { organization_uuid, user_uuid, session_uuid, token } = actor;
  if (!session_uuid && !token)
    throw forbidden('password_managed_externally', 'Your password is managed by the issuer of your token');
  const { user, organization } = await database.transaction((tx) => readMe(tx, actor));
  requireGoodPassword(body.new_password, { ...user, organization_name: organization.name }, '/new_password');
  await limits.password.take(user_uuid);
  const before = await lockPassword(database, organization_uuid, user_uuid);
  if (!(await isPassword(body.current_password, before?.password ?? null))) throw wrongPassword();
  await limits.password.giveBack(user_uuid);
  const password = await hashPassword(body.new_password);
  await database.transaction(async (tx) => {
    const now = await lockPassword(tx, organization_uuid, user_uuid);
    if (now?.password !== before?.password) throw wrongPassword();
    await writePassword(tx, organization_uuid, user_uuid, password);
    await endSessions(tx, organization_uuid, user_uuid, session_uuid);
    record(tx, actor, { subject_type: 'user', subject_uuid: user_uuid });
  });
};

const wrongPassword = () => forbidden('incorrect_current_password', 'The current password is wrong');
