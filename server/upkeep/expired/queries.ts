import sql from 'sql-template-tag';
import type { Transaction } from '../../platform/database/database.ts';

/**
 * Takes the upkeep of the installation until the transaction ends; null where another server has it. The transaction
 * may stand idle as long as a round takes.
 */
export const takeUpkeep = (tx: Transaction) =>
  tx.row(sql`
    select set_config('idle_in_transaction_session_timeout', '0', true)
    where pg_try_advisory_xact_lock(hashtextextended('upkeep', 0))`);

/** Sessions and invitations that ended a month ago tell nothing more that the audit does not. */
export const deleteLongExpired = (tx: Transaction, organization_uuid: string) =>
  tx.rows(sql`
    with invitations_gone as (
      delete from invitations
      where organization_uuid = ${organization_uuid} and expires_at < clock_timestamp() - interval '30 days'
    )
    delete from sessions
    where organization_uuid = ${organization_uuid}
      and least(expires_at, ended_at) < clock_timestamp() - interval '30 days'`);
