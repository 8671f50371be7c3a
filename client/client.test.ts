import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from './client.ts';
import { PharosError } from './error.ts';

const call_uuid = '3f0b6a52-7c1d-4e9a-8b64-d2c95e17a083';
type Asked = { url: string; init: RequestInit & { headers: Record<string, string> } };

/** A client whose requests go nowhere: they are kept, and answered with `answer`. */
const open = (answer: () => Response, baseUrl = 'http://pharos.example') => {
  const asked: Asked[] = [];
  const fetch = async (url: unknown, init: unknown) => {
    asked.push({ url: String(url), init: init as Asked['init'] });
    return answer();
  };
  return { client: createClient({ baseUrl, token: 'secret', fetch: fetch as typeof globalThis.fetch }), asked };
};

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const ok = () =>
  json({ status: 'success', data: { items: [] }, message: null, request_id: 'r-1' }, 200, { etag: '"4"' });

const errorOf = async (promise: Promise<unknown>): Promise<PharosError> => {
  const error = await promise.then(
    () => assert.fail('it was answered'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof PharosError);
  return error;
};

test('a success is its data, message, request_id and ETag', async () => {
  const { client } = open(ok);
  const reply = await client.calls.list();
  assert.deepEqual(reply, { data: { items: [] }, message: null, request_id: 'r-1', etag: '"4"' });
});

test('a 204 is nothing', async () => {
  const { client } = open(() => new Response(null, { status: 204 }));
  assert.equal(await client.calls.remove({ call_uuid }), undefined);
});

test('a refusal says its status, what to do, where, and the name of the request', async () => {
  const problems = [
    { pointer: '/duration', message: 'must be an integer or null, not a string', code: 'invalid_type' },
  ];
  const refusal = { message: '/duration must be an integer', request_id: 'r-2', errors: problems };
  const { client } = open(() => json(refusal, 400));
  const error = await errorOf(client.calls.update({ call_uuid, body: {} }));
  assert.equal(error.name, 'PharosError');
  assert.equal(error.status_code, 400);
  assert.equal(error.message, refusal.message);
  assert.equal(error.request_id, 'r-2');
  assert.equal(error.code, 'invalid_type');
  assert.deepEqual(error.problems, problems);
  assert.equal(error.etag, null);
});

test('a stale If-Match is told with the current ETag', async () => {
  const { client, asked } = open(() => json({ message: 'stale', request_id: 'r-3' }, 412, { etag: '"5"' }));
  const error = await errorOf(client.calls.update({ call_uuid, body: {}, if_match: '"4"' }));
  assert.equal(error.etag, '"5"');
  assert.equal(asked[0]?.init.headers['if-match'], '"4"');
});

test("a proxy's page, an empty answer and JSON of another kind are still errors with their status", async () => {
  for (const body of ['<h1>Bad Gateway</h1>', '', 'null', '[]', '"no"', '{}']) {
    const error = await errorOf(open(() => new Response(body, { status: 502 })).client.calls.get({ call_uuid }));
    assert.equal(error.status_code, 502);
    assert.equal(error.message, 'The server answered 502');
    assert.equal(error.request_id, null);
    assert.equal(error.code, null);
    assert.deepEqual(error.problems, []);
  }
});

test('what fetch throws passes through', async () => {
  const trouble = new TypeError('fetch failed');
  const { client } = open(() => {
    throw trouble;
  });
  await assert.rejects(client.calls.get({ call_uuid }), trouble);
});

test('the server may live under a path, with or without a slash at its end', async () => {
  for (const baseUrl of ['https://home.example/pharos', 'https://home.example/pharos/']) {
    const { client, asked } = open(ok, baseUrl);
    await client.calls.get({ call_uuid });
    assert.equal(asked[0]?.url, `https://home.example/pharos/v1/calls/${call_uuid}`);
  }
});

test('parameters are encoded, and those that are undefined are left out', async () => {
  const { client, asked } = open(ok);
  await client.cases.list({ q: "O'Hara & Söhne=?#+ 100%", limit: undefined });
  await client.calls.get({ call_uuid: '../cases?x=1#y' });
  const [list, get] = asked.map(({ url }) => new URL(url));
  assert.deepEqual([...(list as URL).searchParams], [['q', "O'Hara & Söhne=?#+ 100%"]]);
  assert.equal(get?.pathname, '/v1/calls/..%2Fcases%3Fx%3D1%23y');
});

test('an Idempotency-Key goes into its header, and nowhere else', async () => {
  const { client, asked } = open(ok);
  await client.calls.create({ body: { case_uuid: call_uuid }, idempotency_key: 'one drop' });
  const [{ url, init } = { url: '', init: {} as never }] = asked;
  assert.equal((init as { headers: Record<string, string> }).headers['idempotency-key'], 'one drop');
  assert.equal(new URL(url).search, '');
});

test('bodies go as their kind says: JSON, a merge patch, a file as it is', async () => {
  const { client, asked } = open(ok);
  const file = new Uint8Array([123, 125]);
  const signal = new AbortController().signal;
  await client.calls.update({ call_uuid, body: { duration: 5, file_name: null }, signal });
  await client.calls.patch({ call_uuid, body: { duration: null } });
  await client.calls.importTranscript({ call_uuid, body: file });
  await client.calls.get({ call_uuid });
  const sent = asked.map(({ init }) => [init.method, init.headers['content-type'], init.body]);
  assert.deepEqual(sent, [
    ['PUT', 'application/json', '{"duration":5,"file_name":null}'],
    ['PATCH', 'application/merge-patch+json', '{"duration":null}'],
    ['PUT', 'application/octet-stream', file],
    ['GET', undefined, undefined],
  ]);
  assert.equal(asked[0]?.init.signal, signal);
  assert.ok(asked.every(({ init }) => init.headers.authorization === 'Bearer secret'));
});

test('without a token there is no authorization, and the cookies of the same origin go along', async () => {
  const asked: Asked[] = [];
  const fetch = async (url: unknown, init: unknown) => {
    asked.push({ url: String(url), init: init as Asked['init'] });
    return ok();
  };
  await createClient({ baseUrl: 'http://pharos.example', fetch: fetch as typeof globalThis.fetch }).calls.list();
  await open(ok).client.calls.list();
  assert.equal(asked[0]?.init.credentials, 'same-origin');
  assert.ok(!('authorization' in (asked[0]?.init.headers ?? {})));
});

test('a refusal that asks for patience says for how many seconds', async () => {
  const answers = { '17': 17, 'Wed, 25 Nov 2026 07:28:00 GMT': null };
  for (const [header, seconds] of Object.entries(answers)) {
    const error = await errorOf(open(() => json({}, 429, { 'retry-after': header })).client.calls.list());
    assert.equal(error.retry_after, seconds);
  }
  assert.equal((await errorOf(open(() => json({}, 400)).client.calls.list())).retry_after, null);
});
