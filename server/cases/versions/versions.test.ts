import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openPharos, type Person } from '../../../test/support/pharos.ts';

const pharos = await openPharos();
const missing = { status_code: 404 };

/** A case with three versions: named, with a summary and a day, with another summary. */
const openHistory = async ({ client: { cases } }: Person) => {
  const first = (await cases.create({ body: { first_name: 'Margaret', last_name: 'Hollis' } })).data;
  const case_uuid = first.uuid;
  const second = (await cases.update({ case_uuid, body: { summary: 'No lilies', date_of_death: '2026-11-17' } })).data;
  const third = (await cases.patch({ case_uuid, body: { summary: 'Roses', first_name: null } })).data;
  return { case_uuid, first, second, third };
};

test('the versions of a case are listed newest first, and each is the case as it was', async () => {
  const home = await pharos.person('member');
  const { case_uuid, first, second, third } = await openHistory(home);
  const page = (await home.client.cases.versions({ case_uuid, limit: 2 })).data;
  const rest = (await home.client.cases.versions({ case_uuid, cursor: page.next_cursor as string })).data;
  assert.equal(rest.next_cursor, null);
  assert.deepEqual(
    [...page.items, ...rest.items].map(({ version, changed, note }) => [version, changed.toSorted(), note]),
    [
      [3, ['first_name', 'summary'], null],
      [2, ['date_of_death', 'summary'], null],
      [1, ['first_name', 'last_name'], null],
    ],
  );
  for (const [index, state] of [first, second, third].entries()) {
    const { data, etag } = await home.client.cases.version({ case_uuid, version: index + 1 });
    assert.deepEqual(data.case, state);
    assert.deepEqual([data.created_at, data.created_by], [state.updated_at, home.actor.user_uuid]);
    assert.equal(etag, `"${index + 1}"`);
  }
});

test('a version of a case is restored as a new one, and restoring what is so already makes none', async () => {
  const home = await pharos.person();
  const { case_uuid, first } = await openHistory(home);
  const stale = { case_uuid, version: 1, if_match: '"2"' };
  await assert.rejects(home.client.cases.restoreVersion(stale), { status_code: 412, etag: '"3"' });
  const { data, etag, message } = await home.client.cases.restoreVersion({ ...stale, if_match: '"3"' });
  assert.deepEqual({ ...data, updated_at: first.updated_at }, first);
  assert.deepEqual([etag, message], ['"4"', 'Version restored']);
  assert.deepEqual((await home.client.cases.get({ case_uuid })).data.case, data);
  assert.equal((await home.client.cases.restoreVersion(stale)).etag, '"4"');
  const [newest] = (await home.client.cases.versions({ case_uuid, limit: 1 })).data.items;
  assert.deepEqual([newest?.version, newest?.note], [4, { kind: 'restored', version: 1 }]);
});

test('two versions of a case are compared field by field', async () => {
  const home = await pharos.person('viewer', await pharos.person());
  const { case_uuid } = await openHistory(await pharos.person('member', home));
  const { data, etag } = await home.client.cases.diff({ case_uuid, version: 2 });
  assert.equal(etag, '"2-3"');
  assert.deepEqual(data, {
    from: 2,
    to: 3,
    fields: [
      { field: 'first_name', before: 'Margaret', after: null },
      { field: 'summary', before: 'No lilies', after: 'Roses' },
    ],
  });
  assert.deepEqual((await home.client.cases.diff({ case_uuid, version: 3, to: 3 })).data.fields, []);
});

test('two people who restore a case at once are both served, one after the other', async () => {
  const home = await pharos.person();
  const { case_uuid } = await openHistory(home);
  const restore = (version: number) => home.client.cases.restoreVersion({ case_uuid, version });
  const done = await Promise.all([restore(1), restore(2)]);
  assert.deepEqual(done.map(({ etag }) => etag).sort(), ['"4"', '"5"']);
});

test('a case goes back to a location only while that is there', async () => {
  const home = await pharos.person();
  const { organization_uuid } = home.actor;
  const location_uuid = randomUUID();
  await pharos.database.rows(sql`
    insert into locations (organization_uuid, uuid, name) values (${organization_uuid}, ${location_uuid}, 'Chapel')`);
  const { uuid: case_uuid } = (await home.client.cases.create({ body: { location_uuid } })).data;
  await home.client.cases.patch({ case_uuid, body: { location_uuid: null } });
  assert.equal((await home.client.cases.restoreVersion({ case_uuid, version: 1 })).data.location_uuid, location_uuid);
  await home.client.cases.patch({ case_uuid, body: { location_uuid: null } });
  await pharos.database.rows(sql`delete from locations where uuid = ${location_uuid}`);
  await assert.rejects(home.client.cases.restoreVersion({ case_uuid, version: 1 }), { status_code: 409 });
  assert.equal((await home.client.cases.get({ case_uuid })).data.case.location_uuid, null);
});

test('versions that are not there, of a case that is not there, and of others', async () => {
  const home = await pharos.person();
  const { case_uuid, third } = await openHistory(home);
  const [viewer, stranger] = [await pharos.person('viewer', home), await pharos.person()];
  for (const version of [4, 2_147_483_647, 2 ** 31]) {
    await assert.rejects(home.client.cases.version({ case_uuid, version }), {
      ...missing,
      message: 'Version not found',
    });
    await assert.rejects(home.client.cases.diff({ case_uuid, version }), missing);
    await assert.rejects(home.client.cases.restoreVersion({ case_uuid, version }), missing);
  }
  await assert.rejects(home.client.cases.diff({ case_uuid, version: 1, to: 4 }), missing);
  await assert.rejects(home.client.cases.version({ case_uuid, version: 0 }), { status_code: 400 });
  await assert.rejects(viewer.client.cases.restoreVersion({ case_uuid, version: 1 }), { status_code: 403 });
  await assert.rejects(stranger.client.cases.restoreVersion({ case_uuid, version: 1 }), missing);
  await assert.rejects(stranger.client.cases.versions({ case_uuid }), missing);
  await assert.rejects(stranger.client.cases.version({ case_uuid, version: 1 }), missing);
  await assert.rejects(stranger.client.cases.diff({ case_uuid, version: 1 }), missing);
  assert.deepEqual((await home.client.cases.get({ case_uuid })).data.case, third);
  await home.client.cases.remove({ case_uuid });
  const gone = { ...missing, message: 'Case not found' };
  await assert.rejects(home.client.cases.versions({ case_uuid }), gone);
  await assert.rejects(home.client.cases.version({ case_uuid, version: 1 }), gone);
  await assert.rejects(home.client.cases.diff({ case_uuid, version: 1 }), gone);
  await assert.rejects(home.client.cases.restoreVersion({ case_uuid, version: 1 }), gone);
});
