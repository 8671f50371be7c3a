import sql from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';

/** Presence of any case that is not deleted. Locks the organization, so that a second request waits for the first. */
export const selectHasCases = async (tx: Transaction, organization_uuid: string) => {
  await tx.rows(sql`select from organizations where uuid = ${organization_uuid} for update`);
  return tx.row<{ has_cases: boolean }>(sql`
    select exists (select from cases where organization_uuid = ${organization_uuid} and deleted_at is null) as has_cases`);
};

/** Presence of these cases, and of any others; deleted ones count for neither. */
export const selectPresence = (tx: Transaction, organization_uuid: string, uuids: string[]) =>
  tx.row<{ has_these: boolean; has_others: boolean }>(sql`
    select exists (
      select from cases
      where organization_uuid = ${organization_uuid} and uuid = any(${uuids}::uuid[]) and deleted_at is null
    ) as has_these,
    exists (
      select from cases
      where organization_uuid = ${organization_uuid} and uuid <> all(${uuids}::uuid[]) and deleted_at is null
    ) as has_others`);
