import type { AccessLevel } from '@pharos/contract/route.ts';
import sql from 'sql-template-tag';
import type { Transaction } from '../database/database.ts';

/** Servers that start together on an empty database take their turns here. */
export const lockFirstStart = (tx: Transaction) => tx.rows(sql`lock table organizations in exclusive mode`);

export const anyOrganization = (tx: Transaction) =>
  tx.row<{ uuid: string }>(sql`select uuid from organizations limit 1`);

export const insertOrganization = (tx: Transaction, organization: { uuid: string; name: string }) =>
  tx.rows(sql`insert into organizations (uuid, name) values (${organization.uuid}, ${organization.name})`);

export const insertUser = (
  tx: Transaction,
  user: { organization_uuid: string; uuid: string; name: string; access_level: AccessLevel },
) =>
  tx.rows(sql`
    insert into users (organization_uuid, uuid, name, access_level)
    values (${user.organization_uuid}, ${user.uuid}, ${user.name}, ${user.access_level})`);
