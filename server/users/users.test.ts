import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { AccessLevel } from '@pharos/contract/table/route.ts';
import sql from 'sql-template-tag';
import { openPharos, type Person } from '../../test/support/pharos.ts';
import { openUser, secretOf } from '../../test/support/sessions.ts';

const pharos = await openPharos();
const email = 'nora@evergreen.example';

const rowsOf = ({ actor }: Person) =>
  pharos.database.rows<{ email: string; access_level: AccessLevel; version: number }>(sql`
    select email, access_level, version, deactivated_at from users
    where organization_uuid = ${actor.organization_uuid} order by uuid`);

/** Expects a refusal after which the users of the home are as they were. */
const refuses = async (home: Person, status_code: number, asked: () => Promise<unknown>, message = /./) => {
  const before = await rowsOf(home);
  await assert.rejects(asked, { status_code, message });
  assert.deepEqual(await rowsOf(home), before);
};

test('a new user has what was given, and a link that is shown once', async () => {
  const home = await pharos.person();
  const body = { email: 'Nora@Evergreen.example', name: 'Nora Ellery', access_level: 'member' as const };
  const { data, message } = await home.client.users.create({ body });
  assert.equal(message, 'User created');
  const { user, invitation } = data;
  assert.deepEqual({ ...user, ...body, location_uuids: [], deactivated_at: null }, user);
  assert.equal(user.created_by, home.actor.user_uuid);
  assert.ok(invitation.link.startsWith(`${pharos.baseUrl}/welcome#token=pharos_invitation_`));
  const days = (Date.parse(invitation.expires_at) - Date.parse(user.created_at)) / 86_400_000;
  assert.ok(Math.abs(days - 7) < 0.01);

  const read = await home.client.users.get({ user_uuid: user.uuid });
  assert.deepEqual(read.data, user);
  assert.equal(read.etag, '"1"');
  assert.deepEqual((await home.client.users.list()).data.items[0], user);
  assert.ok(!pharos.logged.join('').includes(secretOf(invitation.link)));
});

test('users are listed newest first, page by page, and only those of one organization', async () => {
  const home = await pharos.person();
  await (await pharos.person()).client.users.create({ body: { email, access_level: 'viewer' } });
  const uuids = [home.actor.user_uuid];
  for (const name of ['a', 'b', 'c']) {
    const body = { email: `${name}@evergreen.example`, access_level: 'viewer' as const };
    uuids.unshift((await home.client.users.create({ body })).data.user.uuid);
  }
  const first = (await home.client.users.list({ limit: 3 })).data;
  const second = (await home.client.users.list({ limit: 3, cursor: first.next_cursor as string })).data;
  assert.deepEqual(
    [...first.items, ...second.items].map(({ uuid }) => uuid),
    uuids,
  );
  assert.equal(second.next_cursor, null);
});

test('an e-mail address is one user of an organization in any case of letters, and may be known to several', async () => {
  const home = await pharos.person();
  const { data } = await home.client.users.create({ body: { email, access_level: 'member' } });
  const again = { email: email.toUpperCase(), access_level: 'viewer' as const };
  await refuses(home, 409, () => home.client.users.create({ body: again }), /e-mail address/);
  const other = (await home.client.users.create({ body: { email: 'b@evergreen.example', access_level: 'viewer' } }))
    .data;
  await refuses(home, 409, () =>
    home.client.users.patch({ user_uuid: other.user.uuid, body: { email: 'NORA@evergreen.example' } }),
  );
  await home.client.users.remove({ user_uuid: data.user.uuid });
  await refuses(home, 409, () => home.client.users.create({ body: again }));
  await (await pharos.person()).client.users.create({ body: { email, access_level: 'member' } });
});

test('what is no e-mail address, level or location is refused', async () => {
  const home = await pharos.person();
  const wrong = ['', 'nora', 'nora@', '@evergreen.example', 'no ra@evergreen.example', 'nöra@evergreen.example'];
  for (const address of [...wrong, `${'n'.repeat(250)}@a.example`, 'a\n@b.example', '"a b"@b.example', 12, null]) {
    const body = { email: address as string, access_level: 'viewer' as const };
    await refuses(home, 400, () => home.client.users.create({ body }), /email/);
  }
  const create = (more: object) => home.client.users.create({ body: { email, access_level: 'member', ...more } });
  await refuses(home, 400, () => create({ access_level: 'owner' }), /viewer, member, admin, operator/);
  await refuses(home, 400, () => create({ name: '' }), /at least 1/);
  await refuses(home, 400, () => create({ location_uuids: ['x'] }), /location_uuids/);
  await refuses(home, 404, () => create({ location_uuids: [randomUUID()] }), /Location not found/);
  const stranger = await pharos.person();
  const theirs = (await stranger.client.locations.create({ body: { name: 'Chapel' } })).data.uuid;
  await refuses(home, 404, () => create({ location_uuids: [theirs] }), /Location not found/);
});

