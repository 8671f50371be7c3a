import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openCall, openPharos, type Person } from './support/pharos.ts';

const pharos = await openPharos();
const refused = { status_code: 400 };

const inBatches = async (times: number, work: () => Promise<unknown>) => {
  for (let done = 0; done < times; done += 10) await Promise.all(Array.from({ length: 10 }, work));
};
const uuids = (items: { uuid: string }[]) => items.map(({ uuid }) => uuid);

/** Walks a list to its end; between two pages `meanwhile` happens. */
const walk = async (person: Person, of: 'calls' | 'cases', limit: number, meanwhile: () => Promise<unknown>) => {
  const items: { uuid: string; created_at: string }[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await person.client[of].list({ limit, cursor });
    assert.ok(data.items.length <= limit);
    items.push(...data.items);
    cursor = data.next_cursor ?? undefined;
    await meanwhile();
  } while (cursor !== undefined);
  return items;
};

test('walking 120 calls by pages of 7 while new ones arrive shows each once and misses none', async () => {
  const home = await pharos.person();
  const { case_uuid, call_uuid } = await openCall(home);
  const add = async () => (await home.client.calls.create({ body: { case_uuid } })).data.uuid;
  const before = new Set([call_uuid]);
  await inBatches(120, async () => before.add(await add()));
  const seen = await walk(home, 'calls', 7, () => Promise.all([add(), add(), add()]));
  assert.equal(new Set(uuids(seen)).size, seen.length);
  assert.deepEqual(new Set(uuids(seen)), before);
  // Times leave out trailing zeros, so they are compared at full length.
  const times = seen.map(({ created_at }) => created_at.replace('Z', '').padEnd(20, '.').padEnd(26, '0'));
  assert.deepEqual(times, times.toSorted().reverse());
});

test('walking cases page by page shows each once and misses none', async () => {
  const home = await pharos.person();
  const before = new Set<string>();
  const add = async () => (await home.client.cases.create({ body: {} })).data.uuid;
  await inBatches(30, async () => before.add(await add()));
  const seen = await walk(home, 'cases', 7, add);
  assert.equal(seen.length, 30);
  assert.deepEqual(new Set(uuids(seen)), before);
});

test('rows of one and the same moment are each shown once', async () => {
  const home = await pharos.person();
  const { case_uuid } = await openCall(home);
  await inBatches(20, () => home.client.calls.create({ body: { case_uuid } }));
  await pharos.database.rows(sql`
    update calls set created_at = '2026-11-17T09:14:00.123456Z'
    where organization_uuid = ${home.actor.organization_uuid}`);
  const seen = await walk(home, 'calls', 4, async () => {});
  assert.equal(seen.length, 21);
  assert.equal(new Set(uuids(seen)).size, 21);
});

test('a page has 50 items unless told, at most 200, and the last says that it is the last', async () => {
  const home = await pharos.person();
  await inBatches(60, () => home.client.cases.create({ body: {} }));
  const first = (await home.client.cases.list()).data;
  assert.equal(first.items.length, 50);
  const rest = (await home.client.cases.list({ cursor: first.next_cursor as string })).data;
  assert.equal(rest.items.length, 10);
  assert.equal(rest.next_cursor, null);
  assert.equal((await home.client.cases.list({ limit: 60 })).data.next_cursor, null);
});

test('a limit or a cursor that is none is refused', async () => {
  const { client } = await pharos.person();
  for (const list of [client.calls.list, client.cases.list]) {
    for (const limit of [0, -1, 201, 1.5, Number.NaN]) await assert.rejects(list({ limit }), refused);
    for (const cursor of [
      '',
      'x',
      'MjAyNg',
      Buffer.from(`2026-13-41T00:00:00Z ${randomUUID()}`).toString('base64url'),
    ]) {
      await assert.rejects(list({ cursor }), refused);
    }
  }
});

test('calls are found by each filter, and by several together', async () => {
  const home = await pharos.person();
  const { data: funeral } = await home.client.cases.create({ body: { external_id: '2026-0412' } });
  const { call_uuid: plain, call } = await openCall(home);
  const transcript = { source: 'manual' as const, words: [] };
  const add = async (body: object) =>
    (await home.client.calls.create({ body: { case_uuid: funeral.uuid, ...body } })).data.uuid;
  const labelled = await add({ is_fully_labelled: true });
  const heard = await add({ transcript, provider_metadata: { assembly_ai_id: 'aai-1' } });
  const found = async (query: Parameters<typeof home.client.calls.list>[0]) =>
    uuids((await home.client.calls.list(query)).data.items);

  assert.deepEqual(await found({}), [heard, labelled, plain]);
  assert.deepEqual(await found({ case_uuid: funeral.uuid }), [heard, labelled]);
  assert.deepEqual(await found({ case_uuid: funeral.uuid.toUpperCase() }), [heard, labelled]);
  assert.deepEqual(await found({ is_fully_labelled: true }), [labelled]);
  assert.deepEqual(await found({ is_fully_labelled: false }), [heard, plain]);
  assert.deepEqual(await found({ has_transcript: true }), [heard]);
  assert.deepEqual(await found({ has_transcript: false }), [labelled, plain]);
  assert.deepEqual(await found({ created_after: call.created_at }), [heard, labelled]);
  assert.deepEqual(await found({ created_before: call.created_at }), []);
  assert.deepEqual(await found({ created_before: '2999-01-01T00:00:00Z' }), [heard, labelled, plain]);
  assert.deepEqual(await found({ assembly_ai_id: 'aai-1' }), [heard]);
  assert.deepEqual(await found({ external_id: '2026-0412' }), [heard, labelled]);
  assert.deepEqual(await found({ external_id: '2026-0412', has_transcript: false }), [labelled]);
  assert.deepEqual(await found({ case_uuid: (await openCall(await pharos.person())).case_uuid }), []);

  const [shown] = (await home.client.calls.list({ with_transcript: true })).data.items;
  assert.deepEqual(shown?.transcript, transcript);
  assert.ok(!('transcript' in ((await home.client.calls.list()).data.items[0] as object)));
});

