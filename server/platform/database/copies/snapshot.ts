import type { Readable } from 'node:stream';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import type { Connection } from '../connection.ts';
import { type CopiedTable, listOf, readTables } from './tables.ts';

/** Templates that all organizations share belong to this one. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
/** Any fixed number does; backups of one database take turns by it. */
const BACKUP_LOCK = 7_064_101;

// Text is printed the same by every PostgreSQL only where these are the same.
const SESSION =
  '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c bytea_output=hex -c extra_float_digits=1' +
  ' -c statement_timeout=0 -c idle_in_transaction_session_timeout=0';

/** Opens a session that copies tables, as the owner of the schema. */
export const openCopySession = async (connection: Connection, name: string): Promise<pg.Client> => {
  const client = new pg.Client({
    ...connection,
    application_name: name,
    options: SESSION,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on('error', () => {});
  await client.connect();
  return client;
};

export type KeptRecording = { organization_uuid: string; uuid: string; sha256: string; bytes: number };
/** The newest link of an organization's audit chain. */
export type ChainHead = { position: number; hash: string };

/** The rows of every organization as they were at one moment, however long they are read. */
export type Snapshot = {
  taken_at: string;
  migrations: { name: string; digest: string }[];
  tables: CopiedTable[];
  organizations: string[];
  /** One organization's rows of a table, in the text format of COPY. */
  rows(table: CopiedTable, organization_uuid: string): Promise<Readable>;
  /** Recordings of an organization whose bytes are kept. */
  recordings(organization_uuid: string): Promise<KeptRecording[]>;
  /** Null where nothing has been linked yet. */
  chainHead(organization_uuid: string): Promise<ChainHead | null>;
};

/** Another backup of the database is being made. */
export class BackupRunning extends Error {
  override name = 'BackupRunning';
}

/** Reads the database in one transaction that sees one moment, and blocks nobody. */
export const withSnapshot = async <T>(connection: Connection, read: (snapshot: Snapshot) => Promise<T>): Promise<T> => {
  const client = await openCopySession(connection, 'pharos backup');
  try {
    await client.query('begin isolation level repeatable read read only');
    const lock = await client.query('select pg_try_advisory_xact_lock($1) as is_mine', [BACKUP_LOCK]);
    if (!lock.rows[0].is_mine) throw new BackupRunning('Another backup of this database is being made.');
    return await read(await openSnapshot(client));
  } finally {
    await client.end();
  }
};

const openSnapshot = async (client: pg.Client): Promise<Snapshot> => {
  const migrations = await client.query('select name, digest from migrations order by number');
  const now = await client.query(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, set_config('pharos.installation', 'on', true)`,
  );
  const found = await client.query<{ uuid: string }>('select uuid from organizations order by created_at, uuid');
  return {
    taken_at: now.rows[0].at,
    migrations: migrations.rows,
    tables: await readTables(client),
    organizations: [NOBODY, ...found.rows.map(({ uuid }) => uuid)],
    rows: (table, organization_uuid) => readRows(client, table, organization_uuid),
    recordings: async (organization_uuid) => {
      await bind(client, organization_uuid);
      const { rows } = await client.query(
        `select organization_uuid, uuid, sha256, bytes::float8 as bytes from recordings
        where organization_uuid = $1 order by created_at, uuid`,
        [organization_uuid],
      );
      return rows;
    },
    chainHead: async (organization_uuid) => {
      await bind(client, organization_uuid);
      const { rows } = await client.query(
        `select position::float8 as position, hash from audit_links
        where organization_uuid = $1 order by position desc limit 1`,
        [organization_uuid],
      );
      return rows[0] ?? null;
    },
  };
};

// Row level security holds the owner too, and a transaction sees the rows of the organization that it names.
const bind = (client: pg.Client, organization_uuid: string) =>
  client.query(`select set_config('pharos.organization_uuid', $1, true)`, [organization_uuid]);

/** One organization's rows of a table, in their order, in the text format of COPY. */
export const readRows = async (client: pg.Client, table: CopiedTable, organization_uuid: string): Promise<Readable> => {
  await bind(client, organization_uuid);
  const { name, columns, organization, order } = table;
  // COPY takes no parameters; the uuid is the database's own. Text is ordered alike under every collation as bytes.
  const query = `select ${listOf(columns)} from "${name}" where "${organization}" = '${organization_uuid}'::uuid
    order by ${order.map((column) => (column === 'email' ? `"${column}" collate "C"` : `"${column}"`)).join(', ')}`;
  return client.query(to(`copy (${query}) to stdout`));
};
