import sql, { join, raw, type Sql } from 'sql-template-tag';

type Values = Record<string, unknown>;

// A text is planned once a connection: powers of two keep the number of texts small, however many rows there are.
const MOST_ROWS = 256;

/** Inserts of rows that have the same columns, in statements of 1, 2, 4 … 256 rows. */
export const insertsInto = (table: string, rows: Values[]): Sql[] => {
  const statements: Sql[] = [];
  for (let [done, size] = [0, MOST_ROWS]; done < rows.length; ) {
    while (size > rows.length - done) size /= 2;
    statements.push(insertInto(table, rows.slice(done, done + size)));
    done += size;
  }
  return statements;
};

/** `insert into table (column, …) values (…), …` of rows that have the same columns. */
export const insertInto = (table: string, rows: Values[]): Sql => {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${join(columns.map((column) => row[column]))})`);
  return sql`insert into ${raw(table)} (${raw(columns.join(', '))}) values ${join(values)}`;
};
