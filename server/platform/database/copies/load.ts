import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Connection } from '../connection.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { closeWalls, openWalls } from '../walls.ts';
import { type KeptRecording, openCopySession, readRows } from './snapshot.ts';
import { type CopiedTable, listOf, readTables } from './tables.ts';

/** Rows that are put into an empty database; nobody sees any of them before all are there. */
export type Loading = {
  write(table: CopiedTable, rows: Readable): Promise<void>;
  /** The rows that are there now, as a snapshot reads them. */
  read(table: CopiedTable, organization_uuid: string): Promise<Readable>;
  recordings(): Promise<KeptRecording[]>;
};

/** A database that a backup cannot be restored into; the message says why. */
export class NotRestorable extends Error {
  override name = 'NotRestorable';
}

/**
 * Makes the schema that a backup was made with in an empty database, and fills it in one transaction. A server that
 * starts before it has ended waits.
 */
export const loadDatabase = async (
  connection: Connection,
  backup: { migrations: { name: string; digest: string }[]; tables: CopiedTable[] },
  fill: (loading: Loading) => Promise<void>,
): Promise<void> => {
  const known = await readMigrations();
  for (const [index, { name, digest }] of backup.migrations.entries()) {
    if (known[index]?.name === name && known[index].digest === digest) continue;
    throw new NotRestorable(`The backup has the migration ${name}, which this version of Pharos does not know.`);
  }
  const client = await openCopySession(connection, 'pharos restore');
  try {
    await requireEmpty(client);
    const load = () => loadRows(client, backup.tables, fill);
    await migrate(connection, load, known.slice(0, backup.migrations.length));
  } finally {
    await client.end();
  }
};

const requireEmpty = async (client: pg.Client) => {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('public.organizations') is not null as exists`,
  );
  if (!rows[0]?.exists) return;
  await client.query(`select set_config('pharos.installation', 'on', false)`);
  const found = await client.query('select from organizations limit 1');
  if (found.rowCount) throw new NotRestorable('The database already holds an organization. Restore into an empty one.');
};

const loadRows = async (client: pg.Client, tables: CopiedTable[], fill: (loading: Loading) => Promise<void>) => {
  await client.query('begin');
  const walls = await openWalls(client);
  const own = await readTables(client);
  for (const { name, columns } of tables) {
    const table = own.find((one) => one.name === name);
    const missing = columns.filter((column) => !table?.columns.includes(column));
    if (missing.length > 0) throw new NotRestorable(`This database has no ${name}.${missing[0]}.`);
    const { rowCount } = await client.query(`select from "${name}" limit 1`);
    if (rowCount) throw new NotRestorable(`The table ${name} is not empty. Restore into an empty database.`);
  }
  await fill({
    write: (table, rows) =>
      pipeline(rows, client.query(from(`copy "${table.name}" (${listOf(table.columns)}) from stdin`))),
    read: (table, organization_uuid) => readRows(client, table, organization_uuid),
    recordings: async () => {
      const { rows } = await client.query(
        'select organization_uuid, uuid, sha256, bytes::float8 as bytes from recordings order by created_at, uuid',
      );
      return rows;
    },
  });
  await closeWalls(client, walls);
  await client.query('commit');
  await client.query('analyze');
};
