import sql from 'sql-template-tag';
import type { Transaction } from '../database/database.ts';

/** Whether any of these cases is there, and not deleted. */
export const selectIsHere = (tx: Transaction, organization_uuid: string, uuids: string[]) =>
  tx.row<{ is_here: boolean }>(sql`
    select exists (
      select from cases
      where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[]) and deleted_at is null
    ) as is_here`);
