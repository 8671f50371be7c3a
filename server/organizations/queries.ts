import type { Organization } from '@pharos/contract/organizations.ts';
import sql, { empty } from 'sql-template-tag';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { assign, nextTime } from '../platform/database/write.ts';
import type { Slice } from '../platform/http/cursor.ts';

export type OrganizationRow = Organization & { version: number };

const columns = sql`
  organizations.uuid, organizations.name, organizations.retention_days, organizations.pre_need_retention_days,
  organizations.restorable_days, organizations.time_zone, organizations.role_words, organizations.trade_words,
  organizations.uses_model, organizations.shows_unsupported,
  organizations.created_at, organizations.updated_at`;

export const findOrganization = (tx: Transaction, uuid: string) =>
  tx.row<OrganizationRow>(sql`select ${columns}, organizations.version from organizations where uuid = ${uuid}`);

/** An organization that is locked for a change; `now` is the time of its next state. */
export type LockedOrganization = OrganizationRow & { now: string };

export const findOrganizationForUpdate = (tx: Transaction, uuid: string) =>
  tx.row<LockedOrganization>(sql`
    select ${columns}, organizations.version, ${nextTime(sql`organizations.updated_at`)} as now
    from organizations
    where uuid = ${uuid}
    for no key update`);

export const selectOrganizations = (tx: Transaction, { after, limit }: Slice) =>
  tx.rows<Organization>(sql`
    select ${columns}
    from organizations
    ${after ? sql`where (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);

export const insertOrganization = (tx: Transaction, organization: { uuid: string; name: string }) =>
  tx.one<OrganizationRow>(sql`
    insert into organizations (uuid, name) values (${organization.uuid}, ${organization.name})
    returning ${columns}, organizations.version`);

/** Writes a locked organization's new state. */
export const updateOrganizationRow = (tx: OpenTransaction, organization: OrganizationRow): void => {
  const { uuid, version, updated_at } = organization;
  const { name, retention_days, pre_need_retention_days, restorable_days, time_zone, role_words } = organization;
  const days = { retention_days, pre_need_retention_days, restorable_days };
  const { uses_model, shows_unsupported } = organization;
  const trade_words = JSON.stringify(organization.trade_words);
  const words = { time_zone, role_words, trade_words, uses_model, shows_unsupported };
  const state = { name, ...days, ...words, version, updated_at };
  tx.send(sql`update organizations set ${assign(state)} where uuid = ${uuid}`);
};

/** Servers that start together on an empty database take their turns here. */
export const lockFirstStart = (tx: Transaction) =>
  tx.rows(sql`select pg_advisory_xact_lock(hashtextextended('first start', 0))`);

export const anyOrganization = (tx: Transaction) =>
  tx.row<{ uuid: string }>(sql`select uuid from organizations limit 1`);

export const findFirstOrganization = (tx: Transaction) =>
  tx.row<{ uuid: string }>(sql`select uuid from organizations order by created_at, uuid limit 1`);

/** The first operator of an organization. */
export const findFirstOperator = (tx: Transaction, organization_uuid: string) =>
  tx.row<{ user_uuid: string; is_active: boolean; has_password: boolean }>(sql`
    select uuid as user_uuid, deactivated_at is null as is_active, password is not null as has_password
    from users
    where organization_uuid = ${organization_uuid} and access_level = 'operator'
    order by created_at, uuid
    limit 1`);
