import sql from 'sql-template-tag';
import type { Transaction } from '../database/database.ts';

export type NewToken = {
  organization_uuid: string;
  uuid: string;
  user_uuid: string;
  name: string;
  digest: string;
  prefix: string;
};

export const insertToken = (tx: Transaction, token: NewToken) =>
  tx.rows(sql`
    insert into tokens (organization_uuid, uuid, user_uuid, name, digest, prefix)
    values (${token.organization_uuid}, ${token.uuid}, ${token.user_uuid}, ${token.name}, ${token.digest},
      ${token.prefix})`);
