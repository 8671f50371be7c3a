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
  assert.deepEqual((await admin.client.demo.get()).data, { is_here: true, is_alone: false });

  await admin.client.demo.remove();
  assert.deepEqual((await admin.client.demo.get()).data, { is_here: false, is_alone: false });
  assert.deepEqual(
    (await admin.client.cases.list()).data.items.map(({ uuid }) => uuid),
    [own.uuid],
  );
  assert.equal((await admin.client.calls.list()).data.items.length, 0);
  const [{ uuid: call_uuid } = { uuid: '' }] = home.calls;
  await assert.rejects(admin.client.recordings.get({ call_uuid }), { status_code: 404 });
  await admin.client.demo.remove();
});

test('an empty home is filled with the demo, and what was removed of it is brought back as it was', async () => {
  const admin = await pharos.person('admin');
  assert.deepEqual((await admin.client.demo.add()).data, { is_here: true, is_alone: true });
  assert.deepEqual((await admin.client.demo.get()).data, { is_here: true, is_alone: true });
  const [{ uuid: call_uuid } = { uuid: '' }] = home.calls;
  await admin.client.calls.update({ call_uuid, body: { file_name: 'mine.mp3' } });
  await assert.rejects(admin.client.demo.add(), { status_code: 409, code: 'organization_not_empty' });
  await admin.client.demo.remove();
  await admin.client.demo.add();
  assert.equal((await admin.client.calls.get({ call_uuid })).data.file_name, 'mine.mp3');
  assert.equal((await admin.client.calls.list()).data.items.length, 5);
  assert.equal((await admin.client.audit.verify()).data.intact, true);
});

test('of two who ask for the demo at once one gets it', async () => {
  const admin = await pharos.person('admin');
  const answers = await Promise.allSettled([admin.client.demo.add(), admin.client.demo.add()]);
  assert.deepEqual(answers.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  assert.equal((await admin.client.cases.list()).data.items.length, 3);
});

test('a member may not remove the demo home', async () => {
  const member = await pharos.person('member');
  await assert.rejects(member.client.demo.remove(), { status_code: 403 });
});
