import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { unavailable } from '../http/errors.ts';
import { failure } from './failure.ts';
import { types } from './types.ts';

/** Where statements run: in one open transaction, or, on the database itself, each in its own. */
export type Transaction = {
  /** The rows of one statement. */
  rows<Row extends object>(statement: Sql): Promise<Row[]>;
  /** The one row of a statement, or null where there is none. */
  row<Row extends object>(statement: Sql): Promise<Row | null>;
};

/** What a transaction's last statements will answer: sent, not waited for, so that the commit travels right behind. */
export type Sent<T> = { sent: Promise<T> };

export type Database = Transaction & {
  /** Runs `work` in one transaction (READ COMMITTED); a throw, or a statement that fails, rolls all of it back. */
  transaction<T>(work: (tx: Transaction) => Promise<T | Sent<T>>): Promise<T>;
  close(): Promise<void>;
};

export type Connection = pg.ConnectionConfig;

const SESSION = '-c TimeZone=UTC -c DateStyle=ISO -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s';

/** A pool of connections. Statements of one transaction are pipelined: none waits for the answer of the one before. */
export const openDatabase = (connection: Connection, onError: (error: Error) => void, max = 16): Database => {
  const pool = new pg.Pool({
    ...connection,
    max,
    pipeline: true,
    types,
    options: SESSION,
    connectionTimeoutMillis: 10_000,
    // The session's own timeouts are the server's: these two end the wait for one that has silently gone.
    query_timeout: 70_000,
    keepAlive: true,
    application_name: 'pharos',
  });
  pool.on('error', onError);
  // A client that is checked out while the database goes down emits on itself, and an unheard 'error' ends the process.
  pool.on('connect', (client) => client.on('error', onError));

  return {
    ...statements((statement) => run(pool, statement)),
    async transaction(work) {
      const client = await pool.connect().catch(rethrow);
      try {
        const begun = client.query('begin').catch(rethrow);
        begun.catch(() => {});
        const result = await work(
          statements(async (statement) => {
            const answer = await run(client, statement);
            await begun;
            return answer;
          }),
        );
        const committed = commit(client);
        committed.catch(() => {});
        const answer = isSent(result) ? await result.sent : result;
        await committed;
        client.release();
        return answer;
      } catch (error) {
        const rolledBack = await client.query('rollback').then(
          () => true,
          () => false,
        );
        client.release(!rolledBack);
        throw error;
      }
    },
    close: () => pool.end(),
  };
};

const statements = (ask: (statement: Sql) => Promise<pg.QueryResult>): Transaction => ({
  rows: async (statement) => (await ask(statement)).rows,
  row: async (statement) => (await ask(statement)).rows[0] ?? null,
});

const commit = async (client: pg.PoolClient): Promise<void> => {
  const { command } = await client.query('commit').catch((cause) => {
    throw Object.assign(
      unavailable('The database went away while saving; whether it was saved is not known: read before trying again'),
      { cause },
    );
  });
  // A transaction in which a statement failed answers a commit by rolling back, without an error.
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
};

const isSent = <T>(result: T | Sent<T>): result is Sent<T> =>
  typeof result === 'object' && result !== null && 'sent' in result;

const names = new Map<string, string>();

// A named statement is planned once a connection, not at every call: planning is half the work of a small one.
const nameOf = (text: string): string => {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return name;
};

const run = (on: pg.Pool | pg.PoolClient, { text, values }: Sql) =>
  on.query({ name: nameOf(text), text, values }).catch(rethrow);

const rethrow = (error: unknown): never => {
  throw failure(error);
};
