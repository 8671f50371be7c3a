import pg from 'pg';
import { openBatchedSocket } from './batched-socket.ts';
import { types } from './types.ts';

export type Connection = pg.ConnectionConfig;

// The last one lets a cluster of Citus know a transaction's scope on every node; elsewhere it means nothing.
const SESSION =
  '-c TimeZone=UTC -c DateStyle=ISO -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s' +
  ' -c citus.propagate_set_commands=local';

/** The role that requests run as: it owns nothing and cannot pass by row level security (migrations make it). */
export const APP_ROLE = 'pharos_app';

/** A way in as that role itself, where no password is asked: whatever a statement says, there is no other to fall back to. */
export const asApp = (connection: Connection): Connection => ({ ...connection, user: APP_ROLE });

/** Milliseconds that a connection is waited for. */
export const CONNECT_MS = 10_000;

export type PoolOptions = { max: number; role: string };

/** Opens a pool of connections that pipeline their statements. An error that nobody waits for goes to `onError`. */
export const openPool = (
  connection: Connection,
  onError: (error: Error) => void,
  { max, role }: PoolOptions,
): pg.Pool => {
  const pool = new pg.Pool({
    application_name: 'pharos',
    ...connection,
    max,
    pipeline: true,
    stream: openBatchedSocket,
    types,
    options: `${SESSION} -c role=${role}`,
    connectionTimeoutMillis: CONNECT_MS,
    // The session's own timeouts are the server's: these two end the wait for one that has silently gone.
    query_timeout: 70_000,
    keepAlive: true,
  });
  pool.on('error', onError);
  // A client that is checked out while the database goes down emits on itself, and an unheard 'error' ends the process.
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
};
