import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { createClient } from '@pharos/client';
import sql from 'sql-template-tag';
import { openPharos } from '../../test/support/pharos.ts';
import { browserFetch, cookieOf, openUser, PASSWORD, type SignedIn } from '../../test/support/sessions.ts';

const pharos = await openPharos();
const { baseUrl, database } = pharos;
const home = await pharos.person();
const admin = await openUser(pharos, home, 'admin');
const { data: chapel } = await home.client.locations.create({ body: { name: 'A chapel' } });

/** Another browser of the same user. */
const signInAgain = async (email: string, user_agent: string) => {
  const response = await fetch(`${baseUrl}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': user_agent },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  return createClient({ baseUrl, fetch: browserFetch(baseUrl, cookieOf(response)) });
};

test('a user sees their sessions and nobody else’s, each with its browser and where it began', async () => {
  const nora = await openUser(pharos, home);
  await openUser(pharos, home);
  const tablet = await signInAgain(nora.email, 'A tablet');
  await (await signInAgain(nora.email, 'x'.repeat(1_000))).sessions.end();
  const { items } = (await tablet.sessions.list()).data;
  assert.deepEqual(
    items.map(({ user_agent, address, is_current }) => [user_agent, address, is_current]),
    [
      ['A tablet', '127.0.0.1', true],
      ['node', '127.0.0.1', false],
    ],
  );
  const first = (await nora.client.sessions.list({ limit: 1 })).data;
  assert.equal(first.items[0]?.uuid, items[0]?.uuid);
  const rest = (await nora.client.sessions.list({ cursor: first.next_cursor as string })).data;
  assert.deepEqual(rest, { items: [{ ...items[1], is_current: true }], next_cursor: null });
});

test('a session that is ended is over at once, and so are all the others', async () => {
  const nora = await openUser(pharos, home);
  const [one, two] = [await signInAgain(nora.email, 'one'), await signInAgain(nora.email, 'two')];
  const { items } = (await nora.client.sessions.list()).data;
  await nora.client.sessions.endOne({ session_uuid: items.find((item) => item.user_agent === 'one')?.uuid as string });
  await assert.rejects(one.me.get(), { status_code: 401 });
  await two.me.get();
  await nora.client.sessions.endOthers();
  await assert.rejects(two.me.get(), { status_code: 401 });
  assert.deepEqual(
    (await nora.client.sessions.list()).data.items.map(({ is_current }) => is_current),
    [true],
  );
  const ended = (await home.client.audit.list({ actor_uuid: nora.user_uuid })).data.items.map(({ action }) => action);
  assert.ok(ended.includes('sessions.endOne') && ended.includes('sessions.endOthers'));
});

test('a session that is over, unknown or somebody else’s cannot be ended', async () => {
  const [nora, theo] = [await openUser(pharos, home, 'admin'), await openUser(pharos, home)];
  const of = async ({ client }: SignedIn) => (await client.sessions.list()).data.items[0]?.uuid as string;
  for (const session_uuid of [randomUUID(), await of(theo)])
    await assert.rejects(nora.client.sessions.endOne({ session_uuid }), { status_code: 404, message: /Session/ });
  await theo.client.me.get();
});

/** Changes that last longer than the session that asks for them. */
const LASTING: Record<string, (by: SignedIn, user_uuid: string) => Promise<unknown>> = {
  'a token': ({ client }) => client.tokens.create({ body: { name: 'Import' } }),
  'a new user': ({ client }) =>
    client.users.create({ body: { email: `${randomUUID()}@evergreen.example`, access_level: 'viewer' } }),
  'an invitation': ({ client }, user_uuid) => client.users.invite({ user_uuid }),
  'another level': ({ client }, user_uuid) =>
    client.users.setAccessLevel({ body: { user_uuid, access_level: 'admin' } }),
  'another e-mail address': ({ client }, user_uuid) =>
    client.users.patch({ user_uuid, body: { email: `${randomUUID()}@evergreen.example` } }),
  'other locations': ({ client }, user_uuid) => client.users.patch({ user_uuid, body: { location_uuids: [] } }),
  'a user who comes back': ({ client }, user_uuid) => client.users.restore({ user_uuid }),
  'a purge': ({ client }) => client.retention.purge(),
};

const confirmedAgo = (minutes: number) =>
  database.rows(sql`
    update sessions set confirmed_at = clock_timestamp() - make_interval(mins => ${minutes})
    where user_uuid = ${admin.user_uuid}`);

for (const [what, ask] of Object.entries(LASTING)) {
  test(`${what} takes the password again where it was sent more than 15 minutes ago`, async () => {
    const { actor } = await pharos.person('viewer', home);
    const { user_uuid } = actor;
    await home.client.users.patch({ user_uuid, body: { location_uuids: [chapel.uuid] } });
    await confirmedAgo(16);
    await assert.rejects(ask(admin, user_uuid), { status_code: 403, code: 'password_confirmation_required' });
    await admin.client.sessions.confirm({ body: { password: PASSWORD } });
    await ask(admin, user_uuid);
    await confirmedAgo(14);
    await ask(admin, user_uuid);
  });
}

test('a change of a name alone takes no password', async () => {
  await confirmedAgo(16);
  const { user_uuid, email } = admin;
  await admin.client.users.patch({ user_uuid, body: { name: 'Nora Ellery', email, location_uuids: [] } });
});

test('a wrong password confirms nothing, is in the audit, and cannot be tried for ever', async () => {
  const theo = await openUser(pharos, home, 'admin');
  await database.rows(sql`update sessions set confirmed_at = null where user_uuid = ${theo.user_uuid}`);
  const guess = () => theo.client.sessions.confirm({ body: { password: 'another password' } });
  for (let tried = 0; tried < 10; tried += 1)
    await assert.rejects(guess(), { status_code: 403, code: 'incorrect_current_password' });
  await assert.rejects(guess(), { status_code: 429 });
  await assert.rejects(theo.client.tokens.create({ body: { name: 'x' } }), { status_code: 403 });
  const query = { action: 'sessions.confirm', actor_uuid: theo.user_uuid, outcome: 'refused' as const };
  assert.equal((await home.client.audit.list(query)).data.items.length, 11);
});
