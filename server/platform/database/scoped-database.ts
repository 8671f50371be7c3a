import type { OpenTransaction, ScopedDatabase } from './database.ts';

/** A database that runs each statement in a transaction of its own, unless one is opened for several. */
export const inTransactions = (transaction: ScopedDatabase['transaction']): ScopedDatabase => {
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
