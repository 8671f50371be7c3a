import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { unavailable } from '../errors/errors.ts';
import { openFairTurns } from '../worker-pool/fair-turns.ts';
import { openBatchedSocket } from './batched-socket.ts';
import { failure } from './failure.ts';
import { DIVISION_BY_ZERO, type Guard, GuardFailed, guarding } from './guard.ts';
import { insertsInto, type Statement } from './insert-into.ts';
import { type Begin, type Begun, openSharedReadings } from './shared-readings.ts';
import { types } from './types.ts';

/** Context in which statements run: in one open transaction, or, outside of one, each in its own. */
export type Transaction = {
  /** The rows of one statement. */
  rows<Row extends object>(statement: Sql): Promise<Row[]>;
  /** The one row of a statement, or null where there is none. */
  row<Row extends object>(statement: Sql): Promise<Row | null>;
  /** The one row of a statement that always has one; without it, an error. */
  one<Row extends object>(statement: Sql): Promise<Row>;
};

/** A transaction that is open. */
export type OpenTransaction = Transaction & {
  /** Sends a statement whose answer is awaited with the commit; where it fails, all of the transaction fails. */
  send(statement: Sql): void;
  /** Sends the insert of rows that have the same columns, likewise. */
  insert(table: string, rows: Record<string, unknown>[]): void;
  /** Binds what is left of it to another scope. */
  bind(scope: Scope): Promise<void>;
};

/**
 * Rows that can be seen and written: row level security holds every statement to it. One organization's; for a sign-in,
 * the users of one e-mail address; for a message that comes in, the address of one source; with `installation`, also the list of organizations and what all of them share.
 */
export type Scope = {
  organization_uuid?: string;
  email?: string;
  source_uuid?: string;
  installation?: boolean;
  /** Seconds after which a statement is ended (503). Default: a minute. */
  statement_seconds?: number;
};

