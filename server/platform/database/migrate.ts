import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import type { Connection } from './connection.ts';
import { closeWalls, openWalls } from './walls.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
const OLDEST_POSTGRES = 150_000;
// Any fixed number does; it only has to be the same for every server that starts.
const MIGRATION_LOCK = 7_064_100;

export type Migration = { number: number; name: string; sql: string; digest: string };

/** The numbered files of migrations/, in order. */
export const readMigrations = async (): Promise<Migration[]> => {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, FOLDER), 'utf8');
      return { number: Number.parseInt(name, 10), name, sql, digest: createHash('sha256').update(sql).digest('hex') };
    }),
  );
};

/**
 * Brings the database to the newest schema, forward only. Servers that start together wait for one another; `finish`
 * runs while they do. `migrations`: those of an earlier version, for tests.
 */
export const migrate = async (
  connection: Connection,
  finish: (connection: Connection) => Promise<void> = async () => {},
  migrations?: Migration[],
): Promise<void> => {
  const client = new pg.Client({
    ...connection,
    application_name: 'pharos migrations',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {});
  await client.connect();
  try {
    const version = await client.query("select current_setting('server_version_num')::int as number");
    if (version.rows[0].number < OLDEST_POSTGRES) throw new Error('Pharos needs PostgreSQL 15 or newer');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await applyMissing(client, migrations ?? (await readMigrations()));
    await finish(connection);
  } finally {
    await client.end();
  }
};

const applyMissing = async (client: pg.Client, migrations: Migration[]) => {
  await client.query(`create table if not exists migrations (
    number integer not null, name text not null, digest text not null,
    applied_at timestamptz not null default clock_timestamp(),
    constraint migrations_pkey primary key (number))`);
  const { rows: applied } = await client.query<{ number: number; name: string; digest: string }>(
    'select number, name, digest from migrations order by number',
  );
  for (const { number, name, digest } of applied) {
    const known = migrations.find((migration) => migration.number === number);
    if (!known) throw new Error(`The database has the migration ${name}, which this version of Pharos does not know`);
    if (known.digest !== digest) throw new Error(`The migration ${name} was changed after it had been applied`);
  }
  for (const migration of migrations.filter(({ number }) => !applied.some((done) => done.number === number))) {
    await client.query('begin');
    // A migration that moves rows would see none of them.
    const walls = await openWalls(client);
    await client.query(migration.sql);
    await closeWalls(client, walls);
    await client.query('insert into migrations (number, name, digest) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.digest,
    ]);
    await client.query('commit');
  }
};
