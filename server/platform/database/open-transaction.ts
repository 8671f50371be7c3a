import type { QueryResult } from 'pg';
import type { OpenTransaction } from './database.ts';
import { insertsInto, type Statement } from './insert-into.ts';
import { settings } from './scope-settings.ts';

/** A transaction whose statements are sent by `ask`. */
export const openTransaction = (ask: (statement: Statement | string) => Promise<QueryResult>): OpenTransaction => ({
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
