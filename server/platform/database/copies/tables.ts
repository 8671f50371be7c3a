import type pg from 'pg';

/** A table as it is copied: its columns, and an order in which rows that are added later come last where that can be. */
export type CopiedTable = { name: string; columns: string[]; organization: string; order: string[] };

/** Everything in `public` but the list of migrations, which the schema brings with it. */
const TABLES = `
  select relname as name, array(
      select attname::text from pg_attribute
      where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(
      select attname::text from pg_index, unnest(indkey) with ordinality as keys (number, position), pg_attribute
      where indrelid = pg_class.oid and indisprimary and attrelid = pg_class.oid and attnum = number
      order by position) as key,
    array(
      select confrelid::regclass::text from pg_constraint
      where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid) as parents
  from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations'
  order by relname collate "C"`;

type Found = { name: string; columns: string[]; key: string[]; parents: string[] };

/** Columns that tell when a row was added. */
const ADDED = ['created_at', 'at', 'position'];

/** The tables of the database, those that others refer to first. */
export const readTables = async (client: pg.Client): Promise<CopiedTable[]> => {
  const { rows } = await client.query<Found>(TABLES);
  return inOrder(rows).map(({ name, columns, key }) => {
    const added = ADDED.find((column) => columns.includes(column));
    const order = added && !key.includes(added) ? [added, ...key] : key;
    return { name, columns, order, organization: columns.includes('organization_uuid') ? 'organization_uuid' : 'uuid' };
  });
};

const inOrder = (tables: Found[]): Found[] => {
  const ordered: Found[] = [];
  const add = (table: Found) => {
    if (ordered.includes(table)) return;
    for (const parent of tables.filter(({ name }) => table.parents.includes(name))) add(parent);
    ordered.push(table);
  };
  for (const table of tables) add(table);
  return ordered;
};

/** Names of columns as SQL lists them. */
export const listOf = (columns: string[]): string => columns.map((column) => `"${column}"`).join(', ');
