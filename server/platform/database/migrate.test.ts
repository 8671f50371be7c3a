import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { cloneDatabase } from '../../../test/support/database.ts';
import { migrate, readMigrations } from './migrate.ts';

/** An empty database for one test, and a way to ask it. */
const openEmpty = async () => {
  const { connection, drop } = await cloneDatabase('template0');
  const ask = async (sql: string) => {
    const client = new pg.Client(connection);
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  };
  return { connection, ask, [Symbol.asyncDispose]: drop };
};

test('two servers that start at once on an empty database both succeed, and each migration is applied once', async () => {
  await using empty = await openEmpty();
  await Promise.all([migrate(empty.connection), migrate(empty.connection)]);
  const applied = await empty.ask('select name from migrations order by number');
  assert.deepEqual(
    applied.map(({ name }) => name),
    (await readMigrations()).map(({ name }) => name),
  );
});

test('migrating again does nothing', async () => {
  await using empty = await openEmpty();
  await migrate(empty.connection);
  const before = await empty.ask('select * from migrations');
  await migrate(empty.connection);
  assert.deepEqual(await empty.ask('select * from migrations'), before);
});

test('a migration that was changed after it had been applied stops the start', async () => {
  await using empty = await openEmpty();
  await migrate(empty.connection);
  await empty.ask("update migrations set digest = 'another' where number = 1");
  await assert.rejects(migrate(empty.connection), /The migration 0001-\S+ was changed after it had been applied/);
});

test('a database of a newer Pharos stops the start of an older one', async () => {
  await using empty = await openEmpty();
  await migrate(empty.connection);
  await empty.ask("insert into migrations (number, name, digest) values (9999, '9999-later.sql', '')");
  await assert.rejects(migrate(empty.connection), /has the migration 9999-later.sql, which this version .* not know/);
});

test('migrations are numbered from 1 without gaps', async () => {
  const numbers = (await readMigrations()).map(({ number }) => number);
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => index + 1),
  );
});
