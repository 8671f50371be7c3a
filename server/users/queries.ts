import type { AccessLevel } from '@pharos/contract/table/route.ts';
import type { User, UserPatch } from '@pharos/contract/users.ts';
import sql, { empty } from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';
import { decodeCursor } from '../platform/http/cursor.ts';

export type UserRow = User & { version: number };

const columns = sql`
  users.uuid, users.organization_uuid, users.email, users.name, users.access_level, users.location_uuids,
  users.deactivated_at, users.created_at, users.created_by, users.updated_at`;

const next = sql`
  version = users.version + 1, updated_at = greatest(clock_timestamp(), users.updated_at + interval '1 microsecond')`;

export const findUser = (tx: Transaction, organization_uuid: string, uuid: string, lock = false) =>
  tx.row<UserRow>(sql`
    select ${columns}, users.version
    from users
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}
    ${lock ? sql`for no key update` : empty}`);

export const selectUsers = (tx: Transaction, organization_uuid: string, cursor: string | undefined, limit: number) => {
  const after = cursor === undefined ? null : decodeCursor(cursor);
  return tx.rows<User>(sql`
    select ${columns}
    from users
    where organization_uuid = ${organization_uuid}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);
};

export type NewUser = {
  organization_uuid: string;
  uuid: string;
  email?: string | null;
  name?: string | null;
  access_level: AccessLevel;
  location_uuids?: string[];
  created_by?: string | null;
};

export const insertUser = (tx: Transaction, user: NewUser) =>
  tx.row<UserRow>(sql`
    insert into users (organization_uuid, uuid, email, name, access_level, location_uuids, created_by)
    values (${user.organization_uuid}, ${user.uuid}, ${user.email ?? null}, ${user.name ?? null}, ${user.access_level},
      ${user.location_uuids ?? []}::uuid[], ${user.created_by ?? null})
    returning ${columns}, users.version`);

/** Writes a locked user's new state. */
export const writeUser = (tx: Transaction, row: UserRow, changes: UserPatch & { access_level?: AccessLevel }) => {
  const { email, name, access_level, location_uuids } = { ...row, ...changes };
  return tx.row<UserRow>(sql`
    update users set email = ${email}, name = ${name}, access_level = ${access_level},
      location_uuids = ${location_uuids}::uuid[], ${next}
    where organization_uuid = ${row.organization_uuid} and uuid = ${row.uuid}
    returning ${columns}, users.version`);
};

/** Deactivates a user and ends all that they could come in with. */
export const deactivateUser = (tx: Transaction, { organization_uuid, uuid }: UserRow) =>
  tx.rows(sql`
    with sessions_ended as (
      update sessions set ended_at = clock_timestamp()
      where organization_uuid = ${organization_uuid} and user_uuid = ${uuid} and ended_at is null
    ), tokens_revoked as (
      update tokens set revoked_at = clock_timestamp()
      where organization_uuid = ${organization_uuid} and user_uuid = ${uuid} and revoked_at is null
    ), uninvited as (
      delete from invitations where organization_uuid = ${organization_uuid} and user_uuid = ${uuid}
    )
    update users set deactivated_at = clock_timestamp(), ${next}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}`);

export const reactivateUser = (tx: Transaction, { organization_uuid, uuid }: UserRow) =>
  tx.row<UserRow>(sql`
    update users set deactivated_at = null, ${next}
    where organization_uuid = ${organization_uuid} and uuid = ${uuid}
    returning ${columns}, users.version`);

/** Until the transaction ends, nobody else takes rights away in the organization. */
export const lockRights = (tx: Transaction, organization_uuid: string) =>
  tx.rows(sql`select from organizations where uuid = ${organization_uuid} for no key update`);

/** Until the transaction ends, nobody else takes an operator's rights away. */
export const lockOperators = (tx: Transaction) =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('operators', 0))`);

export const findOtherAdmin = (tx: Transaction, { organization_uuid, uuid }: UserRow) =>
  tx.row(sql`
    select uuid from users
    where organization_uuid = ${organization_uuid} and uuid <> ${uuid} and access_level in ('admin', 'operator')
      and deactivated_at is null
    limit 1`);

/** An operator of any organization; seen only by a transaction that is bound to the installation. */
export const findOtherOperator = (tx: Transaction, { organization_uuid, uuid }: UserRow) =>
  tx.row(sql`
    select uuid from users
    where (organization_uuid, uuid) <> (${organization_uuid}::uuid, ${uuid}::uuid) and access_level = 'operator'
      and deactivated_at is null
    limit 1`);
