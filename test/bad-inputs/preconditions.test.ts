import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openCall } from '../support/pharos.ts';
import { openRecordedCall, requireError } from './recorded-call.ts';

const call = await openRecordedCall();
const { pharos, home, call_uuid, path, put, refuses, keeps, state } = call;
let seconds = 1000;
/** A body that differs from what is stored. */
const another = () => ({ duration: ++seconds });

const wrong = (etag: string): [name: string, if_match: string][] => [
  ['an older version', '"1"'],
  ['a version to come', '"999999"'],
  ['a weak form of an older version', 'W/"1"'],
  ['an older version as a proxy compresses it', '"1-gzip"'],
  ['the current version with an ending of no compression', etag.replace(/"$/, '-x"')],
  ['the current version without quotes', etag.slice(1, -1)],
  ['what is no ETag', "' or 1=1"],
  ['nothing', ''],
];

for (const [index, [name]] of wrong('""').entries()) {
  test(`a change with If-Match naming ${name} is refused with the current ETag`, async () => {
    const { etag } = await state();
    const [, if_match = ''] = wrong(etag as string)[index] ?? [];
    const answer = await refuses(
      { headers: { 'if-match': if_match }, json: another() },
      { status: 412, says: /If-Match/ },
    );
    assert.equal(answer.headers.get('etag'), etag);
  });
}

test('a change with If-Match naming the current version is made', async () => {
  const ending = (suffix: string) => (etag: string) => etag.replace(/"$/, `${suffix}"`);
  const by_proxies = [(etag: string) => `W/${etag}`, ...['-gzip', ';gzip', '--gzip', '-br', ':zstd'].map(ending)];
  const weak_and_ended = (etag: string) => `W/${ending('-gzip')(etag)}`;
  for (const matching of [
    (etag: string) => etag,
    (etag: string) => `"1", ${etag}`,
    () => '*',
    ...by_proxies,
    weak_and_ended,
    (etag: string) => `W/"1", W/${etag}`,
  ]) {
    const { etag } = await state();
    await keeps({ headers: { 'if-match': matching(etag as string) }, json: another() });
  }
});

test('a stale If-Match passes where the call already is as asked', async () => {
  const json = another();
  const { etag } = await keeps({ json });
  assert.equal((await keeps({ headers: { 'if-match': '"1"' }, json })).etag, etag);
});

test('the same PUT twice makes one version', async () => {
  const json = { ...another(), speaker_labels: { '0': 'A' }, transcript: { source: 'manual', words: [] } };
  const first = await keeps({ json });
  const before = await state();
  assert.deepEqual(await keeps({ json }), first);
  assert.deepEqual(await state(), before);
});

test('PUTs of different fields at once all survive', async () => {
  const bodies = [another(), { file_name: 'at once' }, { speaker_labels: { z: 1 } }, { provider_metadata: { z: 2 } }];
  const answers = await Promise.all(bodies.map((json) => put({ json })));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  const { data } = await state();
  assert.deepEqual({ ...data, ...Object.assign({}, ...bodies) }, data);
});

test('of PUTs of one field at once one whole value stays, and the others are versions', async () => {
  const labels = Array.from({ length: 8 }, (_, racer) => ({ a: racer, b: { c: racer } }));
  const answers = await Promise.all(labels.map((speaker_labels) => put({ json: { speaker_labels } })));
  assert.equal(new Set(answers.map(({ headers }) => headers.get('etag'))).size, labels.length);
  const { data } = await state();
  assert.ok(labels.some((one) => JSON.stringify(one) === JSON.stringify(data.speaker_labels)));
  const kept = await pharos.database.rows<{ label: string }>(sql`
    select speaker_labels ->> 'a' as label from call_versions where call_uuid = ${call_uuid}
    order by version desc limit ${labels.length}`);
  assert.deepEqual(kept.map(({ label }) => Number(label)).sort(), [0, 1, 2, 3, 4, 5, 6, 7]);
});

test('of PUTs at once with the same If-Match one is made', async () => {
  const { etag } = await state();
  const headers = { 'if-match': etag as string };
  const answers = await Promise.all(Array.from({ length: 6 }, () => put({ headers, json: another() })));
  const refused = answers.filter(({ status }) => status !== 200);
  assert.equal(refused.length, 5);
  for (const answer of refused) requireError(answer, 412);
});

test('a PUT that races the deletion of its call never brings it back', async () => {
  for (let race = 0; race < 10; race++) {
    const { call_uuid } = await openCall(home);
    const [answer] = await Promise.all([
      put({ path: `/v1/calls/${call_uuid}`, json: another() }),
      home.client.calls.remove({ call_uuid }),
    ]);
    if (answer.status !== 200) requireError(answer, 404);
    requireError(await put({ path: `/v1/calls/${call_uuid}`, json: another() }), 404);
    await assert.rejects(home.client.calls.get({ call_uuid }), { status_code: 404 });
  }
});

test('updated_at rises with every change', async () => {
  let before = (await state()).data.updated_at;
  for (let change = 0; change < 5; change++) {
    const { data } = await keeps({ path, json: another() });
    assert.ok(data.updated_at.padEnd(27) > before.padEnd(27), `${data.updated_at} after ${before}`);
    before = data.updated_at;
  }
});

test('a GET that names the version it has, as a proxy made it, is 304', async () => {
  const { etag } = await state();
  for (const known of [`W/${etag}`, (etag as string).replace(/"$/, '-gzip"'), `"1", ${etag}`]) {
    const headers = { authorization: `Bearer ${home.token}`, 'if-none-match': known };
    assert.equal((await fetch(`${pharos.baseUrl}${path}`, { headers })).status, 304, known);
  }
});
