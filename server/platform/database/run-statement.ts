import type pg from 'pg';
import { unavailable } from '../errors/errors.ts';
import { failure } from './failure.ts';
import type { Statement } from './insert-into.ts';

/** Runs a statement on a connection; a known error becomes a Refusal. */
export const run = (client: pg.PoolClient, statement: Statement | string): Promise<pg.QueryResult> =>
  client.query(typeof statement === 'string' ? statement : named(statement)).catch(rethrow);

const names = new Map<string, string>();

// A named statement is planned once a connection, not at every call: planning is half the work of a small one.
const nameOf = (text: string): string => {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return name;
};

const named = ({ text, values }: Statement) => ({ name: nameOf(text), text, values });

/** Throws an error of the driver as the failure that it stands for. */
export const rethrow = (error: unknown): never => {
  throw failure(error);
};

/** Commits; throws 503 where nobody knows whether it was, as the connection was lost. */
export const commitOn = async (client: pg.PoolClient): Promise<void> => {
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
