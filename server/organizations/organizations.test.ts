import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@pharos/client';
import sql from 'sql-template-tag';
import { openPharos } from '../../test/support/pharos.ts';
import { browserFetch, cookieOf, PASSWORD, secretOf } from '../../test/support/sessions.ts';

const pharos = await openPharos();
const body = { name: 'Evergreen Funeral Home', admin: { email: 'nora@evergreen.example', name: 'Nora Ellery' } };
const count = async () =>
  (await pharos.database.rows(sql`select uuid from organizations union all select uuid from users`)).length;

test('an operator opens an organization, and its first admin signs in by the link and runs it', async () => {
  const operator = await pharos.person('operator');
  const { data, message } = await operator.client.organizations.create({ body });
  assert.equal(message, 'Organization created');
  const { organization, user, invitation } = data;
  assert.equal(organization.name, body.name);
  assert.deepEqual([organization.retention_days, organization.restorable_days], [null, 30]);
  assert.deepEqual([user.email, user.access_level], [body.admin.email, 'admin']);
  assert.equal(user.organization_uuid, organization.uuid);
  assert.deepEqual((await operator.client.organizations.list({ limit: 1 })).data.items, [organization]);

  const accepted = await fetch(`${pharos.baseUrl}/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: secretOf(invitation.link), password: PASSWORD }),
  });
  const admin = createClient({
    baseUrl: pharos.baseUrl,
    fetch: browserFetch(pharos.baseUrl, cookieOf(accepted)),
  });
  assert.deepEqual((await admin.me.get()).data.organization, organization);
  assert.deepEqual((await admin.users.list()).data.items, [user]);
  const actions = (await admin.audit.list()).data.items.map(({ action }) => action);
  assert.ok(actions.includes('organizations.create') && actions.includes('invitations.accept'));
  assert.ok((await admin.audit.verify()).data.intact);
  const [event] = (await operator.client.audit.list({ action: 'organizations.create' })).data.items;
  assert.equal(event?.subject_uuid, organization.uuid);
});

test('sent twice with an Idempotency-Key an organization is opened once, and its link is not shown again', async () => {
  const operator = await pharos.person('operator');
  const ask = () =>
    fetch(`${pharos.baseUrl}/v1/organizations`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${operator.token}`,
        'content-type': 'application/json',
        'idempotency-key': 'evergreen',
      },
      body: JSON.stringify(body),
    });
  assert.equal((await ask()).status, 201);
  const before = await count();
  assert.equal((await ask()).status, 409);
  assert.equal(await count(), before);
});

test('only an operator lists, opens and reads others, and nobody else knows that they are there', async () => {
  const operator = await pharos.person('operator');
  const [home, other] = [await pharos.person(), await pharos.person()];
  const { organization_uuid } = other.actor;
  await assert.rejects(home.client.organizations.list(), { status_code: 403 });
  await assert.rejects(home.client.organizations.create({ body }), { status_code: 403 });
  await assert.rejects(home.client.organizations.get({ organization_uuid }), { status_code: 404 });
  assert.equal((await operator.client.organizations.get({ organization_uuid })).data.uuid, organization_uuid);
  for (const { client } of [home, operator]) {
    const change = client.organizations.patch({ organization_uuid, body: { name: 'Mine' } });
    await assert.rejects(change, { status_code: 404 });
  }
  const viewer = await pharos.person('viewer', other);
  assert.equal((await viewer.client.organizations.get({ organization_uuid })).data.name, 'A home');
});

test('the list is every organization, newest first, page by page', async () => {
  const operator = await pharos.person('operator');
  const uuids: string[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await operator.client.organizations.list({ limit: 2, cursor });
    uuids.push(...data.items.map(({ uuid }) => uuid));
    cursor = data.next_cursor ?? undefined;
  } while (cursor);
  const rows = await pharos.database.rows<{ uuid: string }>(sql`
    select uuid from organizations order by created_at desc, uuid desc`);
  assert.deepEqual(
    uuids,
    rows.map(({ uuid }) => uuid),
  );
});

test('an admin changes the organization by a merge patch, which clears days of retention', async () => {
  const home = await pharos.person();
  const { organization_uuid } = home.actor;
  const change = { organization_uuid, body: { name: 'Evergreen', retention_days: 3650, restorable_days: 14 } };
  const { data, etag } = await home.client.organizations.patch({ ...change, if_match: '"1"' });
  assert.deepEqual({ ...data, ...change.body }, data);
  assert.equal((await home.client.organizations.patch({ ...change, if_match: '"1"' })).etag, etag);
  const cleared = await home.client.organizations.patch({ organization_uuid, body: { retention_days: null } });
  assert.equal(cleared.data.retention_days, null);
  const stale = home.client.organizations.patch({ organization_uuid, body: { name: 'X' }, if_match: etag as string });
  await assert.rejects(stale, { status_code: 412, etag: '"3"' });
  for (const wrong of [{ name: null }, { name: '' }, { restorable_days: null }, { retention_days: -1 }]) {
    await assert.rejects(home.client.organizations.patch({ organization_uuid, body: wrong as never }), {
      status_code: 400,
    });
  }
  assert.deepEqual((await home.client.organizations.get({ organization_uuid })).data, cleared.data);
});

test('an organization without a name or with an admin without an address is not opened', async () => {
  const operator = await pharos.person('operator');
  const before = await count();
  for (const wrong of [{ name: '' }, { admin: {} }, { admin: { email: 'nora' } }, { admin: null }]) {
    const asked = operator.client.organizations.create({ body: { ...body, ...wrong } as never });
    await assert.rejects(asked, { status_code: 400 }, JSON.stringify(wrong));
  }
  assert.equal(await count(), before);
});

test('an admin sets the time zone of the home, and what is none is refused', async () => {
  const admin = await pharos.person('admin');
  const { organization_uuid } = admin.actor;
  const patch = (time_zone: string | null) =>
    admin.client.organizations.patch({ organization_uuid, body: { time_zone } });
  assert.equal((await admin.client.organizations.get({ organization_uuid })).data.time_zone, null);
  assert.equal((await patch('America/Chicago')).data.time_zone, 'America/Chicago');
  for (const none of ['America/Nowhere', 'CST6CDT-7', 'chicago', '../etc']) {
    await assert.rejects(patch(none), { status_code: 400 });
  }
  assert.equal((await admin.client.me.get()).data.organization.time_zone, 'America/Chicago');
  assert.equal((await patch(null)).data.time_zone, null);
});
