import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openCall, openPharos } from '../../test/support/pharos.ts';
import { recording, wav } from '../../test/support/recordings.ts';
import { beep } from '../../test/support/requests.ts';
import { unavailable } from '../platform/errors/errors.ts';
import { refusalOf } from '../platform/storage/refusal.ts';
import { keepRecording } from './save-recording.ts';

const pharos = await openPharos();
const home = await pharos.person();
const { recordings } = home.client;
const headers = { authorization: `Bearer ${home.token}` };
const at = (call_uuid: string) => `${pharos.baseUrl}/v1/calls/${call_uuid}/recording`;

/** Two seconds of noise at 8 kHz, so that every byte differs from its neighbors. */
const noise = () => new Uint8Array(wav(randomBytes(16_000), { tag: 1, channels: 1, bits: 8 }));

test('a recording is kept byte for byte, and what is known of it fills the empty fields of its call', async () => {
  const { call_uuid } = await openCall(home);
  const body = noise();
  const { data } = await recordings.upload({ call_uuid, body, file_name: 'Ünter "den" Linden.wav' });
  assert.equal(data.sha256, createHash('sha256').update(body).digest('hex'));
  assert.deepEqual(
    [data.call_uuid, data.content_type, data.bytes, data.duration_ms, data.channels],
    [call_uuid, 'audio/wav', body.length, 2000, 1],
  );
  const { data: call } = await home.client.calls.get({ call_uuid });
  assert.deepEqual(
    [call.file_name, call.file_format, call.file_size, call.duration],
    ['Ünter "den" Linden.wav', 'wav', body.length, 2],
  );
  assert.deepEqual((await recordings.info({ call_uuid })).data, data);
  const heard = await recordings.get({ call_uuid });
  assert.deepEqual(new Uint8Array(await heard.arrayBuffer()), body);
  assert.equal(heard.headers.get('content-type'), 'audio/wav');
  assert.equal(heard.headers.get('x-content-type-options'), 'nosniff');
  assert.match(heard.headers.get('content-disposition') ?? '', /^inline; .*filename\*=utf-8''%C3%9Cnter/i);
});

test('what people wrote before stays', async () => {
  const { call_uuid } = await openCall(home);
  await home.client.calls.update({ call_uuid, body: { duration: 7, file_name: 'mine', file_format: 'x' } });
  await recordings.upload({ call_uuid, body: beep(), file_name: 'other.wav' });
  const { data } = await home.client.calls.get({ call_uuid });
  assert.deepEqual([data.duration, data.file_name, data.file_format], [7, 'mine', 'x']);
});

test('every range of a recording is exactly those bytes, and one beyond its end is 416', async () => {
  const { call_uuid } = await openCall(home);
  const body = noise();
  await recordings.upload({ call_uuid, body });
  for (let round = 0; round < 50; round++) {
    const [start, end] = [Math.random(), Math.random()]
      .map((part) => Math.floor(part * body.length))
      .sort((a, b) => a - b) as [number, number];
    const answer = await fetch(at(call_uuid), { headers: { ...headers, range: `bytes=${start}-${end}` } });
    assert.equal(answer.status, 206);
    assert.equal(answer.headers.get('content-range'), `bytes ${start}-${end}/${body.length}`);
    assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), body.slice(start, end + 1));
  }
  const last = await fetch(at(call_uuid), { headers: { ...headers, range: 'bytes=-10' } });
  assert.deepEqual(new Uint8Array(await last.arrayBuffer()), body.slice(-10));
  const beyond = await fetch(at(call_uuid), { headers: { ...headers, range: `bytes=${body.length}-` } });
  assert.equal(beyond.status, 416);
  assert.equal(beyond.headers.get('content-range'), `bytes */${body.length}`);
});

test('HEAD, If-None-Match and If-Range are as HTTP has them', async () => {
  const { call_uuid } = await openCall(home);
  const body = beep();
  await recordings.upload({ call_uuid, body });
  const head = await fetch(at(call_uuid), { method: 'HEAD', headers });
  assert.equal(head.headers.get('content-length'), String(body.length));
  assert.equal(head.headers.get('accept-ranges'), 'bytes');
  const etag = head.headers.get('etag') as string;
  assert.equal((await fetch(at(call_uuid), { headers: { ...headers, 'if-none-match': etag } })).status, 304);
  const range = { ...headers, range: 'bytes=0-1' };
  assert.equal((await fetch(at(call_uuid), { headers: { ...range, 'if-range': etag } })).status, 206);
  assert.equal((await fetch(at(call_uuid), { headers: { ...range, 'if-range': '"other"' } })).status, 200);
});

