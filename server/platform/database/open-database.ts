import { openFairTurns } from '../worker-pool/fair-turns.ts';
import { APP_ROLE, CONNECT_MS, type Connection, openPool, type PoolOptions } from './connection.ts';
import type { Database, OpenTransaction, Scope, ScopedDatabase, TransactionOptions } from './database.ts';
import { failure } from './failure.ts';
import { DIVISION_BY_ZERO, type Guard, GuardFailed, guarding, noteHeld } from './guard.ts';
import { openTransaction } from './open-transaction.ts';
import { commitOn, rethrow, run } from './run-statement.ts';
import { beginning, settings } from './scope-settings.ts';
import { inTransactions } from './scoped-database.ts';
import { type Begin, type Begun, openSharedReadings } from './shared-readings.ts';

/** Connections that no one organization can have: however many it asks for, the next one of another is answered. */
const SPARE = 4;

/** Opens the database. Statements of one transaction are pipelined: none waits for the answer of the one before. */
export const openDatabase = (
  connection: Connection,
  onError: (error: Error) => void,
  { max = 16, role = APP_ROLE }: Partial<PoolOptions> = {},
): Database => {
  const pool = openPool(connection, onError, { max, role });
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
        if (guard) noteHeld(guard);
        return result;
      } catch (error) {
        await rollback();
        throw error;
      }
    };

  return {
    scopedTo: (scope, guard) => inTransactions(transaction(scope, guard)),
    connections: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: turns.waiting() + pool.waitingCount }),
    close: () => pool.end(),
  };
};

const failOf =
  (guard: Guard) =>
  (error: unknown): never => {
    throw (error as { code?: string }).code === DIVISION_BY_ZERO ? new GuardFailed(guard) : error;
  };