test('a merge patch changes what it names, clears the name, and one that changes nothing makes no version', async () => {
  const home = await pharos.person();
  const chapel = (await home.client.locations.create({ body: { name: 'Chapel' } })).data.uuid;
  const { data } = await home.client.users.create({ body: { email, name: 'Nora', access_level: 'member' } });
  const { uuid: user_uuid } = data.user;
  const body = { name: null, location_uuids: [chapel.toUpperCase(), chapel] };
  const patched = await home.client.users.patch({ user_uuid, body, if_match: '"1"' });
  assert.deepEqual([patched.data.name, patched.data.location_uuids, patched.data.email], [null, [chapel], email]);
  assert.equal(patched.etag, '"2"');
  assert.ok(patched.data.updated_at > data.user.updated_at);
  const again = await home.client.users.patch({ user_uuid, body, if_match: '"1"' });
  assert.deepEqual([again.data, again.etag], [patched.data, '"2"']);
  await refuses(home, 412, () => home.client.users.patch({ user_uuid, body: { name: 'N' }, if_match: '"1"' }));
  for (const wrong of [{ email: null }, { location_uuids: null }, { name: 5 }]) {
    await refuses(home, 400, () => home.client.users.patch({ user_uuid, body: wrong as never }));
  }
});

test('nobody makes anybody more than they are themselves, nor changes who is above them', async () => {
  const operator = await pharos.person('operator');
  const admin = await pharos.person('admin', operator);
  const member = await pharos.person('member', operator);
  const above = { user_uuid: operator.actor.user_uuid };
  await refuses(admin, 403, () => admin.client.users.create({ body: { email, access_level: 'operator' } }), /operator/);
  const lift = { user_uuid: admin.actor.user_uuid, access_level: 'operator' as const };
  await refuses(admin, 403, () => admin.client.users.setAccessLevel({ body: lift }));
  const lowered = { ...above, access_level: 'viewer' as const };
  await refuses(admin, 403, () => admin.client.users.setAccessLevel({ body: lowered }), /above/);
  await refuses(admin, 403, () => admin.client.users.patch({ ...above, body: { name: 'X' } }));
  await refuses(admin, 403, () => admin.client.users.remove(above));
  await refuses(admin, 403, () => admin.client.users.invite(above));
  await refuses(admin, 403, () => admin.client.users.restore(above));
  await refuses(admin, 403, () => member.client.users.create({ body: { email, access_level: 'viewer' } }), /admin/);
  const made = await operator.client.users.setAccessLevel({ body: lift });
  assert.deepEqual([made.data, made.message], ['operator', 'Access level updated']);
});

test('a change of level is a version, holds at once, and the same level again changes nothing', async () => {
  const home = await pharos.person();
  const viewer = await pharos.person('viewer', home);
  await assert.rejects(viewer.client.cases.create({ body: {} }), { status_code: 403 });
  const { user_uuid } = viewer.actor;
  for (const expected of ['"2"', '"2"']) {
    await home.client.users.setAccessLevel({ body: { user_uuid: user_uuid.toUpperCase(), access_level: 'member' } });
    assert.equal((await home.client.users.get({ user_uuid })).etag, expected);
  }
  await viewer.client.cases.create({ body: {} });
  const bad = { user_uuid, access_level: 'owner' as never };
  await refuses(home, 400, () => home.client.users.setAccessLevel({ body: bad }));
});

test('a deactivated user is out at once, with every session and token, and stays so for those when restored', async () => {
  const home = await pharos.person();
  const nora = await openUser(pharos, home);
  const { token } = (await nora.client.tokens.create({ body: { name: 'Import' } })).data;
  const headers = { authorization: `Bearer ${token}` };
  const statuses = async () => [
    await nora.client.me.get().then(
      () => 200,
      ({ status_code }) => status_code,
    ),
    (await fetch(`${pharos.baseUrl}/v1/me`, { headers })).status,
  ];
  assert.deepEqual(await statuses(), [200, 200]);
  const user = { user_uuid: nora.user_uuid };
  await refuses(home, 412, () => home.client.users.remove({ ...user, if_match: '"9"' }));
  await home.client.users.remove(user);
  assert.deepEqual(await statuses(), [401, 401]);
  await home.client.users.remove(user);
  assert.ok((await home.client.users.get(user)).data.deactivated_at);
  await refuses(home, 409, () => home.client.users.invite(user), /restore/);

  const restored = await home.client.users.restore(user);
  assert.equal(restored.data.deactivated_at, null);
  assert.deepEqual((await home.client.users.restore(user)).data, restored.data);
  assert.deepEqual(await statuses(), [401, 401]);
});

test('a user who was added and then deactivated cannot accept the invitation, not even when restored', async () => {
  const home = await pharos.person();
  const { data } = await home.client.users.create({ body: { email, access_level: 'member' } });
  const body = { token: secretOf(data.invitation.link) };
  await home.client.invitations.read({ body });
  await home.client.users.remove({ user_uuid: data.user.uuid });
  await assert.rejects(home.client.invitations.read({ body }), { status_code: 404 });
  await home.client.users.restore({ user_uuid: data.user.uuid });
  await assert.rejects(home.client.invitations.read({ body }), { status_code: 404 });
});
