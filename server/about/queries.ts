import sql from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';

/** Sends the smallest query that only a working database can answer. */
export const askDatabase = (tx: Transaction) => tx.row<{ one: number }>(sql`select 1 as one`);
