import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Connection to a cluster: what `pg` would take from its environment is spelled out. */
export type Connection = { host: string; port: number; user: string; ssl: false };

export const connectionAt = (socketFolder: string): Connection => ({
  host: socketFolder,
  port: 5432,
  user: 'pharos',
  ssl: false,
});

/**
 * Key of the advisory lock in database `postgres` ("phar" in ASCII): the cluster belongs to the server that holds it.
 */
const key = 0x70686172;

export type Session = { client: pg.Client; closed: Promise<unknown> };

/** A session to hold the lock in: PostgreSQL takes it back the moment that either side is gone. */
export const connect = async (socketFolder: string): Promise<Session> => {
  const client = new pg.Client({
    ...connectionAt(socketFolder),
    database: 'postgres',
    application_name: 'pharos lock',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => {});
  const closed = new Promise((resolve) => client.once('end', resolve));
  await client.connect();
  return { client, closed };
};

const ask = async (client: pg.Client): Promise<boolean> =>
  (await client.query('select pg_try_advisory_lock($1::bigint) as got', [key])).rows[0].got;

/** Asks for the lock for up to `patience` ms: the connection of a server that was just killed may linger. */
export const take = async (client: pg.Client, patience: number): Promise<boolean> => {
  for (const end = Date.now() + patience; ; await sleep(50)) {
    if (await ask(client)) return true;
    if (Date.now() > end) return false;
  }
};

/**
 * Takes the lock if no other server wants it; answers whether it is held. A live server that has lost or not yet taken
 * it keeps asking for it, so it is offered once: if it is still free afterwards, no server is there.
 */
export const takeFromNobody = async (client: pg.Client): Promise<boolean> => {
  if (!(await take(client, 1_000))) return false;
  await client.query('select pg_advisory_unlock($1::bigint)', [key]);
  await sleep(500);
  return ask(client);
};

export const dataFolder = async (client: pg.Client): Promise<string> =>
  (await client.query('show data_directory')).rows[0].data_directory;
