// Distributes the database over the workers of a Citus cluster by organization. It can be run again at any time.
import pg from 'pg';
import { readConfig } from '../../server/config.ts';
import type { Connection } from '../../server/platform/database/connection.ts';
import { readMigrations } from '../../server/platform/database/migrate.ts';
import { PLACEMENTS } from '../../server/platform/database/placements.ts';
import { readFacts } from './facts.ts';
import { planOf, refusalsOf, wallOf } from './plan.ts';

export type Outcome = { refusals: string[]; steps: number; breaches: string[] };

/** Does what is still to be done, saying each step, and then looks at the walls of every copy of every table. */
export const distribute = async (connection: Connection, say: (line: string) => void): Promise<Outcome> => {
  const client = new pg.Client({ ...connection, application_name: 'pharos distribute' });
  await client.connect();
  try {
    const facts = await readFacts(client);
    const refusals = refusalsOf(
      facts,
      (await readMigrations()).map(({ name }) => name),
    );
    if (refusals.length > 0) return { refusals, steps: 0, breaches: [] };
    const steps = planOf(facts);
    for (const { says, sql } of steps) {
      say(says);
      await client.query(sql);
    }
    return { refusals, steps: steps.length, breaches: await findBreaches(client) };
  } finally {
    await client.end();
  }
};

/** Copies of tables around which the walls are not those of the coordinator. */
const findBreaches = async (client: pg.Client): Promise<string[]> => {
  const breaches: string[] = [];
  for (const [table] of Object.entries(PLACEMENTS).filter(([, placement]) => placement !== 'local')) {
    const { rows } = await client.query<[string]>({ text: wallOf(table), rowMode: 'array' });
    const [[here] = []] = rows;
    const copies = await client.query(
      `select nodename || ':' || nodeport as node, success, result from run_command_on_placements($1, $2)`,
      [table, wallOf('%s')],
    );
    for (const { node, success, result } of copies.rows) {
      if (!success || result !== here) breaches.push(`${table} on ${node}: ${result}, and here ${here}`);
    }
  }
  return breaches;
};

const main = async (): Promise<boolean> => {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const { database_url, database_owner_url = database_url } = readConfig();
  if (database_owner_url === undefined) {
    say('The embedded PostgreSQL cannot be distributed. Set DATABASE_OWNER_URL to the coordinator of a Citus cluster.');
    return false;
  }
  const { refusals, steps, breaches } = await distribute({ connectionString: database_owner_url }, say);
  for (const refusal of refusals) say(refusal);
  for (const breach of breaches) say(`Row level security or privileges differ: ${breach}`);
  if (refusals.length + breaches.length > 0) return false;
  say(
    steps > 0 ? 'The database is distributed over the cluster.' : 'Nothing to do: the database is already distributed.',
  );
  return true;
};

if (import.meta.main && !(await main())) process.exitCode = 1;
