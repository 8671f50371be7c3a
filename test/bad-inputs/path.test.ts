import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { openCall } from '../support/pharos.ts';
import { openRecordedCall, requireError } from './recorded-call.ts';
import type { Answer } from './wire.ts';

const { pharos, home, call_uuid, case_uuid, path, put, refuses, keeps } = await openRecordedCall();
const of = (name: string) => ({ path: `/v1/calls/${name}`, json: { duration: 9 } });

for (const [name, uuid] of Object.entries({
  'a word': 'first-call',
  'a number': '1',
  'a uuid in braces': `{${call_uuid}}`,
  'a uuid in encoded braces': `%7B${call_uuid}%7D`,
  'a uuid without dashes': call_uuid.replaceAll('-', ''),
  'a uuid as a urn': `urn:uuid:${call_uuid}`,
  'a uuid with a space after it': `${call_uuid}%20`,
  'a uuid with a line break after it': `${call_uuid}%0A`,
  'a uuid that lacks its last digit': call_uuid.slice(0, -1),
  'a uuid with a letter beyond f': `g${call_uuid.slice(1)}`,
  'a uuid in full-width digits': encodeURIComponent('１'.repeat(8) + call_uuid.slice(8)),
  'a NUL': '%00',
  'a uuid with a NUL after it': `${call_uuid}%00`,
  'a path that climbs': '%2e%2e%2f',
  'a path that climbs from a uuid': `${call_uuid}%2f..%2f..%2fcases`,
  SQL: "'%20or%20'1'='1",
  'an empty text': '',
  'the longest text': 'a'.repeat(10_000),
})) {
  test(`${name} in place of the call's uuid is refused`, async () => {
    await refuses(of(uuid), { status: 400, says: /^call_uuid must be a UUID$/ });
  });
}

for (const encoded of ['%c0%ae', '%', '%zz', '%ff', '%ed%a0%80']) {
  test(`an address with the broken encoding ${encoded} is refused`, async () => {
    await refuses(of(encoded), { status: 400 });
  });
}

test('a uuid in upper case names the same call, which is answered in lower case', async () => {
  const { data } = await keeps({ ...of(call_uuid.toUpperCase()) });
  assert.equal(data.uuid, call_uuid);
});

/** A refusal without what differs from request to request. */
const lasting = ({ text }: Answer) => ({ ...JSON.parse(text), request_id: '', timestamp: '' });

test("unknown, deleted and other organizations' calls cannot be told apart", async () => {
  const other = await pharos.person();
  const theirs = await openCall(other);
  const deleted = (await home.client.calls.create({ body: { case_uuid } })).data.uuid;
  await home.client.calls.remove({ call_uuid: deleted });
  const unknown = await refuses(of(randomUUID()), { status: 404, says: /^Call not found$/ });
  for (const uuid of [theirs.call_uuid, deleted, '00000000-0000-0000-0000-000000000000']) {
    assert.deepEqual(lasting(await refuses(of(uuid), { status: 404 })), lasting(unknown));
  }
  assert.equal((await other.client.calls.get({ call_uuid: theirs.call_uuid })).data.duration, null);
});

test('a uuid of any version is looked up', async () => {
  for (const version of '0123456789abcdef') {
    await refuses(of(`0189f7e4-1c2b-${version}def-0123-456789abcdef`), { status: 404 });
  }
});

test('unknown query parameters are ignored', async () => {
  await keeps({
    path: `${path}?limit=x&limit=y&duration=5&q=%00';drop%20table%20calls&__proto__=1`,
    json: { duration: 77 },
  });
});

for (const method of ['POST', 'TRACE', 'OPTIONS']) {
  test(`${method} on a call is refused, naming what is allowed`, async () => {
    const answer = await refuses({ method, json: {} }, { status: 405 });
    assert.deepEqual(answer.headers.get('allow')?.split(', ').sort(), ['DELETE', 'GET', 'HEAD', 'PATCH', 'PUT']);
  });
}

for (const address of ['/v1/call/1', '/v2/calls', `${path}/words`, '//', '/v1/../etc/passwd']) {
  test(`PUT ${address} is no address`, async () => {
    requireError(await put({ path: address, json: {} }), 404);
  });
}

test('forged forwarding headers change nothing', async () => {
  const headers = { 'x-forwarded-for': '10.0.0.1', 'x-forwarded-proto': 'https', 'x-http-method-override': 'DELETE' };
  await keeps({ headers: { ...headers, 'x-forwarded-host': 'evil.test' }, json: { duration: 78 } });
});
