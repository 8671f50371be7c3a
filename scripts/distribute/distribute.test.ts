// On a real PostgreSQL with a test double of the Citus extension, which records what it is asked to do.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import pg from 'pg';
import { PLACEMENTS } from '../../server/platform/database/placements.ts';
import { cloneDatabase } from '../../test/support/database.ts';
import { distribute } from './distribute.ts';

const double = await readFile(new URL('./citus-double.sql', import.meta.url), 'utf8');

/** A migrated database whose sessions find the double. */
const openCluster = async (with_double = true) => {
  const { connection, drop } = await cloneDatabase();
  const client = new pg.Client(connection);
  await client.connect();
  if (with_double) {
    await client.query(double);
    await client.query(`alter database "${connection.database}" set search_path = public, citus_double, pg_catalog`);
  }
  after(async () => {
    await client.end();
    await drop();
  });
  const said: string[] = [];
  return {
    client,
    said,
    run: () => distribute(connection, (line) => said.push(line)),
    called: async () =>
      (await client.query('select call from citus_double.called order by number')).rows.map(
        ({ call }) => call as string,
      ),
  };
};

const cluster = await openCluster();
const first = await cluster.run();
const called = await cluster.called();
const again = await cluster.run();
const plain = await openCluster(false);
const refused = await plain.run();
const breached = await openCluster();
await breached.client.query(`
  create or replace function citus_double.run_command_on_placements(table_name regclass, command text)
  returns table (nodename text, nodeport int, shardid bigint, success boolean, result text) language sql as
  $$ select '10.0.0.2', 5432, 1::bigint, true, 'f 0 {} {}' $$`);
const { breaches } = await breached.run();

test('every table of the schema goes to its place, after those that it refers to', () => {
  assert.deepEqual(first, { refusals: [], steps: first.steps, breaches: [] });
  const names = (call: RegExp) => called.flatMap((line) => call.exec(line)?.[1] ?? []).sort();
  const placed = (placement: string) =>
    Object.keys(PLACEMENTS)
      .filter((name) => PLACEMENTS[name] === placement)
      .sort();
  assert.deepEqual(names(/^create_reference_table\((\w+)\)/), placed('reference'));
  assert.deepEqual(names(/^create_distributed_table\((\w+), organization_uuid,/), placed('distributed'));
  assert.deepEqual(names(/^truncate\((\w+)\)/), [...placed('distributed'), ...placed('reference')].sort());
  assert.equal(cluster.said.length, first.steps);
});

test('all of them lie with the first', () => {
  const together = called.filter((call) => call.startsWith('create_distributed_table'));
  assert.equal(together[0], 'create_distributed_table(users, organization_uuid, default)');
  assert.ok(together.slice(1).every((call) => call.endsWith(', users)')));
});

test('the role of requests is made on the workers before anything is granted there', () => {
  assert.equal(called[0], 'role on workers');
});

test('a second run finds nothing to do', async () => {
  assert.deepEqual(again, { refusals: [], steps: 0, breaches: [] });
  assert.deepEqual(await cluster.called(), called);
});

test('a PostgreSQL without Citus is told so, and nothing is done to it', () => {
  assert.match(refused.refusals.join(), /no Citus extension/);
  assert.equal(refused.steps, 0);
});

test('a copy of a table that is not behind its walls is named', () => {
  assert.ok(breaches.some((breach) => breach.startsWith('cases on 10.0.0.2:5432: f 0 {} {}, and here t 1 ')));
});