test('cases are found by words of their name, external id and summary, by location and by external id', async () => {
  const home = await pharos.person();
  const location_uuid = randomUUID();
  await pharos.database.rows(sql`
    insert into locations (organization_uuid, uuid, name)
    values (${home.actor.organization_uuid}, ${location_uuid}, 'Chapel')`);
  const add = async (body: object) => (await home.client.cases.create({ body })).data.uuid;
  const hollis = await add({ first_name: 'Margaret', last_name: 'Hollis', external_id: '2026-0412', location_uuid });
  const marsh = await add({ last_name: 'Marsh', summary: '100% of the flowers are lilies, acáso' });
  const found = async (query: Parameters<typeof home.client.cases.list>[0]) =>
    uuids((await home.client.cases.list(query)).data.items);

  assert.deepEqual(await found({ q: 'hollis marg' }), [hollis]);
  assert.deepEqual(await found({ q: '0412' }), [hollis]);
  assert.deepEqual(await found({ q: '100%' }), [marsh]);
  assert.deepEqual(await found({ q: 'MÁRGARET' }), [hollis]);
  assert.deepEqual(await found({ q: 'acaso lilies' }), [marsh]);
  assert.deepEqual(await found({ q: '_' }), []);
  assert.deepEqual(await found({ q: 'hollis marsh' }), []);
  assert.deepEqual(await found({ q: ' ' }), [marsh, hollis]);
  assert.deepEqual(await found({ location_uuid }), [hollis]);
  assert.deepEqual(await found({ external_id: '2026-0412' }), [hollis]);
  assert.deepEqual(await found({ external_id: '0412' }), []);
});

test('cases are found by a day of the person, from one day to another or open at one end', async () => {
  const home = await pharos.person();
  const add = async (body: object) => (await home.client.cases.create({ body })).data.uuid;
  const hollis = await add({ date_of_birth: '1941-03-12', date_of_death: '2026-11-17', date_of_service: '2026-11-21' });
  const marsh = await add({ date_of_death: '2026-11-21' });
  await add({ last_name: 'Planning ahead' });
  const found = async (query: Parameters<typeof home.client.cases.list>[0]) =>
    uuids((await home.client.cases.list(query)).data.items);

  assert.deepEqual(await found({ date_from: '2026-11-21', date_to: '2026-11-21' }), [marsh, hollis]);
  assert.deepEqual(await found({ date_from: '2026-11-21', date_field: 'date_of_service' }), [hollis]);
  assert.deepEqual(await found({ date_from: '2026-11-18', date_field: 'date_of_death' }), [marsh]);
  assert.deepEqual(await found({ date_to: '1941-12-31' }), [hollis]);
  assert.deepEqual(await found({ date_from: '2026-11-22' }), []);
  assert.deepEqual(await found({ date_from: '2026-11-22', date_to: '2026-11-01' }), []);
  assert.equal((await found({ date_field: 'date_of_death' })).length, 3);
  await assert.rejects(home.client.cases.list({ date_from: 'yesterday' }), refused);
  await assert.rejects(home.client.cases.list({ date_field: 'summary' as never }), refused);
});

test('filters of another form are refused, and what is deleted is not listed', async () => {
  const home = await pharos.person();
  const { call_uuid, case_uuid } = await openCall(home);
  await assert.rejects(home.client.calls.list({ case_uuid: 'x' }), refused);
  await assert.rejects(home.client.calls.list({ is_fully_labelled: 'yes' as never }), refused);
  await assert.rejects(home.client.calls.list({ created_after: 'yesterday' }), refused);
  await assert.rejects(home.client.cases.list({ q: 'x'.repeat(201) }), refused);
  await home.client.calls.remove({ call_uuid });
  assert.deepEqual((await home.client.calls.list()).data.items, []);
  await home.client.cases.remove({ case_uuid });
  assert.deepEqual(uuids((await home.client.cases.list({ deleted: true })).data.items), [case_uuid]);
  assert.deepEqual((await home.client.cases.list()).data.items, []);
});
