import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPharos } from '../../test/support/pharos.ts';
import { addDemo } from './add.ts';
import { home } from './home.ts';

const pharos = await openPharos();

test('an admin removes the demo home in one request, and nothing of their own', async () => {
  const admin = await pharos.person('admin');
  const { data: own } = await admin.client.cases.create({ body: { last_name: 'Marsh' } });
  await pharos.database.transaction((tx) => addDemo(tx, admin.actor, pharos.storage));
  assert.equal((await admin.client.cases.list()).data.items.length, 4);
  assert.equal((await admin.client.calls.list()).data.items.length, 5);
  assert.deepEqual((await admin.client.demo.get()).data, { is_here: true });

  await admin.client.demo.remove();
  assert.deepEqual((await admin.client.demo.get()).data, { is_here: false });
  assert.deepEqual(
    (await admin.client.cases.list()).data.items.map(({ uuid }) => uuid),
    [own.uuid],
  );
  assert.equal((await admin.client.calls.list()).data.items.length, 0);
  const [{ uuid: call_uuid } = { uuid: '' }] = home.calls;
  await assert.rejects(admin.client.recordings.get({ call_uuid }), { status_code: 404 });
  await admin.client.demo.remove();
});

test('a member may not remove the demo home', async () => {
  const member = await pharos.person('member');
  await assert.rejects(member.client.demo.remove(), { status_code: 403 });
});
