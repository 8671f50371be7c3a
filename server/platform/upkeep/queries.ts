import sql from 'sql-template-tag';
import type { Transaction } from '../database/database.ts';

/**
 * Takes the turn of a name until the transaction ends; null where another server has it. The transaction may stand idle as
 * long as a round takes.
 */
export const takeTurn = (tx: Transaction, name: string) =>
  tx.row(sql`
    select set_config('idle_in_transaction_session_timeout', '0', true)
    where pg_try_advisory_xact_lock(hashtextextended(${name}::text, 0))`);
