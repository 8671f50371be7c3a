import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallUpdate } from '@pharos/contract/calls.ts';
import sql from 'sql-template-tag';
import { openCall, openPharos } from '../../test/support/pharos.ts';
import { compact } from '../search/compact.ts';
import { dissolveSegments } from '../search/dissolve.ts';

const pharos = await openPharos();

const FACTS = {
  started_at: '2026-11-30T09:14:00-05:00',
  direction: 'incoming',
  from: '(212) 555-0123',
  to: '+1 212 555 0100',
  answered_by: 'Nora Ellery',
  title: 'First call from the family',
  source_call_id: 'CA5f2c',
} satisfies CallUpdate;

test('a call has no facts until somebody tells them', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const { data } = await home.client.calls.get({ call_uuid });
  for (const name of [...Object.keys(FACTS), 'from_e164', 'to_e164'] as (keyof typeof data)[])
    assert.equal(data[name], null);
});

test('facts are kept with each version, compared and restored, with the numbers that are read out of them', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const { calls } = home.client;
  const first = (await calls.update({ call_uuid, body: FACTS })).data;
  assert.deepEqual([first.from_e164, first.to_e164], ['+12125550123', '+12125550100']);
  assert.deepEqual([first.started_at, first.started_at_offset], ['2026-11-30T14:14:00.000000Z', '-05:00']);
  const same = (await calls.update({ call_uuid, body: { ...FACTS, started_at: '2026-11-30T14:14:00Z' } })).data;
  assert.equal(same.updated_at, first.updated_at, 'the same instant in another offset is no change');
  assert.equal(same.started_at_offset, '-05:00');
  await calls.update({ call_uuid, body: { from: 'anonymous', title: 'Withheld' } });
  const { call } = (await calls.version({ call_uuid, version: 2 })).data;
  assert.deepEqual([call.from, call.from_e164, call.title], [FACTS.from, '+12125550123', FACTS.title]);
  assert.deepEqual((await calls.diff({ call_uuid, version: 2 })).data.fields, [
    { field: 'from', before: FACTS.from, after: 'anonymous' },
    { field: 'title', before: FACTS.title, after: 'Withheld' },
  ]);
  const restored = (await calls.restoreVersion({ call_uuid, version: 2 })).data;
  assert.deepEqual({ ...restored, updated_at: '' }, { ...first, updated_at: '' });
  const later = (await calls.update({ call_uuid, body: { started_at: '2026-11-30T14:15:00Z' } })).data;
  assert.equal(later.started_at_offset, null);
});

test('a patch clears facts, and the numbers that were read out of them', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await home.client.calls.update({ call_uuid, body: FACTS });
  const cleared = Object.fromEntries(Object.keys(FACTS).map((name) => [name, null]));
  const { data } = await home.client.calls.patch({ call_uuid, body: cleared });
  for (const name of [...Object.keys(FACTS), 'from_e164', 'to_e164'] as (keyof typeof data)[])
    assert.equal(data[name], null);
});

test('lists run by when a call was, page by page, and by when it was added where nobody has said', async () => {
  const home = await pharos.person();
  const { case_uuid, call_uuid } = await openCall(home);
  const add = async (started_at?: string) =>
    (await home.client.calls.create({ body: { case_uuid, started_at } })).data.uuid;
  const [oldest, old] = [await add('2001-02-03T04:05:06Z'), await add('2001-02-03T04:05:06Z')].sort();
  const ahead = await add('2999-01-01T00:00:00Z');
  const order = [ahead, call_uuid, old, oldest];
  const seen: string[] = [];
  for (let cursor: string | undefined; seen.length < 9; ) {
    const { data } = await home.client.calls.list({ limit: 1, cursor });
    seen.push(...data.items.map(({ uuid }) => uuid));
    if (data.next_cursor === null) break;
    cursor = data.next_cursor;
  }
  assert.deepEqual(seen, order);
  const { data } = await home.client.cases.get({ case_uuid });
  assert.deepEqual(
    data.calls.map(({ uuid }) => uuid),
    order.toReversed(),
  );
  const listed = async (query: Parameters<typeof home.client.calls.list>[0]) =>
    (await home.client.calls.list(query)).data.items.map(({ uuid }) => uuid);
  assert.deepEqual(await listed({ started_before: '2001-02-03T04:05:06.000001Z' }), [old, oldest]);
  assert.deepEqual(await listed({ started_before: '2001-02-03T04:05:06Z' }), []);
  assert.deepEqual(await listed({ started_after: '2001-02-03T04:05:06Z' }), [ahead, call_uuid]);
});

