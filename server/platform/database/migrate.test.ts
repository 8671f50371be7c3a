import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import pg from 'pg';
import { cloneDatabase, emptyDatabase } from '../../../test/support/database.ts';
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

test('a migration moves the rows of every organization, though row level security holds the owner too', async () => {
  const { connection, drop } = await emptyDatabase({ may_be_app: true });
  after(drop);
  const known = await readMigrations();
  await migrate(connection, undefined, known.slice(0, 12));
  const owner = new pg.Client(connection);
  await owner.connect();
  const emails = [];
  for (const [organization, email] of [
    [randomUUID(), 'Nora@Evergreen.example'],
    [randomUUID(), 'theo@maple.example'],
  ]) {
    await owner.query(`begin; set local pharos.organization_uuid = '${organization}'`);
    await owner.query('insert into organizations (uuid, name) values ($1, $2)', [organization, email]);
    await owner.query(
      `insert into users (organization_uuid, uuid, email, access_level) values ($1, gen_random_uuid(), $2, 'viewer')`,
      [organization, email],
    );
    await owner.query('commit');
  }
  await migrate(connection);
  for (const email of ['nora@evergreen.example', 'theo@maple.example']) {
    await owner.query(`begin; set local pharos.email = '${email}'`);
    emails.push((await owner.query('select email from emails')).rows);
    await owner.query('commit');
  }
  const held = await owner.query('select from users');
  await owner.end();
  assert.deepEqual(emails, [[{ email: 'nora@evergreen.example' }], [{ email: 'theo@maple.example' }]]);
  assert.equal(held.rowCount, 0, 'and afterwards it is held again');
});

/** Migrations that installations have applied, with the SHA-256 of their files: one that differs would stop their start. */
const APPLIED: Record<string, string> = {
  '0001-call-records.sql': 'cd7be46424f8f0a4d19ca0c39744be9e3a8b104eaff1ede0f255df83222d1343',
  '0002-people.sql': '18a08254997cfb352ab2e782dc723479eb0a3fe2988c440eb9742171c7091550',
  '0003-history.sql': '6597d946e93bbf8517fdd0a87d5c678e90d038ab277f151629d31ef79ad3b37d',
  '0004-walls.sql': 'e75420e92b21ad58ab04c9631e4f630aabdd92cbca2e34bfaddf8b5a1f4b4483',
  '0005-purge.sql': '58bcfd2d529f7af6e1d48e3404bb9473cba4b54bae2600078dfa7afa398ae5de',
  '0006-jobs.sql': '9f7dab6df9099a5275634ba7b68b15b5a0e03d4727a3c90d4327237151c869f8',
  '0007-recordings.sql': '54e381313c03dafd32733c2ab715ae881ef41a85cfd4192f72a21572d5ed1814',
};

test('migrations that installations have applied stay as they were, to the byte', async () => {
  const digests = (await readMigrations()).map(({ name, digest }) => [name, digest] as const);
  assert.deepEqual(Object.fromEntries(digests.filter(([name]) => name in APPLIED)), APPLIED);
});
