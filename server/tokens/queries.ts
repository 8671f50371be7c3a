import type { AccessLevel } from '@pharos/contract/table/route.ts';
import type { Token } from '@pharos/contract/tokens.ts';
import sql, { empty } from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';
import type { Slice } from '../platform/http/cursor.ts';

/** A token with its user's level; its own is null where it is its user's. */
export type TokenRow = Omit<Token, 'access_level'> & { token_level: AccessLevel | null; user_level: AccessLevel };

const columns = sql`
  tokens.uuid, tokens.user_uuid, tokens.name, tokens.prefix, tokens.scopes, tokens.access_level as token_level,
  users.access_level as user_level, tokens.expires_at, tokens.last_used_at, tokens.created_at, tokens.revoked_at`;

const withUsers = sql`
  join users on users.organization_uuid = tokens.organization_uuid and users.uuid = tokens.user_uuid`;

export type NewToken = {
  organization_uuid: string;
  uuid: string;
  user_uuid: string;
  name: string;
  digest: string;
  prefix: string;
  scopes?: string[];
  access_level?: AccessLevel | null;
  expires_at?: string | null;
};

/** A new token, to be read with `findToken`. */
export const insertToken = (tx: Transaction, token: NewToken) =>
  tx.rows(sql`
    insert into tokens (organization_uuid, uuid, user_uuid, name, digest, prefix, scopes, access_level, expires_at)
    values (${token.organization_uuid}, ${token.uuid}, ${token.user_uuid}, ${token.name}, ${token.digest},
      ${token.prefix}, ${token.scopes ?? ['read', 'write']}::text[], ${token.access_level ?? null},
      ${token.expires_at ?? null}::timestamptz)`);

/** Selects a user's tokens, newest first; with null those of all users. */
export const selectTokens = (
  tx: Transaction,
  organization_uuid: string,
  user_uuid: string | null,
  { after, limit }: Slice,
) =>
  tx.rows<TokenRow>(sql`
    select ${columns}
    from tokens ${withUsers}
    where tokens.organization_uuid = ${organization_uuid}
      ${user_uuid ? sql`and tokens.user_uuid = ${user_uuid}` : empty}
      ${after ? sql`and (tokens.created_at, tokens.uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by tokens.created_at desc, tokens.uuid desc
    limit ${limit}`);

export const findToken = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<TokenRow>(sql`
    select ${columns} from tokens ${withUsers}
    where tokens.organization_uuid = ${organization_uuid} and tokens.uuid = ${uuid}`);

export const revokeToken = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.rows(sql`
    update tokens set revoked_at = statement_timestamp()
    where organization_uuid = ${organization_uuid} and uuid = ${uuid} and revoked_at is null`);
