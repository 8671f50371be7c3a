import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openCall, openPharos } from '../../test/support/pharos.ts';
import { ffmpegMissing, recording } from '../../test/support/recordings.ts';
import { scratch } from '../../test/support/transcribing.ts';
import { SWEEP_AGE_MS } from '../platform/storage/storage.ts';
import { copyKeyOf, isPlayable } from './playable-copies.ts';
import { probe } from './probe.ts';
import { insertRemains } from './queries.ts';
import type { Codec } from './reading/sound.ts';
import { destroyRemains, sweepStorage } from './sweep.ts';

const pharos = await openPharos();
const home = await pharos.person();
const { recordings } = home.client;
const { organization_uuid } = home.actor;
const folder = await scratch();
const skip = ffmpegMissing;
const body = new Uint8Array(await readFile(recording('adpcm.wav')));

const upload = async (bytes = body) => {
  const { call_uuid } = await openCall(home);
  const { data } = await recordings.upload({ call_uuid, body: bytes });
  return { call_uuid, key: { organization_uuid, uuid: data.uuid } };
};
const bytesOf = async (answer: Promise<Response>) => new Uint8Array(await (await answer).arrayBuffer());

test('what browsers do not play is given to a player as M4A, and to everybody else as it came', { skip }, async () => {
  const { call_uuid } = await upload();
  assert.deepEqual(await bytesOf(recordings.get({ call_uuid })), body);
  const answer = await recordings.get({ call_uuid, playable: true });
  assert.equal(answer.headers.get('content-type'), 'audio/mp4');
  const path = join(folder, 'copy.m4a');
  await writeFile(path, new Uint8Array(await answer.arrayBuffer()));
  const { codec, channels, duration_ms } = probe(path);
  assert.deepEqual([codec, channels], ['aac', 2]);
  assert.ok(Math.abs((duration_ms ?? 0) - 506) < 100);
  assert.deepEqual(await bytesOf(recordings.get({ call_uuid })), body);
});

test('a copy is made once, however many players want it, and a range of it is the range', { skip }, async () => {
  const { call_uuid } = await upload();
  const [one, other] = await Promise.all([1, 2].map(() => bytesOf(recordings.get({ call_uuid, playable: true }))));
  assert.deepEqual(one, other);
  const { data } = await recordings.link({ call_uuid });
  const part = await fetch(`${data.url}?playable=true`, { headers: { range: 'bytes=4-7' } });
  assert.equal(part.status, 206);
  assert.deepEqual(new Uint8Array(await part.arrayBuffer()), one?.subarray(4, 8));
});

test('a player gets what it can play as it is', async () => {
  const sound = new Uint8Array(await readFile(recording('mu-law.wav')));
  const { call_uuid } = await upload(sound);
  const answer = await recordings.get({ call_uuid, playable: true });
  assert.equal(answer.headers.get('content-type'), 'audio/wav');
  assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), sound);
});

test('a copy is swept with its recording, and not without it', { skip }, async () => {
  const { call_uuid, key } = await upload();
  await bytesOf(recordings.get({ call_uuid, playable: true }));
  const onError = assert.ifError;
  await sweepStorage(pharos.storage, pharos.served, { onError }, Date.now() + 2 * SWEEP_AGE_MS);
  assert.ok(await pharos.storage.find(copyKeyOf(key)));
  await pharos.served.scopedTo({ organization_uuid }).transaction(async (tx) => {
    await tx.rows(sql`
      delete from recordings where organization_uuid = ${organization_uuid} and uuid = ${key.uuid}`);
    insertRemains(tx, organization_uuid, [key.uuid]);
  });
  await destroyRemains(pharos.storage, pharos.served.scopedTo({ organization_uuid }), organization_uuid, { onError });
  assert.equal(await pharos.storage.find(copyKeyOf(key)), null);
  assert.equal(await pharos.storage.find(key), null);
});

const kinds: [Parameters<typeof isPlayable>[0]['file_format'], Codec, boolean][] = [
  ['wav', 'pcm', true],
  ['wav', 'mu-law', true],
  ['wav', 'gsm', false],
  ['wav', 'ima-adpcm', false],
  ['wav', 'g722', false],
  ['wav', 'mp3', false],
  ['m4a', 'aac', true],
  ['m4a', 'alac', false],
  ['m4a', 'pcm', false],
  ['mp3', 'mp3', true],
  ['ogg', 'opus', true],
  ['ogg', 'speex', false],
  ['webm', 'opus', true],
  ['flac', 'flac', true],
];
for (const [file_format, codec, plays] of kinds)
  test(`browsers play ${codec} in ${file_format}: ${plays}`, () => {
    assert.equal(isPlayable({ file_format, codec }), plays);
  });
