import { type Guard, noteHeld } from './guard.ts';

type Rows = Record<string, unknown>[];
/** Inserts that readings do in a transaction besides reading: they record that they did. */
type Inserting = { insert(table: string, rows: Rows): void };

/** A transaction that is open until it is ended one way or the other. */
export type Begun<Tx> = { tx: Tx; commit(): Promise<void>; rollback(): Promise<void> };

export type Begin<Tx> = (guards: Guard[]) => Promise<Begun<Tx>>;

type Reading<Tx> = {
  guard: Guard | undefined;
  work(tx: Tx): Promise<unknown>;
  begin: Begin<Tx>;
  resolve(result: unknown): void;
  reject(error: unknown): void;
};

/** Readings of one transaction, at most: it lasts as long as the slowest of them. */
const MOST = 32;

/**
 * Takes readings of one scope that are asked for in the same turn of the event loop through one transaction: one begin,
 * one commit, each guard once, and their inserts together, before any of them is answered. The busier the server, the
 * more share one. Where anything fails in it, each reading is tried again in a transaction of its own.
 */
export const openSharedReadings = <Tx extends Inserting>() => {
  const waiting = new Map<string, Reading<Tx>[]>();

  const depart = (scope: string) => {
    const readings = waiting.get(scope) ?? [];
    waiting.delete(scope);
    for (let from = 0; from < readings.length; from += MOST) void together(readings.slice(from, from + MOST));
  };

  return <T>(scope: string, guard: Guard | undefined, work: (tx: Tx) => Promise<T>, begin: Begin<Tx>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const reading = { guard, work, begin, resolve: resolve as Reading<Tx>['resolve'], reject };
      const others = waiting.get(scope);
      if (others) others.push(reading);
      else {
        waiting.set(scope, [reading]);
        setImmediate(depart, scope);
      }
    });
};

const together = async <Tx extends Inserting>(readings: Reading<Tx>[]): Promise<void> => {
  const [first] = readings as [Reading<Tx>];
  try {
    const results = await inOne(readings, first.begin);
    for (const [index, { resolve }] of readings.entries()) resolve(results[index]);
  } catch (error) {
    if (readings.length === 1) first.reject(error);
    // Of several, only one may have failed: alone, each gets what is its own.
    else for (const reading of readings) void together([reading]);
  }
};

const inOne = async <Tx extends Inserting>(readings: Reading<Tx>[], begin: Begin<Tx>): Promise<unknown[]> => {
  const guards = readings.flatMap(({ guard }) => (guard && !guard.held ? [guard] : []));
  const { tx, commit, rollback } = await begin([...new Map(guards.map((guard) => [guard.key, guard])).values()]);
  try {
    const inserted = new Map<string, Rows>();
    const insert: Inserting['insert'] = (table, rows) =>
      void inserted.set(table, [...(inserted.get(table) ?? []), ...rows]);
    // All have to be done before one that failed ends the transaction for them.
    const results = await Promise.allSettled(readings.map(({ work }) => work({ ...tx, insert })));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
    for (const [table, rows] of inserted) tx.insert(table, rows);
    await commit();
    for (const guard of guards) noteHeld(guard);
    return results.map((result) => (result as PromiseFulfilledResult<unknown>).value);
  } catch (error) {
    await rollback();
    throw error;
  }
};
