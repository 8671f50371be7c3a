import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { openRecordedCall, type Sent } from './recorded-call.ts';

const { pharos, home, path, refuses } = await openRecordedCall();
const viewer = await pharos.person('viewer', home);

const wrong = {
  method: { method: 'POST' },
  address: { path: `${path}/words` },
  token: { headers: { authorization: 'Bearer wrong' } },
  level: { headers: { authorization: `Bearer ${viewer.token}` } },
  uuid: { path: '/v1/calls/first' },
  type: { headers: { 'content-type': 'text/plain' } },
  malformed_type: { headers: { 'content-type': 'json' } },
  encoding: { headers: { 'content-encoding': 'gzip' } },
  length: { headers: { 'content-length': '40000000' } },
  call: { path: `/v1/calls/${randomUUID()}` },
  json: { body: '{"duration": ' },
  schema: { body: '{"duration": "12"}' },
  if_match: { headers: { 'if-match': '"999"' } },
} satisfies Record<string, Sent>;
type Fault = keyof typeof wrong;

/** Faults in the order of their checks: each wins over all after it that can be in the same request. */
const table: [faults: Fault[], status: number][] = [
  [['method', 'token', 'type', 'json'], 405],
  [['address', 'token', 'type', 'json'], 404],
  [['token', 'uuid', 'type', 'json'], 401],
  [['token', 'call', 'length'], 401],
  [['token', 'malformed_type', 'encoding'], 401],
  [['token', 'schema', 'if_match'], 401],
  [['level', 'uuid', 'type', 'json'], 403],
  [['level', 'call', 'malformed_type', 'json'], 403],
  [['uuid', 'type', 'encoding', 'json'], 400],
  [['uuid', 'malformed_type', 'length'], 400],
  [['type', 'call', 'json'], 415],
  [['malformed_type', 'call', 'json'], 415],
  [['encoding', 'call', 'schema'], 415],
  [['length', 'call', 'json'], 413],
  [['call', 'json', 'if_match'], 404],
  [['call', 'schema', 'if_match'], 404],
  [['json', 'if_match'], 400],
  [['schema', 'if_match'], 400],
];

for (const [faults, status] of table) {
  const [first, ...others] = faults.map((fault) => fault.replaceAll('_', ' '));
  test(`a wrong ${first} comes before a wrong ${others.join(', ')}`, async () => {
    const all: Sent[] = faults.map((fault) => wrong[fault]);
    const headers = Object.assign({}, ...all.map((sent) => sent.headers));
    const body = all.find((sent) => sent.body !== undefined)?.body ?? '{"duration": 5}';
    await refuses({ ...Object.assign({}, ...all), headers, body }, { status });
  });
}

test('a wrong uuid is told as such, whatever the body holds', async () => {
  await refuses({ ...wrong.uuid, ...wrong.json }, { status: 400, says: /^call_uuid must be a UUID$/ });
});

test('broken JSON is told before a missing field, and a missing field before a version', async () => {
  await refuses({ body: '{"transcript": {}, ', headers: wrong.if_match.headers }, { status: 400, says: /valid JSON/ });
  await refuses(
    { body: '{"transcript": {}}', headers: wrong.if_match.headers },
    { status: 400, at: '/transcript/source' },
  );
});
