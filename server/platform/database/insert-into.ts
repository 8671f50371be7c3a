import sql, { join, raw, type Sql } from 'sql-template-tag';

type Values = Record<string, unknown>;
/** A statement's text and the values of its parameters. */
export type Statement = Pick<Sql, 'text' | 'values'>;

// A text is planned once a connection: powers of two keep the number of texts small, however many rows there are.
const MOST_ROWS = 256;

const texts = new Map<string, string>();

/** Inserts of rows that have the same columns, in statements of 1, 2, 4 … 256 rows. */
export const insertsInto = (table: string, rows: Values[]): Statement[] => {
  const statements: Statement[] = [];
  for (let [done, size] = [0, MOST_ROWS]; done < rows.length; ) {
    while (size > rows.length - done) size /= 2;
    const some = rows.slice(done, done + size);
    const columns = Object.keys(some[0] as Values);
    const key = `${table} ${size} ${columns}`;
    const text = texts.get(key) ?? insertInto(table, some).text;
    texts.set(key, text);
    statements.push({ text, values: some.flatMap((row) => columns.map((column) => row[column])) });
    done += size;
  }
  return statements;
};

/** `insert into table (column, …) values (…), …` of rows that have the same columns. */
export const insertInto = (table: string, rows: Values[]): Sql => {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => sql`(${join(columns.map((column) => row[column]))})`);
  return sql`insert into ${raw(table)} (${raw(columns.map(quoted).join(', '))}) values ${join(values)}`;
};

/** Name of a column, which may be a word of SQL such as `from`. */
export const quoted = (column: string): string => `"${column}"`;
