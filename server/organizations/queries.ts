import type { Organization, OrganizationPatch } from '@pharos/contract/organizations.ts';
import sql, { empty } from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';
import { decodeCursor } from '../platform/http/cursor.ts';

export type OrganizationRow = Organization & { version: number };

const columns = sql`
  organizations.uuid, organizations.name, organizations.retention_days, organizations.pre_need_retention_days,
  organizations.restorable_days, organizations.created_at, organizations.updated_at`;

export const findOrganization = (tx: Transaction, uuid: string, lock = false) =>
  tx.row<OrganizationRow>(sql`
    select ${columns}, organizations.version
    from organizations
    where uuid = ${uuid}
    ${lock ? sql`for no key update` : empty}`);

export const selectOrganizations = (tx: Transaction, cursor: string | undefined, limit: number) => {
  const after = cursor === undefined ? null : decodeCursor(cursor);
  return tx.rows<Organization>(sql`
    select ${columns}
    from organizations
    ${after ? sql`where (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);
};

export const insertOrganization = (tx: Transaction, organization: { uuid: string; name: string }) =>
  tx.row<OrganizationRow>(sql`
    insert into organizations (uuid, name) values (${organization.uuid}, ${organization.name})
    returning ${columns}, organizations.version`);

/** Writes a locked organization's new state. */
export const writeOrganization = (tx: Transaction, row: OrganizationRow, changes: OrganizationPatch) => {
  const { name, retention_days, pre_need_retention_days, restorable_days } = { ...row, ...changes };
  return tx.row<OrganizationRow>(sql`
    update organizations set name = ${name}, retention_days = ${retention_days},
      pre_need_retention_days = ${pre_need_retention_days}, restorable_days = ${restorable_days},
      version = version + 1, updated_at = greatest(clock_timestamp(), updated_at + interval '1 microsecond')
    where uuid = ${row.uuid}
    returning ${columns}, organizations.version`);
};

/** Servers that start together on an empty database take their turns here. */
export const lockFirstStart = (tx: Transaction) => tx.rows(sql`lock table organizations in exclusive mode`);

export const anyOrganization = (tx: Transaction) =>
  tx.row<{ uuid: string }>(sql`select uuid from organizations limit 1`);

/** The first user of the installation, if they have never chosen a password. */
export const findFirstUserWithoutPassword = (tx: Transaction) =>
  tx.row<{ organization_uuid: string; user_uuid: string }>(sql`
    select organization_uuid, user_uuid
    from (
      select organization_uuid, uuid as user_uuid, password, deactivated_at
      from users
      where access_level = 'operator'
      order by created_at, uuid
      limit 1
    ) as first
    where password is null and deactivated_at is null`);
