import type { AccessLevel } from '@pharos/contract/route.ts';
import sql from 'sql-template-tag';
import type { Transaction } from '../database/database.ts';
import type { Actor } from './actor.ts';

export const findTokenActor = (tx: Transaction, organization_uuid: string, digest: string) =>
  tx.row<Actor>(sql`
    select users.uuid as user_uuid, users.organization_uuid, users.access_level
    from tokens
    join users on users.organization_uuid = tokens.organization_uuid and users.uuid = tokens.user_uuid
    where tokens.organization_uuid = ${organization_uuid} and tokens.digest = ${digest}
      and tokens.revoked_at is null and (tokens.expires_at is null or tokens.expires_at > clock_timestamp())`);

/** Null where the organization is unknown; a null level where only the user is. */
export const findMember = (tx: Transaction, organization_uuid: string, user_uuid: string) =>
  tx.row<{ access_level: AccessLevel | null }>(sql`
    select users.access_level
    from organizations
    left join users on users.organization_uuid = organizations.uuid and users.uuid = ${user_uuid}
    where organizations.uuid = ${organization_uuid}`);

export const insertViewer = (tx: Transaction, organization_uuid: string, user_uuid: string) =>
  tx.rows(sql`
    insert into users (organization_uuid, uuid, access_level)
    values (${organization_uuid}, ${user_uuid}, 'viewer')
    on conflict do nothing`);

export const insertToken = (
  tx: Transaction,
  token: { organization_uuid: string; uuid: string; user_uuid: string; name: string; digest: string },
) =>
  tx.rows(sql`
    insert into tokens (organization_uuid, uuid, user_uuid, name, digest)
    values (${token.organization_uuid}, ${token.uuid}, ${token.user_uuid}, ${token.name}, ${token.digest})`);
