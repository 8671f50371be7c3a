import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openCall, openPharos, type Person } from '../../../test/support/pharos.ts';

const pharos = await openPharos();

const post = async (person: Person, path: string, body: object | undefined, key: string) => {
  const response = await fetch(pharos.baseUrl + path, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${person.token}`,
      'idempotency-key': key,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const { data } = (await response.json()) as { data: unknown };
  return { status: response.status, headers: response.headers, data };
};

test('a POST that is sent again with its key gets the same answer and does nothing', async () => {
  const home = await pharos.person();
  const key = randomUUID();
  const first = await post(home, '/v1/cases', { last_name: 'Hollis' }, key);
  const second = await post(home, '/v1/cases', { last_name: 'Hollis' }, key);
  assert.equal(first.status, 201);
  assert.equal(second.status, 201);
  assert.deepEqual(second.data, first.data);
  assert.equal(second.headers.get('etag'), first.headers.get('etag'));
  assert.equal(second.headers.get('idempotency-replayed'), 'true');
  assert.equal(first.headers.get('idempotency-replayed'), null);
  assert.equal((await home.client.cases.list()).data.items.length, 1);
});

test('the same key with another body, or at another address, is 409', async () => {
  const home = await pharos.person();
  const { case_uuid } = await openCall(home);
  const key = randomUUID();
  assert.equal((await post(home, '/v1/cases', { last_name: 'Hollis' }, key)).status, 201);
  assert.equal((await post(home, '/v1/cases', { last_name: 'Delgado' }, key)).status, 409);
  assert.equal((await post(home, '/v1/calls', { case_uuid }, key)).status, 409);
});

test("a key is its user's own", async () => {
  const home = await pharos.person();
  const [colleague, stranger] = [await pharos.person('member', home), await pharos.person()];
  const key = randomUUID();
  for (const person of [home, colleague, stranger]) {
    const { status, headers } = await post(person, '/v1/cases', { last_name: 'Hollis' }, key);
    assert.deepEqual([status, headers.get('idempotency-replayed')], [201, null]);
  }
});

test('twenty copies of one POST at the same moment make one call', async () => {
  const home = await pharos.person();
  const { case_uuid } = await openCall(home);
  const key = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post(home, '/v1/calls', { case_uuid, duration: 7 }, key)),
  );
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
  assert.equal(new Set(answers.map(({ data }) => JSON.stringify(data))).size, 1);
  assert.equal((await home.client.calls.list({ case_uuid })).data.items.length, 2);
});

test('a refused POST keeps nothing under its key: mended, it may be sent with it', async () => {
  const home = await pharos.person();
  const key = randomUUID();
  assert.equal((await post(home, '/v1/cases', { last_name: 7 }, key)).status, 400);
  assert.equal((await post(home, '/v1/calls', { case_uuid: randomUUID() }, key)).status, 404);
  assert.equal((await post(home, '/v1/cases', { last_name: 'Hollis' }, key)).status, 201);
});

test('a POST without a body takes a key too', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await home.client.calls.remove({ call_uuid });
  const key = randomUUID();
  const first = await post(home, `/v1/calls/${call_uuid}/restore`, undefined, key);
  await home.client.calls.remove({ call_uuid });
  const again = await post(home, `/v1/calls/${call_uuid}/restore`, undefined, key);
  assert.deepEqual([first.status, again.status], [200, 200]);
  assert.deepEqual(again.data, first.data);
  await assert.rejects(home.client.calls.get({ call_uuid }), { status_code: 404 });
});

test('a key that is empty or too long is 400', async () => {
  const home = await pharos.person();
  for (const key of ['', 'k'.repeat(256)]) {
    assert.equal((await post(home, '/v1/cases', { last_name: 'Hollis' }, key)).status, 400, key);
  }
});

test('after a day a key is new, though nobody has taken it away yet', async () => {
  const home = await pharos.person();
  const key = randomUUID();
  const first = await post(home, '/v1/cases', { last_name: 'Hollis' }, key);
  await pharos.database.rows(sql`
    update idempotency_keys set created_at = created_at - interval '25 hours' where key = ${key}`);
  const { status, headers, data } = await post(home, '/v1/cases', { last_name: 'Delgado' }, key);
  assert.deepEqual([status, headers.get('idempotency-replayed')], [201, null]);
  assert.notEqual((data as { uuid: string }).uuid, (first.data as { uuid: string }).uuid);
});