test('calls are found by a number however it is written, by direction and by their id in the telephone system', async () => {
  const home = await pharos.person();
  const { case_uuid, call_uuid } = await openCall(home);
  const neighbour = await openCall(await pharos.person());
  assert.ok(neighbour);
  await home.client.calls.update({ call_uuid, body: FACTS });
  const back = { case_uuid, direction: 'outgoing', to: '212.555.0123', from: '101' } as const;
  const returned = (await home.client.calls.create({ body: back })).data.uuid;
  const found = async (query: Parameters<typeof home.client.calls.list>[0]) =>
    new Set((await home.client.calls.list(query)).data.items.map(({ uuid }) => uuid));
  for (const number of ['2125550123', '+1 (212) 555-0123', '1-212-555-0123'])
    assert.deepEqual(await found({ number }), new Set([call_uuid, returned]), number);
  assert.deepEqual(await found({ number: '101' }), new Set([returned]));
  assert.deepEqual(await found({ number: '5550123' }), new Set());
  assert.deepEqual(await found({ direction: 'outgoing' }), new Set([returned]));
  assert.deepEqual(await found({ source_call_id: FACTS.source_call_id }), new Set([call_uuid]));
  await assert.rejects(found({ direction: 'inbound' as 'incoming' }), { status_code: 400 });
});

const said = (text: string) => ({
  source: 'manual' as const,
  words: [{ text, start_ms: 0, end_ms: 1, confidence: 1 }],
});

test('a search runs and filters by when a call was, also once that is corrected, and a purge still finds it', async () => {
  const home = await pharos.person('admin');
  const { case_uuid } = await openCall(home);
  const { organization_uuid } = home.actor;
  const database = pharos.served.scopedTo({ organization_uuid });
  const add = async (started_at: string) => {
    const body = {
      case_uuid,
      started_at,
      direction: 'incoming',
      from: FACTS.from,
      transcript: said('lilies'),
    } as const;
    return (await home.client.calls.create({ body })).data.uuid;
  };
  const [first, second] = [await add('2026-11-01T09:00:00Z'), await add('2026-11-02T09:00:00Z')];
  const find = async (more: object = {}) => {
    const { data } = await home.client.search.post({ body: { q: 'lilies', order: 'newest', ...more } });
    return data.items.map(({ call }) => call.uuid);
  };
  const move = (started_at: string) => home.client.calls.update({ call_uuid: first, body: { started_at } });
  const settle = () => compact(database, organization_uuid, { all: true });
  assert.deepEqual(await find(), [second, first]);
  await settle();
  assert.deepEqual(await find(), [second, first]);
  await move('2026-11-03T09:00:00Z');
  for (const settled of [false, true]) {
    if (settled) await settle();
    assert.deepEqual(await find(), [first, second]);
    assert.deepEqual(await find({ from: '2026-11-02T12:00:00Z' }), [first]);
    assert.deepEqual(await find({ to: '2026-11-02T12:00:00Z' }), [second]);
    assert.deepEqual(await find({ limit: 1 }), [first]);
  }
  await move('2026-11-01T09:00:00Z');
  assert.deepEqual(await find(), [second, first]);
  await settle();
  assert.deepEqual(await find(), [second, first]);
  assert.deepEqual(await find({ number: '2125550123', direction: 'incoming' }), [second, first]);
  assert.deepEqual(await find({ direction: 'outgoing' }), []);
  const { missing, wrong } = (await home.client.search.verifyIndex()).data;
  assert.deepEqual([missing, wrong], [0, 0]);
  await database.transaction((tx) => dissolveSegments(tx, organization_uuid, [first]));
  const left = await pharos.database.rows<{ documents: Buffer }>(sql`
    select documents from search_segments where organization_uuid = ${organization_uuid}`);
  assert.ok(left.every(({ documents }) => !documents.includes(first)));
});

test('a document and its name say what is known of the call', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await home.client.calls.update({ call_uuid, body: { ...FACTS, transcript: said('lilies') } });
  const response = await home.client.calls.exportTranscript({
    call_uuid,
    format: 'txt',
    time_zone: 'America/New_York',
  });
  assert.match(response.headers.get('content-disposition') ?? '', /First call from the family\.txt/);
  const text = await response.text();
  for (const line of [
    /^First call from the family$/m,
    /^Date and time: November 30, 2026 at 9:14 AM EST$/m,
    /^Direction: Incoming$/m,
    /^From: \(212\) 555-0123$/m,
    /^To: \+1 212 555 0100$/m,
    /^Taken by: Nora Ellery$/m,
  ])
    assert.match(text, line);
  assert.doesNotMatch(text, /Added/);
  const file = await home.client.calls.exportTranscript({ call_uuid, format: 'json' });
  const json = (await file.json()) as Record<string, unknown>;
  assert.deepEqual([json.started_at, json.from, json.title], ['2026-11-30T14:14:00.000000Z', FACTS.from, FACTS.title]);
});
