import sql from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';

/** A user's stored password, locked; null where there is no such user who is active. */
export const lockPassword = (tx: Transaction, organization_uuid: string, user_uuid: string) =>
  tx.row<{ password: string | null }>(sql`
    select password from users
    where organization_uuid = ${organization_uuid} and uuid = ${user_uuid} and deactivated_at is null
    for no key update`);

export const writePassword = (tx: Transaction, organization_uuid: string, user_uuid: string, password: string) =>
  tx.rows(sql`
    update users set password = ${password} where organization_uuid = ${organization_uuid} and uuid = ${user_uuid}`);

/** Revokes a user's tokens, but for one. */
export const revokeTokens = (
  tx: Transaction,
  organization_uuid: string,
  user_uuid: string,
  but: string | null = null,
) =>
  tx.rows(sql`
    update tokens set revoked_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and user_uuid = ${user_uuid} and revoked_at is null
      and uuid is distinct from ${but}::uuid`);

/** Ends a user's sessions, but for one. */
export const endSessions = (tx: Transaction, organization_uuid: string, user_uuid: string, but: string | null = null) =>
  tx.rows(sql`
    update sessions set ended_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and user_uuid = ${user_uuid} and ended_at is null
      and uuid is distinct from ${but}::uuid`);

/** Notes that a session has just sent its password. */
export const confirmSession = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.rows(sql`
    update sessions set confirmed_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** Forgets the browsers of a user. */
export const deleteKnownBrowsers = (tx: Transaction, organization_uuid: string, user_uuid: string) =>
  tx.rows(sql`
    delete from known_browsers where organization_uuid = ${organization_uuid} and user_uuid = ${user_uuid}`);
