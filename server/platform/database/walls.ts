import type pg from 'pg';

/** Lets the owner see every row until the transaction ends or closeWalls: row level security holds the owner too. */
export const openWalls = async (client: pg.Client): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity`,
  );
  for (const { name } of rows) await client.query(`alter table ${name} no force row level security`);
  return rows.map(({ name }) => name);
};

/** Holds the owner to row level security again, for tables that are still there. */
export const closeWalls = async (client: pg.Client, names: string[]): Promise<void> => {
  for (const name of names) await client.query(`alter table if exists ${name} force row level security`);
};
