import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openPharos, type Person } from '../../test/support/pharos.ts';

const pharos = await openPharos();
const body = {
  name: 'Chapel on the Hill',
  address: '4 Linden Road',
  retention_days: 3650,
  pre_need_retention_days: null,
};

const open = async ({ client }: Person) => (await client.locations.create({ body })).data.uuid;
const countLocations = async () => (await pharos.database.rows(sql`select from locations`)).length;

test('a location has what was given, and a GET and the list answer the same', async () => {
  const home = await pharos.person();
  const { data, etag } = await home.client.locations.create({ body });
  assert.deepEqual({ ...data, ...body, created_by: home.actor.user_uuid }, data);
  const read = await (await pharos.person('viewer', home)).client.locations.get({ location_uuid: data.uuid });
  assert.deepEqual([read.data, read.etag], [data, etag]);
  const second = (await home.client.locations.create({ body: { name: 'Harbour House' } })).data;
  const first = (await home.client.locations.list({ limit: 1 })).data;
  assert.deepEqual(first.items, [second]);
  const rest = (await home.client.locations.list({ cursor: first.next_cursor as string })).data;
  assert.deepEqual(rest, { items: [data], next_cursor: null });
});

test('a merge patch changes and clears, and one that changes nothing makes no version', async () => {
  const home = await pharos.person();
  const location_uuid = await open(home);
  const change = { location_uuid, body: { address: null, retention_days: 90 }, if_match: '"1"' };
  const { data, etag } = await home.client.locations.patch(change);
  assert.deepEqual([data.address, data.retention_days, data.name, etag], [null, 90, body.name, '"2"']);
  assert.ok(data.updated_at > data.created_at);
  const again = await home.client.locations.patch(change);
  assert.deepEqual([again.data, again.etag], [data, '"2"']);
  const stale = home.client.locations.patch({ ...change, body: { retention_days: 91 } });
  await assert.rejects(stale, { status_code: 412, etag: '"2"' });
});

test('a location of another form is refused, and nothing is made or changed', async () => {
  const home = await pharos.person();
  const location_uuid = await open(home);
  const before = (await home.client.locations.get({ location_uuid })).data;
  const count = await countLocations();
  const wrong = [{ name: '' }, { name: null }, { retention_days: 0 }, { retention_days: 1.5 }, { address: 4 }];
  for (const one of [...wrong, { pre_need_retention_days: 36_501 }]) {
    await assert.rejects(home.client.locations.create({ body: { ...body, ...one } as never }), { status_code: 400 });
    await assert.rejects(home.client.locations.patch({ location_uuid, body: one as never }), { status_code: 400 });
  }
  assert.deepEqual((await home.client.locations.get({ location_uuid })).data, before);
  assert.equal(await countLocations(), count);
});

test('a location goes when nothing names it, and not while a case does, be it deleted, or a user', async () => {
  const home = await pharos.person();
  const location_uuid = await open(home);
  const { data: funeral } = await home.client.cases.create({ body: { location_uuid } });
  const refused = (message: RegExp) =>
    assert.rejects(home.client.locations.remove({ location_uuid }), { status_code: 409, message });
  await refused(/Cases/);
  await home.client.cases.remove({ case_uuid: funeral.uuid });
  await refused(/Cases/);
  await home.client.cases.restore({ case_uuid: funeral.uuid });
  await home.client.cases.patch({ case_uuid: funeral.uuid, body: { location_uuid: null } });
  const { user_uuid } = (await pharos.person('member', home)).actor;
  await home.client.users.patch({ user_uuid, body: { location_uuids: [location_uuid] } });
  await refused(/Users/);
  await home.client.users.patch({ user_uuid, body: { location_uuids: [] } });
  await assert.rejects(home.client.locations.remove({ location_uuid, if_match: '"7"' }), { status_code: 412 });
  await home.client.locations.remove({ location_uuid });
  await assert.rejects(home.client.locations.get({ location_uuid }), { status_code: 404 });
});

test('who names a location while it is deleted either comes first or finds it gone', async () => {
  const home = await pharos.person();
  for (let round = 0; round < 10; round += 1) {
    const location_uuid = await open(home);
    const { user_uuid } = (await pharos.person('member', home)).actor;
    const [named, opened, removed] = await Promise.allSettled([
      home.client.users.patch({ user_uuid, body: { location_uuids: [location_uuid] } }),
      home.client.cases.create({ body: { location_uuid } }),
      home.client.locations.remove({ location_uuid }),
    ]);
    const statuses = [named, opened].map((one) => (one.status === 'rejected' ? one.reason.status_code : 200));
    const expected = removed.status === 'fulfilled' ? [404, 404] : statuses.includes(200) && statuses;
    assert.deepEqual(statuses, expected);
  }
});
