import type { UserActor } from '../platform/auth/actor.ts';
import { isPassword } from '../platform/auth/password.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { forbidden } from '../platform/errors/errors.ts';
import { lockPassword } from './queries.ts';

/** Checks the actor's own password and returns it as it is stored; 403 where it is wrong. */
export const requireOwnPassword = async (
  database: ScopedDatabase,
  { organization_uuid, user_uuid, session_uuid, token }: UserActor,
  password: string,
): Promise<string | null> => {
  if (!session_uuid && !token)
    throw forbidden('password_managed_externally', 'Your password is managed by the issuer of your token');
  const stored = (await lockPassword(database, organization_uuid, user_uuid))?.password ?? null;
  if (!(await isPassword(password, stored, organization_uuid))) throw wrongPassword();
  return stored;
};

export const wrongPassword = () => forbidden('incorrect_current_password', 'The current password is wrong');