test('the same file again is here already; another one, or the same in another call of the case, is 409', async () => {
  const { call_uuid, case_uuid } = await openCall(home);
  const { data: second } = await home.client.calls.create({ body: { case_uuid } });
  const body = beep();
  const { data } = await recordings.upload({ call_uuid, body });
  assert.deepEqual((await recordings.upload({ call_uuid, body })).data, data);
  await assert.rejects(recordings.upload({ call_uuid, body: beep() }), { status_code: 409 });
  await assert.rejects(recordings.upload({ call_uuid: second.uuid, body }), {
    status_code: 409,
    message: new RegExp(`Already here.*${call_uuid}`),
  });
  const elsewhere = await openCall(home);
  assert.equal((await recordings.upload({ call_uuid: elsewhere.call_uuid, body })).data.sha256, data.sha256);
});

for (const [name, bytes] of Object.entries({
  'a web page': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'a picture': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  nothing: Buffer.alloc(0),
  'a WAV without sound': wav(Buffer.alloc(0), { tag: 1, channels: 1, bits: 8 }),
})) {
  test(`${name} is no recording: 400, and nothing is kept`, async () => {
    const { call_uuid } = await openCall(home);
    await assert.rejects(recordings.upload({ call_uuid, body: new Uint8Array(bytes) }), { status_code: 400 });
    await assert.rejects(recordings.info({ call_uuid }), { status_code: 404 });
    assert.equal((await home.client.calls.get({ call_uuid })).data.file_size, null);
  });
}

test('an upload whose client leaves before its end is never seen', async () => {
  const { call_uuid } = await openCall(home);
  const socket = connect(pharos.port, '127.0.0.1');
  const lines = [`PUT /v1/calls/${call_uuid}/recording HTTP/1.1`, 'Host: x', `Authorization: ${headers.authorization}`];
  socket.write(`${[...lines, 'Content-Length: 16044'].join('\r\n')}\r\n\r\n`);
  socket.end(noise().slice(0, 8_000));
  await new Promise((resolve) => socket.resume().once('close', resolve));
  await assert.rejects(recordings.info({ call_uuid }), { status_code: 404 });
  const listed: unknown[] = [];
  for await (const { key } of pharos.storage.list(new Date(Date.now() + 60_000))) {
    const row = await pharos.database.row(sql`select from recordings where uuid = ${key.uuid}`);
    if (!row) listed.push(key);
  }
  assert.deepEqual(listed, []);
});

test('a waveform is drawn once, for each channel', async () => {
  const { call_uuid } = await openCall(home);
  const samples = Buffer.alloc(16_000, 128);
  samples.fill(255, 8_000);
  await recordings.upload({ call_uuid, body: new Uint8Array(wav(samples, { tag: 1, channels: 2, bits: 8 })) });
  const { data } = await recordings.peaks({ call_uuid });
  assert.equal(data.duration_ms, 1000);
  assert.equal(data.channels.length, 2);
  for (const channel of data.channels) assert.deepEqual([channel[0], Math.round(channel.at(-1) ?? 0)], [0, 1]);
  assert.deepEqual((await recordings.peaks({ call_uuid })).data, data);
});

test('a link plays without a token, for this recording alone, and is over when its time is', async (t) => {
  const { call_uuid } = await openCall(home);
  const body = beep();
  await recordings.upload({ call_uuid, body });
  const { data } = await recordings.link({ call_uuid });
  const heard = await fetch(data.url);
  assert.deepEqual(new Uint8Array(await heard.arrayBuffer()), body);
  const bent = `${data.url.slice(0, -2)}${data.url.endsWith('AA') ? 'BB' : 'AA'}`;
  assert.ok([400, 404].includes((await fetch(bent)).status));
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse(data.expires_at) + 1 });
  assert.equal((await fetch(data.url)).status, 404);
});

test('a link ends when its maker is deactivated, or loses the place of its call', async () => {
  const { call_uuid, case_uuid } = await openCall(home);
  await recordings.upload({ call_uuid, body: beep() });
  const [leaver, mover] = [await pharos.person('member', home), await pharos.person('member', home)];
  const links = await Promise.all([leaver, mover].map(({ client }) => client.recordings.link({ call_uuid })));
  for (const { data } of links) assert.equal((await fetch(data.url)).status, 200);
  await home.client.users.remove({ user_uuid: leaver.actor.user_uuid });
  const [north, south] = await Promise.all(
    ['North', 'South'].map(async (name) => (await home.client.locations.create({ body: { name } })).data.uuid),
  );
  await home.client.cases.update({ case_uuid, body: { location_uuid: north } });
  await home.client.users.patch({ user_uuid: mover.actor.user_uuid, body: { location_uuids: [south as string] } });
  for (const { data } of links) assert.equal((await fetch(data.url)).status, 404);
});

