import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { Upload } from 'tus-js-client';
import { openCall, openPharos, type Person } from '../../../test/support/pharos.ts';
import { wav } from '../../../test/support/recordings.ts';

const pharos = await openPharos();
const home = await pharos.person();
const endpoint = `${pharos.baseUrl}/v1/uploads`;

const send = (person: Person, body: Buffer, metadata: Record<string, string>) =>
  new Promise<string | null>((resolve, reject) => {
    new Upload(body, {
      endpoint,
      metadata,
      headers: { authorization: `Bearer ${person.token}` },
      chunkSize: 50_000,
      retryDelays: null,
      onError: reject,
      onSuccess: () => resolve(null),
    }).start();
  });

const minute = () => wav(randomBytes(480_000), { tag: 1, channels: 1, bits: 8 });
const status = (code: number) => (error: unknown) => {
  const { originalResponse } = error as { originalResponse?: { getStatus(): number } };
  assert.equal(originalResponse?.getStatus(), code);
  return true;
};

test('a recording that is sent in pieces is the same bytes, with its name', async () => {
  const { call_uuid } = await openCall(home);
  const body = minute();
  await send(home, body, { call_uuid, filename: 'Anruf für Müller.wav' });
  const { data } = await home.client.recordings.info({ call_uuid });
  assert.equal(data.sha256, createHash('sha256').update(body).digest('hex'));
  const { data: call } = await home.client.calls.get({ call_uuid });
  assert.deepEqual([call.file_name, call.duration], ['Anruf für Müller.wav', 60]);
});

const create = (person: Person, call_uuid: string, bytes: number, filename?: Buffer) =>
  fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${person.token}`,
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes),
      'upload-metadata': [
        `call_uuid ${Buffer.from(call_uuid).toString('base64')}`,
        ...(filename ? [`filename ${filename.toString('base64')}`] : []),
      ].join(),
    },
  });

test('an upload that was cut off goes on where it was', async () => {
  const { call_uuid } = await openCall(home);
  const body = minute();
  const { headers } = await create(home, call_uuid, body.length);
  const url = new URL(headers.get('location') as string, endpoint);
  const patch = (from: number, to: number) =>
    fetch(url, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${home.token}`,
        'tus-resumable': '1.0.0',
        'upload-offset': String(from),
        'content-type': 'application/offset+octet-stream',
      },
      body: new Uint8Array(body.subarray(from, to)),
    });
  assert.equal((await patch(0, 100_000)).status, 204);
  await assert.rejects(home.client.recordings.info({ call_uuid }), { status_code: 404 });
  assert.equal((await patch(50_000, 60_000)).status, 409);
  const head = await fetch(url, {
    method: 'HEAD',
    headers: { authorization: `Bearer ${home.token}`, 'tus-resumable': '1.0.0' },
  });
  assert.equal(head.headers.get('upload-offset'), '100000');
  assert.equal((await patch(100_000, body.length)).status, 204);
  const { data } = await home.client.recordings.info({ call_uuid });
  assert.equal(data.sha256, createHash('sha256').update(body).digest('hex'));
});

test('who may not write, and what is not there, is refused before a byte is sent', async () => {
  const [stranger, viewer] = [await pharos.person(), await pharos.person('viewer', home)];
  const { call_uuid } = await openCall(home);
  assert.equal((await create(viewer, call_uuid, 10)).status, 403);
  assert.equal((await create(stranger, call_uuid, 10)).status, 404);
  assert.equal((await create(home, randomUUID(), 10)).status, 404);
  assert.equal((await create(home, 'no uuid', 10)).status, 400);
  assert.equal((await fetch(endpoint, { method: 'POST', headers: { 'tus-resumable': '1.0.0' } })).status, 401);
});

test('nobody else goes on with an upload', async () => {
  const stranger = await pharos.person();
  const { call_uuid } = await openCall(home);
  const { headers } = await create(home, call_uuid, 10);
  const url = new URL(headers.get('location') as string, endpoint);
  for (const method of ['HEAD', 'PATCH', 'DELETE']) {
    const answer = await fetch(url, {
      method,
      headers: {
        authorization: `Bearer ${stranger.token}`,
        'tus-resumable': '1.0.0',
        ...(method === 'PATCH' && { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }),
      },
      ...(method === 'PATCH' && { body: 'x' }),
    });
    assert.equal(answer.status, 404, method);
  }
});

test('what is no recording is refused when all of it is there, and can be sent anew', async () => {
  const { call_uuid } = await openCall(home);
  await assert.rejects(send(home, Buffer.from('<!doctype html>'.repeat(5_000)), { call_uuid }), status(400));
  await assert.rejects(home.client.recordings.info({ call_uuid }), { status_code: 404 });
  await send(home, minute(), { call_uuid });
});

test('a name that could not be kept as it is, and a call that has another recording, are refused before a byte', async () => {
  const { call_uuid } = await openCall(home);
  for (const filename of [Buffer.from('a\0b'), Buffer.from([0xff, 0xfe]), Buffer.from('x'.repeat(1025))]) {
    assert.equal((await create(home, call_uuid, 10, filename)).status, 400);
  }
  // A mark of what another program could not read is a character as any other.
  assert.equal((await create(home, call_uuid, 10, Buffer.from('M\uFFFDller.wav'))).status, 201);
  const body = minute();
  await send(home, body, { call_uuid });
  assert.equal((await create(home, call_uuid, 10)).status, 409);
  const refusals = (await home.client.audit.list({ action: 'uploads.begin', outcome: 'refused' })).data.items;
  assert.ok(refusals.length > 0);
});
