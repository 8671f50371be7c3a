import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openCall, openPharos } from './support/pharos.ts';
import { beep } from './support/requests.ts';
import { cookieOf, openUser, PASSWORD } from './support/sessions.ts';

const pharos = await openPharos({ public_url: 'https://pharos.example' });
const home = await pharos.person();
const { case_uuid, call_uuid } = await openCall(home);
await home.client.recordings.upload({ call_uuid, body: beep() });

const ask = (path: string, init: RequestInit = {}) =>
  fetch(pharos.baseUrl + path, { ...init, headers: { authorization: `Bearer ${home.token}`, ...init.headers } });

test('no answer is kept by a browser, taken for another type or taken in by another site', async () => {
  for (const path of [`/v1/calls/${call_uuid}`, '/v1/cases', '/v1/me', '/v1/calls/x', '/nowhere', '/health/live']) {
    const { headers } = await ask(path);
    assert.equal(headers.get('cache-control'), 'no-store', path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', path);
    assert.equal(headers.get('strict-transport-security'), 'max-age=31536000', path);
    assert.match(headers.get('x-request-id') ?? '', /^[\da-f-]{36}$/, path);
  }
});

test('files, pages and uploads have these headers too', async () => {
  const uploads = { method: 'OPTIONS', headers: { 'tus-resumable': '1.0.0' } };
  for (const [path, init] of [
    [`/v1/calls/${call_uuid}/recording`, {}],
    ['/docs', {}],
    ['/v1/uploads', uploads],
  ] as const) {
    const { headers } = await ask(path, init);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', path);
    assert.equal(headers.get('strict-transport-security'), 'max-age=31536000', path);
  }
});

test('without TLS in front of it, the server asks nobody to come back over TLS', async () => {
  const plain = await openPharos({ public_url: 'http://pharos.example' });
  const { headers } = await fetch(`${plain.baseUrl}/health/live`);
  assert.equal(headers.get('strict-transport-security'), null);
});

test('behind TLS, only a page that came over TLS may use a session', async () => {
  const nora = await openUser(pharos, home, 'member');
  const signed_in = await fetch(`${pharos.baseUrl}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://pharos.example' },
    body: JSON.stringify({ email: nora.email, password: PASSWORD }),
  });
  const cookie = cookieOf(signed_in);
  const change = (origin: string) =>
    fetch(`${pharos.baseUrl}/v1/cases/${case_uuid}`, {
      method: 'PUT',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: '{}',
    });
  assert.equal((await change('https://pharos.example')).status, 200);
  for (const origin of ['http://pharos.example', pharos.baseUrl, 'https://pharos.example:8443', 'null']) {
    assert.equal((await change(origin)).status, 403, origin);
  }
});

test('a form that was sent in place of a recording is told what to send', async () => {
  const form = new FormData();
  form.set('file', new Blob([beep()]));
  const answer = await ask(`/v1/calls/${call_uuid}/recording`, { method: 'PUT', body: form });
  assert.equal(answer.status, 415);
  assert.match(await answer.text(), /Send the file itself.*multipart\/form-data/);
});

test('a time whose plus sign became a blank is told so', async () => {
  const answer = await ask('/v1/calls?created_after=2026-01-01T00:00:00+02:00');
  assert.equal(answer.status, 400);
  assert.match(await answer.text(), /%2B/);
  assert.equal((await ask('/v1/calls?created_after=2026-01-01T00:00:00%2B02:00')).status, 200);
});

test('a token that may only write is told what it made, and nothing of what was there', async () => {
  const { data } = await home.client.tokens.create({ body: { name: 'Nightly import', scopes: ['write'] } });
  const write = (path: string, method: string, body: object, headers = {}) =>
    ask(path, {
      method,
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${data.token}`, 'content-type': 'application/json', ...headers },
    });
  const changed = await write(`/v1/calls/${call_uuid}`, 'PUT', {});
  assert.equal(changed.status, 200);
  assert.match(changed.headers.get('etag') ?? '', /^"\d+"$/);
  assert.deepEqual(((await changed.json()) as { data: object }).data, { uuid: call_uuid });
  const key = { 'idempotency-key': 'once' };
  for (const _ of ['made', 'replayed']) {
    const made = await write('/v1/cases', 'POST', { last_name: 'Hollis' }, key);
    const answer = (await made.json()) as { data: { uuid: string } };
    assert.deepEqual(Object.keys(answer.data), ['uuid']);
    assert.equal((await home.client.cases.get({ case_uuid: answer.data.uuid })).data.case.last_name, 'Hollis');
  }
  assert.equal((await write('/v1/search', 'POST', { q: 'flowers' })).status, 403);
  assert.equal(
    (await ask(`/v1/calls/${call_uuid}`, { headers: { authorization: `Bearer ${data.token}` } })).status,
    403,
  );
});