test('a link leads to the bucket itself where players can reach that', async (t) => {
  const { call_uuid } = await openCall(home);
  await recordings.upload({ call_uuid, body: beep() });
  const { data } = await recordings.link({ call_uuid });
  const link = t.mock.method(pharos.storage, 'link', async () => 'https://bucket.example/signed');
  const answer = await fetch(data.url, { redirect: 'manual' });
  assert.equal(answer.status, 307);
  assert.equal(answer.headers.get('location'), 'https://bucket.example/signed');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.deepEqual(link.mock.calls[0]?.arguments[1], { seconds: 300, content_type: 'audio/wav' });
  assert.equal((await recordings.get({ call_uuid })).status, 200);
});

test('hearing a recording is one event of the audit, however many pieces a player asks for', async () => {
  const { call_uuid } = await openCall(home);
  const { data } = await recordings.upload({ call_uuid, body: beep() });
  for (const range of ['bytes=0-9', 'bytes=10-19', 'bytes=0-']) {
    await (await fetch(at(call_uuid), { headers: { ...headers, range } })).arrayBuffer();
  }
  const { data: events } = await home.client.audit.list({ subject_uuid: data.uuid, action: 'recordings.get' });
  assert.equal(events.items.length, 1);
});

for (const name of ['mu-law.wav', 'tagged.mp3', 'aac.m4a', 'opus.ogg', 'flac.flac', 'opus.webm']) {
  test(`${name} is taken for what it is`, async () => {
    const { call_uuid } = await openCall(home);
    const body = new Uint8Array(await readFile(recording(name)));
    const { data } = await recordings.upload({ call_uuid, body, file_name: 'wrong.txt' });
    assert.match(data.content_type, /^audio\/(wav|mpeg|mp4|ogg|flac|webm)$/);
    assert.equal((await recordings.get({ call_uuid })).headers.get('content-type'), data.content_type);
  });
}

test('the same file sent at once to two calls of a case is kept once, and refused once', async () => {
  const { call_uuid, case_uuid } = await openCall(home);
  const { data: second } = await home.client.calls.create({ body: { case_uuid } });
  const body = beep();
  const sent = await Promise.allSettled(
    [call_uuid, second.uuid].map((call_uuid) => recordings.upload({ call_uuid, body })),
  );
  assert.deepEqual(sent.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  const refused = sent.find((one) => one.status === 'rejected');
  assert.equal(refused?.reason.status_code, 409);
});

test('a file whose call was deleted is said to be there, and how to get it back', async () => {
  const { call_uuid, case_uuid } = await openCall(home);
  const { data: second } = await home.client.calls.create({ body: { case_uuid } });
  const body = beep();
  await recordings.upload({ call_uuid, body });
  await home.client.calls.remove({ call_uuid });
  await assert.rejects(recordings.upload({ call_uuid: second.uuid, body }), {
    status_code: 409,
    message: /can be restored/,
  });
});

test('passing trouble with the database keeps the bytes that have come', async () => {
  const { call_uuid } = await openCall(home);
  const { organization_uuid } = home.actor;
  const key = { organization_uuid, uuid: randomUUID() };
  const stored = await pharos.storage.write(key, [beep()]);
  const bound = pharos.probed.scopedTo({ organization_uuid });
  const trouble = {
    ...bound,
    transaction: () => Promise.reject(unavailable('database_unavailable', 'The database is restarting')),
  };
  const keep = (database: typeof bound) =>
    keepRecording(pharos.recordings, database, home.actor, { key, call_uuid, stored });
  await assert.rejects(keep(trouble), { status: 503 });
  assert.equal((await keep(bound)).uuid, key.uuid);
});

test('a storage that is full or away is 503, and says so', () => {
  assert.equal(refusalOf('full')?.status, 503);
  assert.match(refusalOf('unavailable')?.message ?? '', /cannot be used; nothing was changed/);
  assert.equal(refusalOf('missing'), null);
});

test('two recordings that were joined last as long as both, and so does their call', async () => {
  const { call_uuid } = await openCall(home);
  const one = await readFile(recording('tagged.mp3'));
  const { data } = await recordings.upload({ call_uuid, body: new Uint8Array(Buffer.concat([one, one, one])) });
  // Coders fill up the last frames of each.
  assert.ok((data.duration_ms ?? 0) >= 3000 && (data.duration_ms ?? 0) < 3456, `${data.duration_ms} ms`);
  assert.equal((await home.client.calls.get({ call_uuid })).data.duration, 3);
});

test('a form with a recording in it is refused as one, before its bytes are read', async () => {
  const { call_uuid } = await openCall(home);
  const body = new FormData();
  body.append('file', new Blob([beep()]), 'x.wav');
  const answer = await fetch(at(call_uuid), { method: 'PUT', headers, body });
  assert.equal(answer.status, 415);
  assert.match(((await answer.json()) as { message: string }).message, /Send the file itself.*multipart\/form-data/);
});
