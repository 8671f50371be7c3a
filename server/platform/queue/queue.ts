import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Sql } from 'sql-template-tag';
import { APP_ROLE, type Connection } from '../database/connection.ts';
import type { Transaction } from '../database/database.ts';

/** An entry of the queue: its job, or what arrived, its organization and the step. No names, labels or words. */
export type Entry = {
  uuid: string;
  organization_uuid: string;
  job_uuid: string;
  /** `begin` asks the provider; `collect` looks for what it was asked for before; `take` fetches what a source told of. */
  step: 'begin' | 'collect' | 'take';
  /** Number of earlier looks. */
  looked: number;
  /** Number of looks that have failed since the last that did not; absent: none. */
  failed_looks?: number;
};

/** Reason for ending an entry's work when the process stops. */
export class Stopping extends Error {
  override name = 'Stopping';
}

/** Does what an entry stands for. `signal` ends it early: the lease is lost, or the process stops. */
export type Perform = (entry: Entry, signal: AbortSignal) => Promise<void>;

/** Entries by their state (`created`, `retry`, `active`, `failed` …), and ms for which the oldest due one has waited. */
export type Waiting = { states: Record<string, number>; oldest_ms: number };

export type Queue = {
  /** Puts entries into the queue with the transaction: they are there if, and only if, it is committed. */
  send(tx: Transaction, entries: Entry[], options?: { delay_ms?: number; tries?: number }): Promise<void>;
  /** Selects those of these entries that are waiting or at work. */
  live(uuids: string[]): Promise<Set<string>>;
  /** Counts the entries. */
  waiting(): Promise<Waiting>;
  /** Performs entries as they fall due, so many at once, until `close`. `giveUp` gets those that no run could end. */
  work(at_once: number, perform: Perform, giveUp: Perform): Promise<void>;
  /** Performs all entries that are there now, due or not, one after another; returns them. For tests. */
  drain(perform: Perform): Promise<Entry[]>;
  /** Stops taking entries, tells those at work to end, and waits for them. */
  close(): Promise<void>;
};

const SCHEMA = 'pgboss';
const QUEUE = 'jobs';
const EXHAUSTED = 'jobs-exhausted';

// Runs that ended without a word, as when the process was killed. A job itself is begun five times at most.
const RUNS = 20;
const RETENTION_SECONDS = 30 * 24 * 60 * 60;
const LONGEST_RUN_SECONDS = 4 * 60 * 60;
const STOP_MS = 10_000;

/**
 * Makes or updates the queue's schema, as the owner of the database. The app's role may only read and write its rows;
 * it neither owns nor alters anything there.
 */
export const installQueue = async (connection: Connection): Promise<void> => {
  const boss = new PgBoss({ ...settings(connection), max: 2, migrate: true, supervise: false });
  boss.on('error', () => {});
  try {
    await boss.start();
    await boss.createQueue(EXHAUSTED);
    await boss.createQueue(QUEUE, { deadLetter: EXHAUSTED });
    const database = boss.getDb();
    await database.executeSql(`
      grant usage on schema ${SCHEMA} to ${APP_ROLE};
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${APP_ROLE};
      grant usage on all sequences in schema ${SCHEMA} to ${APP_ROLE}`);
  } finally {
    await boss.stop({ graceful: false });
  }
};

export type QueueOptions = {
  /** Seconds after which the work of a process that has gone silent is taken up by another; at least 10. */
  lease_seconds: number;
  onError: (error: Error) => void;
};

/** The queue of jobs, which lies in PostgreSQL too. Connections of its own, as the app's role. */
export const openQueue = async (connection: Connection, { lease_seconds, onError }: QueueOptions): Promise<Queue> => {
  const check_seconds = Math.max(1, Math.ceil(lease_seconds / 3));
  const boss = new PgBoss({
    ...settings(connection),
    options: `-c role=${APP_ROLE} -c statement_timeout=60s`,
    max: 4,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: check_seconds,
    monitorIntervalSeconds: check_seconds,
    // Only the owner could.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', onError);
  await boss.start();
  const stopping = new AbortController();

  return {
    send: async (tx, entries, { delay_ms = 0, tries = 1 } = {}) => {
      const jobs = entries.map(({ uuid: id, ...data }) => ({
        id,
        data,
        // First tries go first: what fails again and again never holds up what is new.
        priority: 1 - tries,
        ...(delay_ms > 0 && { startAfter: new Date(Date.now() + delay_ms) }),
        heartbeatSeconds: lease_seconds,
        expireInSeconds: LONGEST_RUN_SECONDS,
        retentionSeconds: RETENTION_SECONDS,
        retryLimit: RUNS,
        retryDelay: 1,
        retryBackoff: true,
        retryDelayMax: 60,
      }));
      await boss.insert(QUEUE, jobs, { db: within(tx) });
    },
    live: async (uuids) => {
      const { rows } = await boss
        .getDb()
        .executeSql(
          `select id from ${SCHEMA}.job where name = $1 and id = any($2::uuid[]) and state in ('created', 'retry', 'active')`,
          [QUEUE, uuids],
        );
      return new Set(rows.map(({ id }) => id));
    },
    waiting: async () => {
      const { rows } = await boss.getDb().executeSql(
        `select state, count(*)::int as entries, coalesce(max(extract(epoch from now() - start_after) * 1000)
          filter (where state in ('created', 'retry') and start_after <= now()), 0)::float8 as oldest_ms
        from ${SCHEMA}.job where name = $1 group by state`,
        [QUEUE],
      );
      return {
        states: Object.fromEntries(rows.map(({ state, entries }) => [state, entries])),
        oldest_ms: Math.max(0, ...rows.map(({ oldest_ms }) => oldest_ms)),
      };
    },
    work: async (at_once, perform, giveUp) => {
      const options = { localConcurrency: at_once, pollingIntervalSeconds: 1 };
      await boss.work<Data>(QUEUE, options, async ([job]) => {
        if (job) await perform({ uuid: job.id, ...job.data }, AbortSignal.any([job.signal, stopping.signal]));
      });
      const metadata = { pollingIntervalSeconds: 2, includeMetadata: true } as const;
      await boss.work(EXHAUSTED, metadata, async ([job]: JobWithMetadata<Data>[]) => {
        if (job?.sourceId) await giveUp({ uuid: job.sourceId, ...job.data }, job.signal);
      });
    },
    drain: async (perform) => {
      const performed: Entry[] = [];
      for (;;) {
        const [job] = await boss.fetch<Data>(QUEUE, { ignoreStartAfter: true });
        if (!job) return performed;
        const entry = { uuid: job.id, ...job.data };
        await perform(entry, AbortSignal.timeout(60_000));
        await boss.complete(QUEUE, job.id);
        performed.push(entry);
      }
    },
    close: async () => {
      stopping.abort(new Stopping());
      await boss.stop({ graceful: true, timeout: STOP_MS });
    },
  };
};

type Data = Omit<Entry, 'uuid'>;

const settings = (connection: Connection) => ({
  ...(connection as { connectionString?: string; host?: string; port?: number; user?: string; database?: string }),
  ...(typeof connection.password === 'string' && { password: connection.password }),
  schema: SCHEMA,
  schedule: false,
  registerInstance: false,
  openTelemetry: { enabled: false },
  application_name: 'pharos queue',
});

/** pg-boss's statements in one of our transactions. */
const within = (tx: Transaction) => ({
  executeSql: async (text: string, values: unknown[] = []) => ({ rows: await tx.rows({ text, values } as Sql) }),
});