/** The database bound to a scope. */
export type ScopedDatabase = Transaction & {
  /**
   * Runs `work` in one transaction (READ COMMITTED); a throw, or a statement that fails, rolls all of it back. The
   * commit travels right behind what was sent last: `work` need not wait for its last answers.
   * `lazy`: the answer need not wait until it is on disk, as for the record of who read what.
   * `shared`: it only reads, and records that it did; others who read at this moment may share the transaction. Lazy.
   * `snapshot`: every statement sees the database as it was at the first (REPEATABLE READ).
   */
  transaction<T>(work: (tx: OpenTransaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
};

export type TransactionOptions = { lazy?: boolean; shared?: boolean; snapshot?: boolean };

export type Database = {
  /** `guard`: what has to hold for anything that is done in the scope, until it has held once. */
  scopedTo(scope: Scope, guard?: Guard): ScopedDatabase;
  close(): Promise<void>;
};

export type Connection = pg.ConnectionConfig;

// The last one lets a cluster of Citus know a transaction's scope on every node; elsewhere it means nothing.
const SESSION =
  '-c TimeZone=UTC -c DateStyle=ISO -c statement_timeout=60s -c idle_in_transaction_session_timeout=60s' +
  ' -c citus.propagate_set_commands=local';

/** The role that requests run as: it owns nothing and cannot pass by row level security (migrations make it). */
export const APP_ROLE = 'pharos_app';

/** A way in as that role itself, where no password is asked: whatever a statement says, there is no other to fall back to. */
export const asApp = (connection: Connection): Connection => ({ ...connection, user: APP_ROLE });

export type DatabaseOptions = { max?: number; role?: string };

/** Milliseconds that a connection is waited for. */
const CONNECT_MS = 10_000;

/** Connections that no one organization can have: however many it asks for, the next one of another is answered. */
const SPARE = 4;

/** A pool of connections. Statements of one transaction are pipelined: none waits for the answer of the one before. */
export const openDatabase = (
  connection: Connection,
  onError: (error: Error) => void,
  { max = 16, role = APP_ROLE }: DatabaseOptions = {},
): Database => {
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

  const turns = openFairTurns({ at_once: max, each: Math.max(1, max - SPARE), wait_ms: CONNECT_MS });

  /** A connection in the organization's turn; those of all unauthenticated callers have one together. */
  const connect = async ({ organization_uuid = 'nobody' }: Scope) => {
    const end = await turns.take(organization_uuid);
    try {
      const client = await pool.connect();
      const release = (broken?: boolean) => {
        client.release(broken);
        end();
      };
      return { client, release };
    } catch (error) {
      end();
      throw failure(error);
    }
  };

  const begin = async (scope: Scope, guards: Guard[], options: TransactionOptions): Promise<Begun<OpenTransaction>> => {
    const { client, release } = await connect(scope);
    const opened = Promise.all([
      client.query(beginning(scope, options)).catch(rethrow),
      ...guards.map((guard) => run(client, guarding(guard)).catch(failOf(guard))),
    ]);
    opened.catch(() => {});
    const sent: Promise<unknown>[] = [];
    const tx = openTransaction((statement) => {
      // Where the beginning failed, that is why.
      const answer = run(client, statement).finally(() => opened);
      answer.catch(() => {});
      sent.push(answer);
      return answer;
    });
    const commit = async () => {
      const committed = commitOn(client);
      committed.catch(() => {});
      await Promise.all([opened, ...sent]);
      await committed;
      release();
    };
    const rollback = async () => {
      const rolledBack = await client.query('rollback').then(
        () => true,
        () => false,
      );
      release(!rolledBack);
    };
    return { tx, commit, rollback };
  };

  const share = openSharedReadings<OpenTransaction>();

  const transaction =
    (scope: Scope, guard: Guard | undefined): ScopedDatabase['transaction'] =>
    async (work, options = {}) => {
      if (options.shared) {
        const lazily: Begin<OpenTransaction> = (guards) => begin(scope, guards, { lazy: true });
        return share(settings(scope), guard, work, lazily);
      }
      const { tx, commit, rollback } = await begin(scope, guard && !guard.held ? [guard] : [], options);
      try {
        const result = await work(tx);
        await commit();
        if (guard) guard.held = true;
        return result;
      } catch (error) {
        await rollback();
        throw error;
      }
    };

  return {
    scopedTo: (scope, guard) => bound(transaction(scope, guard)),
    close: () => pool.end(),
  };
};

const beginning = (scope: Scope, { lazy = false, snapshot = false }: TransactionOptions): string =>
  [
    `begin${snapshot ? ' isolation level repeatable read' : ''}`,
    settings(scope),
    ...(lazy ? ['set local synchronous_commit = off'] : []),
  ].join('; ');

const failOf =
  (guard: Guard) =>
  (error: unknown): never => {
    throw (error as { code?: string }).code === DIVISION_BY_ZERO ? new GuardFailed(guard) : error;
  };

const bound = (transaction: ScopedDatabase['transaction']): ScopedDatabase => {
  /** One statement and the commit, neither waiting for the other. */
  const alone = async <T>(ask: (tx: OpenTransaction) => Promise<T>): Promise<T> => {
    const [answer] = await transaction(async (tx) => {
      const asked = ask(tx);
      asked.catch(() => {});
      return [asked];
    });
    return answer as Promise<T>;
  };
  return {
    rows: (statement) => alone((tx) => tx.rows(statement)),
    row: (statement) => alone((tx) => tx.row(statement)),
    one: (statement) => alone((tx) => tx.one(statement)),
    transaction,
  };
};

/** A database whose transactions are parts of an open one, committed or undone with it. */
export const joining = (tx: OpenTransaction): ScopedDatabase => ({ ...tx, transaction: (work) => work(tx) });

const openTransaction = (ask: (statement: Statement | string) => Promise<pg.QueryResult>): OpenTransaction => ({
  rows: async (statement) => (await ask(statement)).rows,
  row: async (statement) => (await ask(statement)).rows[0] ?? null,
  one: async (statement) => {
    const [row] = (await ask(statement)).rows;
    if (row === undefined) throw new Error('a statement that always has a row had none');
    return row;
  },
  send: (statement) => void ask(statement),
  insert: (table, rows) => {
    for (const statement of insertsInto(table, rows)) void ask(statement);
  },
  bind: async ({ organization_uuid, email = '', source_uuid = '', installation = false }) => {
    await ask(settings({ organization_uuid, email, source_uuid, installation }));
  },
});

/** A scope as settings that end with the transaction; migrations/0004 says what they open. Those left out stay. */
const settings = ({ organization_uuid = '', email, source_uuid, installation, statement_seconds }: Scope): string =>
  [
    `set local pharos.organization_uuid = ${pg.escapeLiteral(organization_uuid)}`,
    ...(email === undefined ? [] : [`set local pharos.email = ${pg.escapeLiteral(email)}`]),
    ...(source_uuid === undefined ? [] : [`set local pharos.source_uuid = ${pg.escapeLiteral(source_uuid)}`]),
    ...(installation === undefined ? [] : [`set local pharos.installation = ${installation ? 'on' : "''"}`]),
    ...(statement_seconds === undefined ? [] : [`set local statement_timeout = '${statement_seconds}s'`]),
  ].join('; ');

const commitOn = async (client: pg.PoolClient): Promise<void> => {
  const { command } = await client.query('commit').catch((cause) => {
    throw Object.assign(
      unavailable(
        'commit_uncertain',
        'The connection to the database was lost while saving; check whether the change was saved before you try again',
      ),
      { cause },
    );
  });
  // A transaction in which a statement failed answers a commit by rolling back, without an error.
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
};

const names = new Map<string, string>();

// A named statement is planned once a connection, not at every call: planning is half the work of a small one.
const nameOf = (text: string): string => {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return name;
};

const run = (client: pg.PoolClient, statement: Statement | string): Promise<pg.QueryResult> =>
  client.query(typeof statement === 'string' ? statement : named(statement)).catch(rethrow);

const named = ({ text, values }: Statement) => ({ name: nameOf(text), text, values });

const rethrow = (error: unknown): never => {
  throw failure(error);
};
