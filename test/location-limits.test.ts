import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXAMPLE_IDS } from '@pharos/contract/table/example-ids.ts';
import { pathNames } from '@pharos/contract/table/route.ts';
import { allRoutes } from '@pharos/contract/table/routes.ts';
import sql from 'sql-template-tag';
import { openPharos, type Person } from './support/pharos.ts';
import { pathOf, validBody } from './support/requests.ts';

const pharos = await openPharos();
const home = await pharos.person();
const refused = { status_code: 403 };

const openLocation = async (name: string) => (await home.client.locations.create({ body: { name } })).data.uuid;
const [chapel, harbour] = [await openLocation('Chapel'), await openLocation('Harbour')];

const openCallAt = async (location_uuid: string | null) => {
  const { data: funeral } = await home.client.cases.create({ body: { last_name: 'Hollis', location_uuid } });
  const { data: call } = await home.client.calls.create({ body: { case_uuid: funeral.uuid } });
  return { case_uuid: funeral.uuid, call_uuid: call.uuid };
};
const [here, there, anywhere] = [await openCallAt(chapel), await openCallAt(harbour), await openCallAt(null)];

/** Somebody of the home who works at the chapel alone. */
const limited = async (access_level: 'viewer' | 'member' | 'admin' = 'member'): Promise<Person> => {
  const person = await pharos.person(access_level, home);
  await home.client.users.patch({ user_uuid: person.actor.user_uuid, body: { location_uuids: [chapel] } });
  return person;
};
const member = await limited();

const everything = () =>
  pharos.database.rows(sql`
    select cases.uuid, cases.version, cases.deleted_at, calls.uuid, calls.version, calls.deleted_at,
      (select count(*) from call_versions), (select count(*) from case_versions), (select count(*) from transcripts)
    from cases left join calls on calls.case_uuid = cases.uuid
    order by cases.uuid, calls.uuid`);

test('a member of one location lists its cases and calls and those of none, and an admin all', async () => {
  const shown = async ({ client }: Person) => [
    (await client.cases.list()).data.items.map(({ uuid }) => uuid),
    (await client.calls.list()).data.items.map(({ uuid }) => uuid),
  ];
  for (const person of [member, await limited('viewer')]) {
    assert.deepEqual(await shown(person), [
      [anywhere.case_uuid, here.case_uuid],
      [anywhere.call_uuid, here.call_uuid],
    ]);
  }
  const all = [anywhere, there, here];
  assert.deepEqual(await shown(await limited('admin')), [
    all.map(({ case_uuid }) => case_uuid),
    all.map(({ call_uuid }) => call_uuid),
  ]);
  assert.deepEqual((await member.client.cases.list({ location_uuid: harbour })).data.items, []);
  assert.deepEqual((await member.client.calls.list({ case_uuid: there.case_uuid })).data.items, []);
});

const ofCases = allRoutes.filter(({ route }) => pathNames(route.path).some((name) => name in here));
for (const { name, route } of ofCases.filter(({ route }) => ['viewer', 'member'].includes(route.access))) {
  test(`${name} at another location is 403 and writes nothing`, async () => {
    const before = await everything();
    const { body, type } = validBody(route);
    const headers = { authorization: `Bearer ${member.token}`, ...(type && { 'content-type': type }) };
    const ids = { ...EXAMPLE_IDS, ...there, version: '1' };
    const response = await fetch(pharos.baseUrl + pathOf(route, ids), { method: route.method, body, headers });
    assert.equal(response.status, 403);
    assert.match(JSON.parse(await response.text()).message, /another location/);
    assert.deepEqual(await everything(), before);
  });
}

test('a member reads and writes at their own location and what is at none', async () => {
  for (const { case_uuid, call_uuid } of [here, anywhere]) {
    await member.client.cases.get({ case_uuid });
    await member.client.cases.update({ case_uuid, body: { summary: 'No lilies' } });
    await member.client.calls.update({ call_uuid, body: { duration: 12 } });
  }
});

test('nothing is opened at, or moved to, a location that is not one’s own', async () => {
  const before = await everything();
  const { client } = member;
  await assert.rejects(client.cases.create({ body: { location_uuid: harbour } }), refused);
  await assert.rejects(client.cases.update({ ...here, body: { location_uuid: harbour } }), refused);
  await assert.rejects(client.cases.patch({ ...here, body: { location_uuid: harbour } }), refused);
  await assert.rejects(client.calls.create({ body: { case_uuid: there.case_uuid } }), refused);
  assert.deepEqual(await everything(), before);
});

test('an admin has no limit', async () => {
  const { client } = await limited('admin');
  await client.cases.get(there);
  await client.calls.update({ call_uuid: there.call_uuid, body: { duration: 7 } });
  await client.cases.update({ case_uuid: there.case_uuid, body: { summary: 'Lilies' } });
});

test('a limit that is lifted holds no more', async () => {
  const viewer = await limited('viewer');
  await assert.rejects(viewer.client.calls.get(there), refused);
  await home.client.users.patch({ user_uuid: viewer.actor.user_uuid, body: { location_uuids: [] } });
  await viewer.client.calls.get(there);
});

test('somebody who is limited to locations takes no case out of its own, where everybody would see it', async () => {
  const { case_uuid } = here;
  await assert.rejects(member.client.cases.patch({ case_uuid, body: { location_uuid: null } }), refused);
  await (await limited('admin')).client.cases.patch({ case_uuid, body: { location_uuid: null } });
  await home.client.cases.patch({ case_uuid, body: { location_uuid: chapel } });
});
