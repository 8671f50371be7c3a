import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countRows, openCall, openPharos } from '../../test/support/pharos.ts';

const pharos = await openPharos();
const missing = { status_code: 404 };

test('a deleted call is gone from every answer, and restoring brings it back as it was', async () => {
  const home = await pharos.person('member');
  const { call_uuid, case_uuid } = await openCall(home);
  const body = { transcript: { source: 'manual' as const, words: [] }, speaker_labels: { A: 'Anna' } };
  const before = await home.client.calls.update({ call_uuid, body });
  await home.client.calls.remove({ call_uuid });

  await assert.rejects(home.client.calls.get({ call_uuid }), missing);
  await assert.rejects(home.client.calls.update({ call_uuid, body }), missing);
  await assert.rejects(home.client.calls.patch({ call_uuid, body }), missing);
  await assert.rejects(home.client.calls.importTranscript({ call_uuid, body: 'WEBVTT' }), missing);
  await assert.rejects(home.client.calls.remove({ call_uuid }), missing);
  assert.deepEqual((await home.client.cases.get({ case_uuid })).data.calls, []);
  const [shown] = (await home.client.cases.get({ case_uuid, include_deleted: true })).data.calls;
  assert.ok(shown?.deleted_at);

  const restored = await home.client.calls.restore({ call_uuid });
  assert.deepEqual(restored.data, before.data);
  assert.equal(restored.etag, before.etag);
  assert.deepEqual((await home.client.calls.get({ call_uuid })).data, before.data);
});

test('restoring a call that is there answers it unchanged and makes no version', async () => {
  const home = await pharos.person();
  const { call_uuid, call } = await openCall(home);
  const versions = await countRows(pharos.database, 'call_versions');
  assert.deepEqual((await home.client.calls.restore({ call_uuid })).data, call);
  assert.equal(await countRows(pharos.database, 'call_versions'), versions);
});

test('a call of a deleted case comes back only after its case', async () => {
  const home = await pharos.person();
  const { call_uuid, case_uuid } = await openCall(home);
  await home.client.calls.remove({ call_uuid });
  await home.client.cases.remove({ case_uuid });
  await assert.rejects(home.client.calls.restore({ call_uuid }), {
    status_code: 409,
    message: /restore the case first/,
  });
  await home.client.cases.restore({ case_uuid });
  await assert.rejects(home.client.calls.get({ call_uuid }), missing);
  assert.equal((await home.client.calls.restore({ call_uuid })).data.uuid, call_uuid);
});

test('a call that has changed since is not deleted', async () => {
  const home = await pharos.person();
  const { call_uuid, etag } = await openCall(home);
  const { etag: now } = await home.client.calls.update({ call_uuid, body: { duration: 1 } });
  const stale = { call_uuid, if_match: etag as string };
  await assert.rejects(home.client.calls.remove(stale), { status_code: 412, etag: now });
  await home.client.calls.remove({ call_uuid, if_match: now as string });
});

test('a call is deleted and restored by members of its own organization only', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const [viewer, stranger] = [await pharos.person('viewer', home), await pharos.person()];
  await assert.rejects(viewer.client.calls.remove({ call_uuid }), { status_code: 403 });
  await assert.rejects(viewer.client.calls.restore({ call_uuid }), { status_code: 403 });
  await assert.rejects(stranger.client.calls.remove({ call_uuid }), missing);
  await home.client.calls.remove({ call_uuid });
  await assert.rejects(stranger.client.calls.restore({ call_uuid }), missing);
  await assert.rejects(home.client.calls.get({ call_uuid }), missing);
});
