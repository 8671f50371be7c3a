import sql, { join, raw, Sql } from 'sql-template-tag';
import type { OpenTransaction, Transaction } from './database.ts';

type Values = Record<string, unknown>;

// A text is planned once a connection: powers of two keep the number of texts small, however many rows there are.
const MOST_ROWS = 256;

/** Sends the insert of rows that have the same columns, in statements of 1, 2, 4 … 256 rows. */
export const insertRows = (tx: OpenTransaction, table: string, rows: Values[]): void => {
  for (let [done, size] = [0, MOST_ROWS]; done < rows.length; ) {
    while (size > rows.length - done) size /= 2;
    tx.send(insertInto(table, rows.slice(done, done + size)));
    done += size;
  }
};

/** `insert into table (column, …) values (…), …` of rows that have the same columns. */
export const insertInto = (table: string, rows: Values[]): Sql => {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${join(columns.map((column) => row[column]))})`);
  return sql`insert into ${raw(table)} (${raw(columns.join(', '))}) values ${join(values)}`;
};

/** `column = value, …` of an update. */
export const assign = (values: Values): Sql => {
  const columns = Object.keys(values);
  const strings = columns.map((column, index) => `${index === 0 ? '' : ', '}${column} = `);
  return new Sql([...strings, ''], Object.values(values));
};

/**
 * The time of a row's next state, to be read with its lock: the database's clock, or a microsecond after `updated_at`
 * where the clock has not passed that. An update is given it as a value, since some databases refuse a clock there.
 */
export const nextTime = (updated_at: Sql): Sql =>
  sql`greatest(clock_timestamp(), ${updated_at} + interval '1 microsecond')`;

/** The database's clock. */
export const readClock = async (tx: Transaction): Promise<string> =>
  (await tx.one<{ now: string }>(sql`select clock_timestamp() as now`)).now;
