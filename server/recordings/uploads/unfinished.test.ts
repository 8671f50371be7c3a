import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { age } from '../../../test/support/ageing.ts';
import { openCall, openPharos, type Person } from '../../../test/support/pharos.ts';
import { beep } from '../../../test/support/requests.ts';
import type { Key } from '../../platform/storage/key.ts';
import { keyOfUploadId } from '../../platform/storage/key.ts';
import { destroyRemains } from '../sweep.ts';

const pharos = await openPharos({ deadlines: { idle_ms: 100, total_ms: 60_000 } });
const home = await pharos.person();
const { organization_uuid } = home.actor;
const endpoint = `${pharos.baseUrl}/v1/uploads`;
const headersOf = ({ token }: Person) => ({ authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' });

/** Begins an upload; answers its status, and where it goes on. */
const begin = async (person: Person, call_uuid: string, bytes = 100) => {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      ...headersOf(person),
      'upload-length': String(bytes),
      'upload-metadata': `call_uuid ${Buffer.from(call_uuid).toString('base64')}`,
    },
  });
  const location = answer.headers.get('location') ?? '';
  return {
    status: answer.status,
    url: new URL(location, endpoint),
    key: keyOfUploadId(location.split('/').at(-1) ?? '') as Key,
  };
};
const offsetOf = async (url: URL) => {
  const answer = await fetch(url, { method: 'HEAD', headers: headersOf(home) });
  return answer.status === 200 ? Number(answer.headers.get('upload-offset')) : answer.status;
};
const append = (url: URL, body: Uint8Array, offset = 0) =>
  fetch(url, {
    method: 'PATCH',
    headers: {
      ...headersOf(home),
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(body),
  });
const countUploads = async (call_uuid: string) =>
  (await pharos.database.rows(sql`select from uploads where call_uuid = ${call_uuid}`)).length;

test('of more than five unfinished uploads of one call the oldest ends', async () => {
  const { call_uuid } = await openCall(home);
  const uploads = [];
  for (let count = 0; count < 7; count++) uploads.push(await begin(home, call_uuid));
  const offsets = await Promise.all(uploads.map(({ url }) => offsetOf(url)));
  assert.deepEqual(offsets, [404, 404, 0, 0, 0, 0, 0]);
  assert.equal(await countUploads(call_uuid), 5);
});

test('an organization with 200 unfinished uploads is refused another, however many it asks for at once', async () => {
  const [crowd, other] = [await pharos.person(), await pharos.person()];
  const { call_uuid, case_uuid } = await openCall(crowd);
  const fresh = await Promise.all(
    [1, 2, 3].map(async () => (await crowd.client.calls.create({ body: { case_uuid } })).data.uuid),
  );
  await pharos.database.rows(sql`
    insert into uploads (organization_uuid, uuid, call_uuid, created_by)
    select ${crowd.actor.organization_uuid}, gen_random_uuid(), ${call_uuid}, ${crowd.actor.user_uuid}
    from generate_series(1, 199)`);
  const begun = await Promise.all(fresh.map((uuid) => begin(crowd, uuid)));
  assert.deepEqual(begun.map(({ status }) => status).sort(), [201, 409, 409]);
  assert.equal((await begin(other, (await openCall(other)).call_uuid)).status, 201);
  await pharos.database.rows(sql`
    update uploads set created_at = created_at - interval '8 days'
    where organization_uuid = ${crowd.actor.organization_uuid}`);
  assert.equal((await begin(crowd, fresh[0] as string)).status, 201);
});

test('an upload that is finished, given up or refused counts no more', async () => {
  const { call_uuid } = await openCall(home);
  const [refused, cancelled, finished] = [
    await begin(home, call_uuid, 15),
    await begin(home, call_uuid),
    await begin(home, call_uuid, beep().length),
  ];
  assert.equal(await countUploads(call_uuid), 3);
  assert.equal((await append(refused.url, Buffer.from('<!doctype html>'))).status, 400);
  assert.equal((await fetch(cancelled.url, { method: 'DELETE', headers: headersOf(home) })).status, 204);
  assert.equal((await append(finished.url, beep())).status, 204);
  assert.equal(await countUploads(call_uuid), 0);
});

test('an upload of which nothing comes any more is ended, and keeps what came', async () => {
  const { call_uuid } = await openCall(home);
  const { url } = await begin(home, call_uuid);
  const lines = [
    `PATCH ${url.pathname} HTTP/1.1`,
    'Host: x',
    ...Object.entries(headersOf(home)).map((header) => header.join(': ')),
    'Upload-Offset: 0',
    'Content-Type: application/offset+octet-stream',
    'Content-Length: 100',
  ];
  const socket = connect(pharos.port, '127.0.0.1').on('error', () => {});
  socket.write(`${lines.join('\r\n')}\r\n\r\nten bytes.`);
  await once(socket.resume(), 'close');
  assert.equal(await offsetOf(url), 10);
});

test('of a call that is purged no unfinished upload is left', async () => {
  const { call_uuid, case_uuid } = await openCall(home);
  const { key } = await begin(home, call_uuid);
  assert.ok(await pharos.storage.uploads.find(key));
  await home.client.cases.remove({ case_uuid });
  await age(pharos.database, case_uuid, 31);
  await home.client.retention.purge();
  await destroyRemains(pharos.storage, pharos.served.scopedTo({ organization_uuid }), organization_uuid, {
    onError: assert.ifError,
  });
  assert.equal(await pharos.storage.uploads.find(key), null);
  assert.equal(await countUploads(call_uuid), 0);
});
