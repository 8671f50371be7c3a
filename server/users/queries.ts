import type { AccessLevel } from '@pharos/contract/table/route.ts';
import type { User } from '@pharos/contract/users.ts';
import sql, { empty } from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { insertInto } from '../platform/database/insert-into.ts';
import { assign, nextTime } from '../platform/database/write.ts';
import type { Slice } from '../platform/http/cursor.ts';

export type UserRow = User & { version: number };

const columns = sql`
  users.uuid, users.organization_uuid, users.email, users.name, users.access_level, users.location_uuids,
  users.deactivated_at, users.created_at, users.created_by, users.updated_at`;

export const findUser = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<UserRow>(sql`
    select ${columns}, users.version
    from users
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

/** A user who is locked for a change; `now` is the time of their next state. */
export type LockedUser = UserRow & { now: string };

export const findUserForUpdate = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<LockedUser>(sql`
    select ${columns}, users.version, ${nextTime(sql`users.updated_at`)} as now
    from users
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}
    for no key update`);

export const selectUsers = (tx: Transaction, organization_uuid: string, { after, limit }: Slice) =>
  tx.rows<User>(sql`
    select ${columns}
    from users
    where organization_uuid = ${organization_uuid}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);

export type NewUser = {
  organization_uuid: string;
  uuid: string;
  email?: string | null;
  name?: string | null;
  access_level: AccessLevel;
  location_uuids?: string[];
  created_by?: string | null;
};

export const insertUser = (tx: Transaction, { organization_uuid, uuid, ...given }: NewUser) => {
  const { email = null, name = null, access_level, location_uuids = [], created_by = null } = given;
  const user = { organization_uuid, uuid, email, name, access_level, location_uuids, created_by };
  return tx.one<UserRow>(sql`${insertInto('users', [user])} returning ${columns}, users.version`);
};

/** Writes a locked user's new state; fails at once where another user has the e-mail address. */
export const updateUserRow = (tx: Transaction, user: UserRow) => {
  const { organization_uuid, uuid, email, name, access_level, location_uuids, deactivated_at, version, updated_at } =
    user;
  const state = { email, name, access_level, location_uuids, deactivated_at, version, updated_at };
  return tx.rows(sql`
    update users set ${assign(state)} where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);
};

/** Ends all of a user's access: sessions, tokens and invitations. */
export const endAccess = (tx: OpenTransaction, { organization_uuid, uuid, now }: LockedUser): void => {
  tx.send(sql`
    update sessions set ended_at = ${now}
    where organization_uuid = ${organization_uuid} and user_uuid = ${uuid} and ended_at is null`);
  tx.send(sql`
    update tokens set revoked_at = ${now}
    where organization_uuid = ${organization_uuid} and user_uuid = ${uuid} and revoked_at is null`);
  tx.send(sql`delete from invitations where organization_uuid = ${organization_uuid} and user_uuid = ${uuid}`);
};

/** Locks an organization, so that rights in it are taken away by one transaction at a time. */
export const lockRights = (tx: Transaction, organization_uuid: string) =>
  tx.rows(sql`select from organizations where uuid = ${organization_uuid} for no key update`);

/** Locks the operators, so that their rights are taken away by one transaction at a time. */
export const lockOperators = (tx: Transaction) =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('operators', 0))`);

/**
 * A way to sign in: a password, a valid token, or, where there is no e-mail address to invite, an issuer's own tokens.
 * A user who never accepted their invitation has none.
 */
const canComeIn = (organization_uuid: string) => sql`(
  password is not null or email is null or exists (
    select from tokens
    where tokens.organization_uuid = ${organization_uuid} and tokens.user_uuid = users.uuid
      and tokens.revoked_at is null and (tokens.expires_at is null or tokens.expires_at > statement_timestamp())))`;

export const findOtherAdmin = (tx: Transaction, { organization_uuid, uuid }: UserRow) =>
  tx.row(sql`
    select uuid from users
    where organization_uuid = ${organization_uuid} and uuid <> ${uuid} and access_level in ('admin', 'operator')
      and deactivated_at is null and ${canComeIn(organization_uuid)}
    limit 1`);

/** An operator of an organization who is not this user. */
export const findOtherOperator = (tx: Transaction, organization_uuid: string, but_uuid: string) =>
  tx.row(sql`
    select uuid from users
    where organization_uuid = ${organization_uuid} and uuid <> ${but_uuid} and access_level = 'operator'
      and deactivated_at is null and ${canComeIn(organization_uuid)}
    limit 1`);

/** Every organization; seen only by a transaction that is bound to the installation. */
export const selectOrganizationUuids = (tx: Transaction) =>
  tx.rows<{ uuid: string }>(sql`select uuid from organizations order by created_at, uuid`);

/** Inserts a user's e-mail address into the index by which a sign-in finds them. */
export const insertEmail = (
  tx: OpenTransaction,
  { organization_uuid, uuid }: { organization_uuid: string; uuid: string },
  email: string,
): void =>
  tx.send(sql`
    insert into emails (email, organization_uuid, user_uuid)
    values (lower(${email}::text), ${organization_uuid}, ${uuid})`);

export const deleteEmail = (tx: OpenTransaction, organization_uuid: string, email: string): void =>
  tx.send(sql`delete from emails where email = lower(${email}::text) and organization_uuid = ${organization_uuid}`);

/** A user who may be the one who signs in. `password` is null also where they are deactivated. */
export type Candidate = {
  organization_uuid: string;
  user_uuid: string;
  access_level: AccessLevel;
  location_uuids: string[];
  password: string | null;
};

/** The users of an e-mail address, of all organizations or of one. */
export const selectUsersOfEmail = (tx: Transaction, email: string, organization_uuid?: string) =>
  tx.rows<{ organization_uuid: string; user_uuid: string }>(sql`
    select organization_uuid, user_uuid from emails
    where email = ${email} ${organization_uuid ? sql`and organization_uuid = ${organization_uuid}` : empty}
    order by organization_uuid`);

export const findCandidate = (tx: Transaction, organization_uuid: string, user_uuid: string) =>
  tx.row<Candidate>(sql`
    select organization_uuid, uuid as user_uuid, access_level, location_uuids,
      case when deactivated_at is null then password end as password
    from users
    where organization_uuid = ${organization_uuid} and uuid = ${user_uuid}`);
