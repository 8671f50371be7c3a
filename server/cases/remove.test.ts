import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCall, openPharos } from '../../test/support/pharos.ts';

const pharos = await openPharos();
const missing = { status_code: 404 };

test('deleting a case hides its calls, and restoring brings back exactly those', async () => {
  const home = await pharos.person('member');
  const { case_uuid, call_uuid: deleted_before } = await openCall(home);
  const add = async () => (await home.client.calls.create({ body: { case_uuid } })).data;
  const [first, second] = [await add(), await add()];
  await home.client.calls.remove({ call_uuid: deleted_before });
  const before = (await home.client.cases.get({ case_uuid })).data;
  await home.client.cases.remove({ case_uuid });

  await assert.rejects(home.client.cases.get({ case_uuid }), missing);
  await assert.rejects(home.client.cases.update({ case_uuid, body: { summary: 'x' } }), missing);
  await assert.rejects(home.client.cases.remove({ case_uuid }), missing);
  await assert.rejects(home.client.calls.get({ call_uuid: first.uuid }), missing);
  assert.deepEqual((await home.client.calls.list()).data.items, []);

  const { data, message } = await home.client.cases.restore({ case_uuid });
  assert.equal(message, 'Case restored');
  assert.deepEqual(data, before.case);
  assert.deepEqual((await home.client.cases.get({ case_uuid })).data, before);
  assert.deepEqual(
    before.calls.map(({ uuid }) => uuid),
    [first.uuid, second.uuid],
  );
  await assert.rejects(home.client.calls.get({ call_uuid: deleted_before }), missing);
});

test('a case can be deleted and restored again, and restoring one that is there changes nothing', async () => {
  const home = await pharos.person();
  const { case_uuid, call_uuid, call } = await openCall(home);
  for (let times = 0; times < 2; times++) {
    await home.client.cases.remove({ case_uuid });
    await home.client.cases.restore({ case_uuid });
  }
  const { data } = await home.client.cases.restore({ case_uuid });
  assert.deepEqual([data.deleted_at, data.deleted_by], [null, null]);
  assert.deepEqual((await home.client.calls.get({ call_uuid })).data, call);
});

test('a case that has changed since is not deleted', async () => {
  const home = await pharos.person();
  const { data, etag } = await home.client.cases.create({ body: {} });
  const { etag: now } = await home.client.cases.update({ case_uuid: data.uuid, body: { last_name: 'Marsh' } });
  const stale = { case_uuid: data.uuid, if_match: etag as string };
  await assert.rejects(home.client.cases.remove(stale), { status_code: 412, etag: now });
  await home.client.cases.remove({ ...stale, if_match: now as string });
});

test('a case is deleted and restored by members of its own organization only', async () => {
  const home = await pharos.person();
  const { case_uuid } = await openCall(home);
  const [viewer, stranger] = [await pharos.person('viewer', home), await pharos.person()];
  await assert.rejects(viewer.client.cases.remove({ case_uuid }), { status_code: 403 });
  await assert.rejects(stranger.client.cases.remove({ case_uuid }), missing);
  await home.client.cases.remove({ case_uuid });
  await assert.rejects(viewer.client.cases.restore({ case_uuid }), { status_code: 403 });
  await assert.rejects(stranger.client.cases.restore({ case_uuid }), missing);
  await assert.rejects(home.client.cases.get({ case_uuid }), missing);
});
