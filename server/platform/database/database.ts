import type { Sql } from 'sql-template-tag';
import type { Guard } from './guard.ts';

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
 * the users of one e-mail address; for a message that comes in, the address of one source; with `installation`, also the
 * list of organizations and what all of them share.
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

/** Connections of a pool: all that are open, those that nobody uses, and callers that wait for one. */
export type Connections = { total: number; idle: number; waiting: number };

export type Database = {
  /** `guard`: what has to hold for anything that is done in the scope, until it has held once. */
  scopedTo(scope: Scope, guard?: Guard): ScopedDatabase;
  connections(): Connections;
  close(): Promise<void>;
};
