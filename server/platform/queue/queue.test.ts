import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { after, test } from 'node:test';
import sql from 'sql-template-tag';
import { cloneDatabase } from '../../../test/support/database.ts';
import { asApp } from '../database/connection.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open-database.ts';
import { type Entry, openQueue, type Perform, Stopping } from './queue.ts';

const { connection, drop } = await cloneDatabase();
const database = openDatabase(connection, () => {}, { role: 'none' }).scopedTo({});
const served = openDatabase(asApp(connection), () => {});
const errors: Error[] = [];
const open = () => openQueue(asApp(connection), { lease_seconds: 10, onError: (error) => errors.push(error) });
const queue = await open();
after(async () => {
  await queue.close();
  await served.close();
  await drop();
});

const organization_uuid = randomUUID();
const newEntry = (): Entry => ({
  uuid: randomUUID(),
  organization_uuid,
  job_uuid: randomUUID(),
  step: 'begin',
  looked: 0,
});
const never: Perform = async () => assert.fail('this was not to be performed');

const send = (entry: Entry) => served.scopedTo({ organization_uuid }).transaction((tx) => queue.send(tx, [entry]));

test('an entry is there if, and only if, its transaction is committed', async () => {
  const [kept, undone] = [newEntry(), newEntry()];
  await send(kept);
  const cut = served.scopedTo({ organization_uuid }).transaction(async (tx) => {
    await queue.send(tx, [undone]);
    throw new Error('cut short');
  });
  await assert.rejects(cut, /cut short/);
  assert.deepEqual(await queue.live([kept.uuid, undone.uuid]), new Set([kept.uuid]));
  assert.deepEqual(await queue.drain(async () => {}), [kept]);
  assert.deepEqual(await queue.live([kept.uuid]), new Set());
});

test('what no run could end is given up under its own name', async () => {
  const working = await open();
  const entry = newEntry();
  await send(entry);
  await database.rows(sql`update pgboss.job set retry_limit = 0 where id = ${entry.uuid}`);
  const { promise: givenUp, resolve } = Promise.withResolvers<Entry>();
  const fail: Perform = async () => {
    throw new Error('no luck');
  };
  await working.work(1, fail, async (exhausted) => resolve(exhausted));
  assert.deepEqual(await givenUp, entry);
  await working.close();
});

test('a queue that closes ends what is at work, and says why', async () => {
  const working = await open();
  await send(newEntry());
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  let reason: unknown;
  const wait: Perform = async (_entry, signal) => {
    resolve();
    await once(signal, 'abort');
    reason = signal.reason;
  };
  await working.work(1, wait, never);
  await begun;
  await working.close();
  assert.ok(reason instanceof Stopping);
});

test('the schema of the queue is made again without a change', async () => {
  const tables = () =>
    database.rows(sql`select relname from pg_class where relnamespace = 'pgboss'::regnamespace order by 1`);
  const before = await tables();
  await migrate(connection);
  assert.deepEqual(await tables(), before);
  assert.deepEqual(errors, []);
});
