import sql from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';

/** The smallest question that only a database which works can answer. */
export const askDatabase = (tx: Transaction) => tx.row<{ one: number }>(sql`select 1 as one`);
