import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import { SUBTITLES } from '../../test/support/requests.ts';

const pharos = await openPharos();

const full = {
  date_of_birth: '1941-03-12',
  date_of_death: '2026-11-17',
  date_of_service: '2026-11-21',
  external_id: '2026-0412',
  first_name: 'Margaret',
  last_name: 'Hollis',
  summary: 'No lilies: Anna is allergic.',
};

const openLocation = async ({ actor }: Person) => {
  const uuid = randomUUID();
  await pharos.database.rows(sql`
    insert into locations (organization_uuid, uuid, name) values (${actor.organization_uuid}, ${uuid}, 'Chapel')`);
  return uuid;
};

test('a new case has what was given, and a GET answers the same with its calls', async () => {
  const home = await pharos.person('member');
  const location_uuid = await openLocation(home);
  const { data, etag, message } = await home.client.cases.create({ body: { ...full, location_uuid } });
  assert.equal(message, 'Case created');
  assert.equal(etag, '"1"');
  assert.deepEqual({ ...data, ...full, location_uuid }, data);
  assert.equal(data.created_by, home.actor.user_uuid);
  assert.deepEqual([data.deleted_at, data.deleted_by], [null, null]);
  const { uuid: case_uuid } = data;
  assert.deepEqual((await home.client.cases.get({ case_uuid })).data, {
    case: data,
    calls: [],
    generation_templates: [],
  });
});

test('a field that is absent or null stays, and a PUT that changes nothing makes no version', async () => {
  const home = await pharos.person();
  const { data, etag } = await home.client.cases.create({ body: full });
  const nothing = Object.fromEntries(Object.keys(full).map((name) => [name, null]));
  for (const body of [{}, nothing, full, data]) {
    const after = await home.client.cases.update({ case_uuid: data.uuid, body });
    assert.deepEqual(after.data, data);
    assert.equal(after.etag, etag);
  }
});

test('a change is answered with a new version, and a stale If-Match is refused', async () => {
  const home = await pharos.person();
  const { data, etag } = await home.client.cases.create({ body: full });
  const change = { case_uuid: data.uuid, body: { summary: 'Lilies after all' }, if_match: etag as string };
  const after = await home.client.cases.update(change);
  assert.notEqual(after.etag, etag);
  assert.notEqual(after.data.updated_at, data.updated_at);
  const stale = home.client.cases.update({ ...change, body: { summary: 'Roses' } });
  await assert.rejects(stale, { status_code: 412, etag: after.etag });
  assert.equal((await home.client.cases.update(change)).etag, after.etag);
});

test('a case is at a location of its own organization', async () => {
  const home = await pharos.person();
  const { uuid: case_uuid } = (await home.client.cases.create({ body: full })).data;
  const [own, theirs] = [await openLocation(home), await openLocation(await pharos.person())];
  for (const location_uuid of [theirs, randomUUID()]) {
    const body = { location_uuid, summary: 'changed' };
    await assert.rejects(home.client.cases.update({ case_uuid, body }), { status_code: 404 });
    await assert.rejects(home.client.cases.create({ body }), { status_code: 404 });
  }
  assert.equal((await home.client.cases.get({ case_uuid })).data.case.summary, full.summary);
  const { data } = await home.client.cases.update({ case_uuid, body: { location_uuid: own.toUpperCase() } });
  assert.equal(data.location_uuid, own);
});

test('a bad field is refused, and nothing is written', async () => {
  const home = await pharos.person();
  const { data, etag } = await home.client.cases.create({ body: full });
  const bad = [
    { date_of_death: '2026-02-30' },
    { date_of_birth: '17.11.2026' },
    { first_name: 7 },
    { location_uuid: '' },
  ];
  for (const one of bad) {
    const body = { summary: 'changed', ...one } as never;
    await assert.rejects(home.client.cases.update({ case_uuid: data.uuid, body }), { status_code: 400 });
    await assert.rejects(home.client.cases.create({ body }), { status_code: 400 });
  }
  const { items } = (await home.client.cases.list()).data;
  assert.deepEqual(items, [data]);
  assert.equal((await home.client.cases.update({ case_uuid: data.uuid, body: {} })).etag, etag);
});

test('cases are read by viewers and written by members of their own organization only', async () => {
  const home = await pharos.person();
  const { uuid: case_uuid } = (await home.client.cases.create({ body: full })).data;
  const [viewer, stranger] = [await pharos.person('viewer', home), await pharos.person()];
  const update = { case_uuid, body: { summary: 'changed' } };
  assert.equal((await viewer.client.cases.get({ case_uuid })).data.case.summary, full.summary);
  assert.equal((await viewer.client.cases.list()).data.items.length, 1);
  await assert.rejects(viewer.client.cases.create({ body: {} }), { status_code: 403 });
  await assert.rejects(viewer.client.cases.update(update), { status_code: 403 });
  await assert.rejects(stranger.client.cases.update(update), { status_code: 404 });
  await assert.rejects(stranger.client.cases.get({ case_uuid }), { status_code: 404 });
  assert.deepEqual((await stranger.client.cases.list()).data.items, []);
  assert.equal((await home.client.cases.get({ case_uuid })).data.case.summary, full.summary);
});

test('a case is read without its calls where these are not wanted, and then no reading of words is recorded', async () => {
  const home = await pharos.person();
  const { case_uuid, call_uuid } = await openCall(home);
  await home.client.calls.importTranscript({ call_uuid, body: SUBTITLES });
  const readings = async () => (await home.client.audit.list({ action: 'cases.get', limit: 200 })).data.items.length;
  const before = await readings();
  const alone = await home.client.cases.get({ case_uuid, include_calls: false });
  assert.equal(await readings(), before);
  const whole = await home.client.cases.get({ case_uuid });
  // The case, and the one call of it that has words.
  assert.equal(await readings(), before + 2);
  assert.equal(whole.data.calls.length, 1);
  assert.deepEqual([alone.data, alone.etag], [{ ...whole.data, calls: [] }, whole.etag]);
});
