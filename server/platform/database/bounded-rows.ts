import sql, { type Sql } from 'sql-template-tag';
import type { Found } from '../http/cursor.ts';
import type { Transaction } from './database.ts';

/** Bytes that the rows of one answer have together: what is beyond them is answered by the next page. */
const ROWS_BYTES = 16 * 1024 * 1024;

/**
 * Selects the first rows of a query in an order, as far as they have 16 MiB together, and the first one in any case.
 * `size` is the bytes of what may be large in a row. The order names columns of the query.
 */
export const selectBounded = async <Row extends object>(
  tx: Transaction,
  { query, order, size }: { query: Sql; order: Sql; size: Sql },
): Promise<Found<Row>> => {
  const measured = await tx.rows<Row & { rows_found: number; bytes_before: unknown }>(sql`
    select * from (
      select page.*, count(*) over () as rows_found,
        coalesce(sum(${size}) over (order by ${order} rows between unbounded preceding and 1 preceding), 0) as bytes_before
      from (${query}) as page) as measured
    where bytes_before < ${ROWS_BYTES}
    order by ${order}`);
  const rows = measured.map(({ rows_found: _found, bytes_before: _before, ...row }) => row as unknown as Row);
  return { rows, found: measured[0]?.rows_found ?? 0 };
};
