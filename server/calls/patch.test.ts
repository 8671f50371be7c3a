import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countRows, openCall, openPharos, type Person } from '../../test/support/pharos.ts';

const pharos = await openPharos();

const transcript = { source: 'deepgram' as const, words: [{ text: 'Hi.', start_ms: 0, end_ms: 200, confidence: 1 }] };
const full = {
  duration: 12,
  file_format: 'mp3',
  file_name: 'a.mp3',
  file_path: '/a.mp3',
  file_size: 9,
  is_fully_labelled: true,
  provider_metadata: { assembly_ai_id: 'x', deepgram: { model: 'nova', tier: 1 } },
  speaker_labels: { '0': 'Director', '1': 'Anna' },
  transcript,
};

const openFull = async (home: Person) => {
  const { call_uuid } = await openCall(home);
  return { call_uuid, ...(await home.client.calls.update({ call_uuid, body: full })) };
};

test('null in a PATCH clears each field that may be empty', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openFull(home);
  const names = ['duration', 'file_format', 'file_name', 'file_path', 'file_size', 'provider_metadata', 'transcript'];
  const { data } = await home.client.calls.patch({
    call_uuid,
    body: Object.fromEntries(names.map((name) => [name, null])),
  });
  for (const name of names) assert.equal(data[name as keyof typeof data], null, name);
  assert.deepEqual(data.speaker_labels, full.speaker_labels);
  assert.equal(data.is_fully_labelled, true);
  assert.deepEqual((await home.client.calls.get({ call_uuid })).data, data);
});

test('speaker_labels null in a PATCH becomes {}', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openFull(home);
  assert.deepEqual(
    (await home.client.calls.patch({ call_uuid, body: { speaker_labels: null } })).data.speaker_labels,
    {},
  );
});

test('is_fully_labelled is never null, so a PATCH with null is refused', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openFull(home);
  const body = { is_fully_labelled: null, duration: 1 } as never;
  await assert.rejects(home.client.calls.patch({ call_uuid, body }), { status_code: 400 });
  assert.equal((await home.client.calls.get({ call_uuid })).data.duration, 12);
});

test('labels and metadata are merged key by key, and null takes a key away', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openFull(home);
  const { data } = await home.client.calls.patch({
    call_uuid,
    body: {
      speaker_labels: { '1': null, '2': 'Daniel' },
      provider_metadata: { deepgram: { tier: null, model: 'nova-3' } },
    },
  });
  assert.deepEqual(data.speaker_labels, { '0': 'Director', '2': 'Daniel' });
  assert.deepEqual(data.provider_metadata, { assembly_ai_id: 'x', deepgram: { model: 'nova-3' } });
  assert.deepEqual(data.transcript, transcript);
});

test('a PATCH replaces a transcript whole, and refuses a part of one', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openFull(home);
  const next = { source: 'manual' as const, words: [] };
  assert.deepEqual((await home.client.calls.patch({ call_uuid, body: { transcript: next } })).data.transcript, next);
  for (const part of [{ source: 'whisper' }, { words: [] }, {}]) {
    const patch = home.client.calls.patch({ call_uuid, body: { transcript: part as never } });
    await assert.rejects(patch, { status_code: 400, message: /\/transcript\/\w+ is required/ });
  }
  assert.deepEqual((await home.client.calls.get({ call_uuid })).data.transcript, next);
});

test('a PATCH that changes nothing makes no version', async () => {
  const home = await pharos.person();
  const { call_uuid, etag } = await openFull(home);
  const versions = await countRows(pharos.database, 'call_versions');
  const body = { duration: 12, speaker_labels: { '0': 'Director', '9': null }, transcript };
  for (const same of [{}, body]) assert.equal((await home.client.calls.patch({ call_uuid, body: same })).etag, etag);
  assert.equal(await countRows(pharos.database, 'call_versions'), versions);
});

test('a call is patched by members of its own organization only', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openFull(home);
  const patch = { call_uuid, body: { duration: null } };
  const viewer = await pharos.person('viewer', home);
  await assert.rejects(viewer.client.calls.patch(patch), { status_code: 403 });
  await assert.rejects((await pharos.person()).client.calls.patch(patch), { status_code: 404 });
  assert.equal((await home.client.calls.get({ call_uuid })).data.duration, 12);
});
