import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import sql from 'sql-template-tag';
import { cloneDatabase } from '../../../test/support/database.ts';
import { asApp } from './connection.ts';
import { openDatabase } from './open-database.ts';

const { connection, drop } = await cloneDatabase();
const database = openDatabase(asApp(connection), () => {}, { max: 6 });
after(async () => {
  await database.close();
  await drop();
});
const scoped = () => database.scopedTo({ organization_uuid: randomUUID() });

test('transactions of one organization leave connections to others, however many there are and however long they take', async () => {
  const [busy, calm] = [scoped(), scoped()];
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let begun = 0;
  const slow = Array.from({ length: 20 }, () =>
    busy.transaction(async (tx) => {
      await tx.rows(sql`select 1`);
      begun += 1;
      await released;
    }),
  );
  assert.deepEqual(await calm.rows(sql`select 1 as one`), [{ one: 1 }]);
  assert.ok(begun <= 2);
  release();
  await Promise.all(slow);
  assert.equal(begun, 20);
});

test('a statement of a list is ended after its seconds, and the next one of the connection is not', async () => {
  const organization_uuid = randomUUID();
  const list = database.scopedTo({ organization_uuid, statement_seconds: 1 });
  await assert.rejects(list.rows(sql`select pg_sleep(60)`), { status: 503 });
  const { statement_timeout } = await database
    .scopedTo({ organization_uuid })
    .one<{ statement_timeout: string }>(sql`select current_setting('statement_timeout') as statement_timeout`);
  assert.equal(statement_timeout, '1min');
});
