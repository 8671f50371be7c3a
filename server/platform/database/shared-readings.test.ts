import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import sql, { type Sql } from 'sql-template-tag';
import { cloneDatabase } from '../../../test/support/database.ts';
import { type Guard, GuardFailed } from './guard.ts';
import { openDatabase } from './open-database.ts';

const { connection, drop } = await cloneDatabase();
const owner = openDatabase(connection, () => {}, { role: 'none' });
after(async () => {
  await owner.close();
  await drop();
});
const everything = owner.scopedTo({});
await everything.rows(
  sql`create table readings (reader integer check (reader < 100), unit xid8 default pg_current_xact_id())`,
);

const guard = (key: string, condition: Sql): Guard => ({ key, condition, held: false });
const holding = () => guard('holds', sql`select 1`);
const broken = () => guard('broken', sql`select 1 where false`);
const written = () => everything.rows<{ reader: number; unit: string }>(sql`select * from readings order by reader`);
const clear = () => everything.rows(sql`delete from readings`);

/** Reads a number and notes that it did. */
const read = (reader: number, of?: Guard) =>
  owner.scopedTo({}, of).transaction(
    async (tx) => {
      const { one } = await tx.one<{ one: number }>(sql`select ${reader}::integer as one`);
      tx.insert('readings', [{ reader: one }]);
      return one;
    },
    { shared: true },
  );

test('readings of one moment share a transaction, and what they note is written before they are answered', async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5].map((reader) => read(reader)));
  assert.deepEqual(answers, [1, 2, 3, 4, 5]);
  const rows = await written();
  assert.deepEqual(
    rows.map(({ reader }) => reader),
    answers,
  );
  assert.equal(new Set(rows.map(({ unit }) => unit)).size, 1);
  await clear();
});

test('readings of different scopes never share one', async () => {
  const scopes = ['6a1b0c9e-1f5d-4d8e-9d55-0a7c2f3b4e5d', 'b7e2d1c4-3a6f-4b8d-8c1e-5f9a0d7e6b3c'];
  const scope = (organization_uuid: string) =>
    owner
      .scopedTo({ organization_uuid })
      .transaction(
        async (tx) =>
          (await tx.one<{ scope: string }>(sql`select current_setting('pharos.organization_uuid') as scope`)).scope,
        { shared: true },
      );
  assert.deepEqual(await Promise.all(scopes.map(scope)), scopes);
});

test('a reading that fails spoils none of the others', async () => {
  const answers = await Promise.allSettled([read(6), read(100), read(7)]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(
    (await written()).map(({ reader }) => reader),
    [6, 7],
  );
  await clear();
});

test('a guard that does not hold undoes its own reading alone, and is told as such', async () => {
  const answers = await Promise.allSettled([read(1, holding()), read(2, broken()), read(3)]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.ok((answers[1] as PromiseRejectedResult).reason instanceof GuardFailed);
  assert.deepEqual(
    (await written()).map(({ reader }) => reader),
    [1, 3],
  );
  await clear();
});

test('a guard is asked until it has held once', async () => {
  const of = holding();
  await read(1, of);
  assert.equal(of.held, true);
  of.condition = sql`select 1 where false`;
  assert.equal(await read(2, of), 2);
  await clear();
});

test('a change behind a guard that does not hold changes nothing, however it is sent', async () => {
  const write = sql`insert into readings (reader) values (9)`;
  const changes = [
    () => owner.scopedTo({}, broken()).rows(write),
    () => owner.scopedTo({}, broken()).transaction(async (tx) => tx.send(write)),
    () => owner.scopedTo({}, broken()).transaction(async (tx) => void (await tx.rows(write).catch(() => {}))),
  ];
  for (const change of changes) await assert.rejects(change, GuardFailed);
  assert.deepEqual(await written(), []);
  await owner.scopedTo({}, holding()).rows(write);
  assert.equal((await written()).length, 1);
  await clear();
});
