import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openCall, openPharos } from '../test/support/pharos.ts';
import { recording } from '../test/support/recordings.ts';
import { uploadRecording } from './upload.ts';

const pharos = await openPharos();
const bytes = readFileSync(recording('tagged.mp3'));
const file = new Blob([bytes]);
const piece = Math.ceil(bytes.length / 3);

/** A connection that is cut at some pieces: before they arrive, or before their answer does. */
const cutAt = (cuts: Record<number, 'before' | 'after'>): typeof fetch => {
  let pieces = 0;
  return async (url, init) => {
    if (init?.method !== 'PATCH') return fetch(url, init);
    const cut = cuts[pieces++];
    if (cut === 'before') throw new TypeError('cut');
    const answer = await fetch(url, init);
    if (cut === 'after') throw new TypeError('cut');
    return answer;
  };
};

const upload = async (more: object = {}) => {
  const home = await pharos.person('member');
  const { call_uuid } = await openCall(home);
  const told: number[] = [];
  const options = { baseUrl: pharos.baseUrl, token: home.token, piece, wait: async () => {}, ...more };
  const on_progress = ({ sent, total }: { sent: number; total: number }) => {
    assert.equal(total, bytes.length);
    told.push(sent);
  };
  const done = uploadRecording(options, { call_uuid, file, file_name: 'Höllis – 1.mp3', on_progress });
  return { home, call_uuid, told, done };
};

const arrives = async ({ home, call_uuid, told, done }: Awaited<ReturnType<typeof upload>>) => {
  await done;
  const kept = await home.client.recordings.get({ call_uuid });
  assert.deepEqual(Buffer.from(await kept.arrayBuffer()), bytes);
  assert.deepEqual(told, [0, piece, 2 * piece, bytes.length]);
  assert.equal((await home.client.calls.get({ call_uuid })).data.file_name, 'Höllis – 1.mp3');
};

test('a recording is uploaded in pieces, and says how far it is', async () => arrives(await upload()));

test('a connection that is cut before, in or after a piece costs that piece', async () => {
  for (const cut of ['before', 'after'] as const) {
    for (const at of [0, 1, 2]) await arrives(await upload({ fetch: cutAt({ [at]: cut }) }));
  }
});

test('a connection that stays away ends it with what fetch threw', async () => {
  const { done } = await upload({ fetch: cutAt({ 1: 'before', 2: 'before', 3: 'before' }), retries: 1 });
  await assert.rejects(done, { name: 'TypeError', message: 'cut' });
});

test('a refusal is a PharosError: of a file that is no recording, and of a call that is not there', async () => {
  const { home, call_uuid, done } = await upload();
  await done;
  const options = { baseUrl: pharos.baseUrl, token: home.token };
  const other = { call_uuid, file: new Blob(['no sound']) };
  await assert.rejects(uploadRecording(options, other), { status_code: 409, code: 'recording_exists' });
  const fresh = { ...other, call_uuid: (await openCall(home)).call_uuid };
  await assert.rejects(uploadRecording(options, fresh), { status_code: 400, code: 'recording_not_audio' });
  const unknown = { ...other, call_uuid: '3f0b6a52-7c1d-4e9a-8b64-d2c95e17a083' };
  await assert.rejects(uploadRecording(options, unknown), { status_code: 404 });
});

test('an upload that is stopped says so, and stops', async () => {
  const home = await pharos.person('member');
  const { call_uuid } = await openCall(home);
  const stopping = new AbortController();
  const on_progress = () => stopping.abort();
  const options = { baseUrl: pharos.baseUrl, token: home.token };
  const given = { call_uuid, file, on_progress, signal: stopping.signal };
  await assert.rejects(uploadRecording(options, given), { name: 'AbortError' });
});
