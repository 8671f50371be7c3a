import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from './client.ts';
import { each } from './each.ts';
import { PharosError } from './error.ts';
import type { Client } from './methods.ts';
import { askAgain, waitFor } from './retry.ts';

const call_uuid = '3f0b6a52-7c1d-4e9a-8b64-d2c95e17a083';
type Asked = { url: string; init: RequestInit & { headers: Record<string, string> } };

/** A client whose requests go nowhere: they are kept, and answered with `answer`. */
const open = (answer: () => Response, baseUrl = 'http://pharos.example', retries = 0) => {
  const asked: Asked[] = [];
  const fetch = async (url: unknown, init: unknown) => {
    asked.push({ url: String(url), init: init as Asked['init'] });
    return answer();
  };
  return {
    client: createClient({ baseUrl, token: 'secret', fetch: fetch as typeof globalThis.fetch, retries }),
    asked,
  };
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

const answers = (...statuses: number[]) => {
  const left = [...statuses];
  return () => {
    const status = left.shift() ?? 200;
    if (status === 0) throw new TypeError('fetch failed');
    return status === 200 ? ok() : json({}, status, { 'retry-after': '0' });
  };
};

test('what may pass is tried again, as often as was asked for, and only where it is safe', async () => {
  const tries = async (statuses: number[], ask: (client: Client) => Promise<unknown>, retries = 2) => {
    const { client, asked } = open(answers(...statuses), undefined, retries);
    const status = await ask(client).then(
      () => 200,
      (error: PharosError) => error.status_code ?? 0,
    );
    return [asked.length, status];
  };
  const get = (client: Client) => client.calls.get({ call_uuid });
  assert.deepEqual(await tries([503, 0], get), [3, 200]);
  assert.deepEqual(await tries([502, 429, 504], get), [3, 504]);
  assert.deepEqual(await tries([0, 0, 0], get), [3, 0]);
  assert.deepEqual(await tries([503], get, 0), [1, 503]);
  for (const status of [400, 401, 403, 404, 409, 412, 413, 415, 500]) {
    assert.deepEqual(await tries([status], get), [1, status]);
  }
  const safe: ((client: Client) => Promise<unknown>)[] = [
    (client) => client.calls.update({ call_uuid, body: {} }),
    (client) => client.calls.patch({ call_uuid, body: {} }),
    (client) => client.calls.create({ body: { case_uuid: call_uuid } }),
    (client) => client.calls.importTranscript({ call_uuid, body: 'WEBVTT' }),
    (client) => client.search.post({ body: { q: 'dress' } }),
  ];
  for (const ask of safe) assert.deepEqual(await tries([503], ask), [2, 200]);
  const unsafe: ((client: Client) => Promise<unknown>)[] = [
    (client) => client.calls.remove({ call_uuid }),
    (client) => client.recordings.upload({ call_uuid, body: new Uint8Array(1) }),
    (client) => client.sessions.create({ body: { email: 'nora@evergreen.example', password: 'x' } }),
    (client) => client.me.changePassword({ body: { current_password: 'x', new_password: 'lanterns on the river' } }),
  ];
  for (const ask of unsafe) assert.deepEqual(await tries([503], ask), [1, 503]);
});

test('a POST that is tried again has one Idempotency-Key, which the next POST has not', async () => {
  const { client, asked } = open(answers(503, 0, 200, 200), undefined, 2);
  await client.calls.create({ body: { case_uuid: call_uuid } });
  await client.calls.create({ body: { case_uuid: call_uuid } });
  const keys = asked.map(({ init }) => init.headers['idempotency-key']);
  assert.deepEqual(keys.slice(0, 3), [keys[0], keys[0], keys[0]]);
  assert.match(keys[0] as string, /^[0-9a-f]{32}$/);
  assert.notEqual(keys[3], keys[0]);
});

test('a wait is as long as the answer says, up to a minute, and else grows; a signal ends it', async () => {
  const waited: number[] = [];
  const wait = async (ms: number) => void waited.push(ms);
  const left = [
    json({}, 503, { 'retry-after': '7' }),
    json({}, 503),
    json({}, 503),
    json({}, 429, { 'retry-after': '61' }),
  ];
  const { status } = await askAgain(async () => left.shift() as Response, { retries: 9, wait });
  assert.equal(status, 429);
  const [asked, second = 0, third = 0] = waited;
  assert.equal(asked, 7000);
  assert.ok(second >= 600 && second < 750 && third >= 1200 && third < 1500, String(waited));
  const reason = new Error('enough');
  await assert.rejects(waitFor(3_600_000, AbortSignal.abort(reason)), reason);
  const stopping = new AbortController();
  const waiting = waitFor(3_600_000, stopping.signal);
  stopping.abort(reason);
  await assert.rejects(waiting, reason);
});

test('each yields what all pages of a list hold, and puts the cursor where the list takes it', async () => {
  const pages = [
    { items: [1, 2], next_cursor: 'c1' },
    { items: [], next_cursor: 'c2' },
    { items: [3], next_cursor: null },
  ];
  const open_pages = () => {
    const left = [...pages];
    return open(() => json({ status: 'success', data: left.shift(), message: null, request_id: 'r' }));
  };
  const lists = open_pages();
  const listed: unknown[] = [];
  for await (const call of each(lists.client.calls.list, { limit: 2 })) listed.push(call);
  assert.deepEqual(listed, [1, 2, 3]);
  assert.deepEqual(
    lists.asked.map(({ url }) => new URL(url).search),
    ['?limit=2', '?limit=2&cursor=c1', '?limit=2&cursor=c2'],
  );
  const searches = open_pages();
  for await (const group of each(searches.client.search.post, { body: { q: 'dress' } })) assert.ok(group);
  assert.deepEqual(
    searches.asked.map(({ init }) => init.body),
    ['{"q":"dress"}', '{"q":"dress","cursor":"c1"}', '{"q":"dress","cursor":"c2"}'],
  );
  const begun = open_pages();
  for await (const _ of each(begun.client.cases.list)) break;
  assert.equal(begun.asked.length, 1);
});
