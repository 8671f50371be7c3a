import sql from 'sql-template-tag';
import type { Transaction } from '../database/database.ts';

/**
 * Takes the turn of a name until the transaction ends; null where another server has it. The transaction may stand idle as
 * long as a round takes.
 */
export const takeTurn = async (tx: Transaction, name: string) => {
  const taken = await tx.row(sql`select where pg_try_advisory_xact_lock(hashtextextended(${name}::text, 0))`);
  if (taken) await tx.rows(sql`set local idle_in_transaction_session_timeout = 0`);
  return taken;
};
