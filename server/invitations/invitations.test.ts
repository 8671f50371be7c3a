import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openPharos, type Person } from '../../test/support/pharos.ts';
import { cookieOf, openUser, PASSWORD, secretOf } from '../../test/support/sessions.ts';
import { invite } from '../platform/auth/invitation.ts';
import { mintSecret } from '../platform/auth/secret.ts';

const pharos = await openPharos();
const home = await pharos.person();
let people = 0;

const inviteSomebody = async () => {
  people += 1;
  const body = { email: `new-${people}@evergreen.example`, name: 'Nora', access_level: 'member' as const };
  const { data } = await home.client.users.create({ body });
  return { token: secretOf(data.invitation.link), user: data.user, expires_at: data.invitation.expires_at };
};

/** An invitation of a user without an e-mail address, as the first user of an installation is. */
const inviteNameless = async ({ actor }: Person) => {
  const { organization_uuid, user_uuid } = actor;
  const { link } = await pharos.database.transaction((tx) =>
    invite(tx, { organization_uuid, user_uuid, created_by: null }, pharos.baseUrl),
  );
  return secretOf(link);
};

const ask = async (verb: 'read' | 'accept', body: object) => {
  const response = await fetch(`${pharos.baseUrl}/v1/invitations/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, cookie: cookieOf(response), text, json: JSON.parse(text) };
};
const withoutRequest = (text: string) => text.replace(/"timestamp":"[^"]*"/, '').replace(/"request_id":"[^"]*"/, '');

test('an invitation says for whom and by whom it is, as often as it is read', async () => {
  const { token, user, expires_at } = await inviteSomebody();
  for (const _twice of [1, 2]) {
    const { status, json } = await ask('read', { token });
    assert.equal(status, 200);
    assert.deepEqual(json.data, { email: user.email, name: 'Nora', organization_name: 'A home', expires_at });
  }
});

test('accepting sets the password and the name, and signs in', async () => {
  const { token, user } = await inviteSomebody();
  const { status, json, cookie } = await ask('accept', { token, password: PASSWORD, name: 'Nora Ellery' });
  assert.equal(status, 201);
  assert.deepEqual([json.data.user.uuid, json.data.user.name], [user.uuid, 'Nora Ellery']);
  assert.equal((await fetch(`${pharos.baseUrl}/v1/me`, { headers: { cookie } })).status, 200);
  const [event] = (await home.client.audit.list({ action: 'invitations.accept' })).data.items;
  assert.deepEqual([event?.actor_uuid, event?.outcome], [user.uuid, 'ok']);
});

test('unknown, used, expired, replaced and malformed invitations are answered alike', async () => {
  const [used, expired, replaced] = [await inviteSomebody(), await inviteSomebody(), await inviteSomebody()];
  await ask('accept', { token: used.token, password: PASSWORD });
  await pharos.database.rows(sql`
    update invitations set expires_at = clock_timestamp() where user_uuid = ${expired.user.uuid}`);
  const { link } = (await home.client.users.invite({ user_uuid: replaced.user.uuid })).data;
  const tokens = [
    used.token,
    expired.token,
    replaced.token,
    mintSecret('invitation', home.actor.organization_uuid),
    mintSecret('invitation', randomUUID()),
    mintSecret('session', home.actor.organization_uuid),
    'x',
    '',
  ];
  const texts = new Set<string>();
  for (const token of tokens) {
    for (const answer of [await ask('read', { token }), await ask('accept', { token, password: PASSWORD })]) {
      assert.equal(answer.status, 404, token);
      texts.add(withoutRequest(answer.text));
    }
  }
  assert.equal(texts.size, 1);
  assert.equal((await ask('read', { token: secretOf(link) })).status, 200);
});

test('of two who accept at the same moment one does', async () => {
  const { token } = await inviteSomebody();
  const answers = await Promise.all(
    ['one long password', 'another password'].map((password) => ask('accept', { token, password })),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 404]);
});

test('a password has 10 to 200 characters and is not the e-mail address, and a refused one leaves the invitation', async () => {
  const { token, user } = await inviteSomebody();
  for (const password of ['123456789', 'x'.repeat(201), user.email?.toUpperCase(), '', null]) {
    assert.equal((await ask('accept', { token, password })).status, 400);
  }
  assert.equal((await ask('accept', { token, password: PASSWORD, email: 'x@y.example' })).status, 400);
  assert.equal((await ask('accept', { token, password: 'vex gnu jib', email: user.email })).status, 201);
});

const GUESSED_FIRST = {
  'a common one': ['1234567890', 'qwertyuiop', 'basketball', 'santaclaus', 'Sleepyhollow'],
  'a common one with digits, capitals and symbols': ['password12', 'Password123!', 'P@ssw0rd2024', 'football1985!'],
  'a repetition, a row of keys or a date': ['aaaaaaaaaa', ' '.repeat(10), 'abcabcabcabc', 'asdfghjkl;', '2026-11-30'],
  'a common one over and over': ['password'.repeat(25), 'p@$$w0rd'.repeat(20)],
  'a name of the person or the home': ['Nora Ellery', 'ellerynora1', 'nora@harbour', 'Harbour Home'],
};

for (const [kind, passwords] of Object.entries(GUESSED_FIRST)) {
  test(`${kind} is no password, and the invitation stays`, async () => {
    const { client } = await pharos.person();
    const { organization } = (await client.me.get()).data;
    await client.organizations.patch({ organization_uuid: organization.uuid, body: { name: 'Harbour Home' } });
    const body = { email: 'nora@harbour.example', name: 'Nora Ellery', access_level: 'member' as const };
    const token = secretOf((await client.users.create({ body })).data.invitation.link);
    for (const password of passwords) {
      const { status, json } = await ask('accept', { token, password });
      assert.deepEqual([status, json.errors?.[0]?.code], [400, 'password_too_common'], password);
    }
    assert.equal((await ask('accept', { token, password: PASSWORD })).status, 201);
  });
}

test('who has no e-mail address yet gives one, which nobody else of the organization has', async () => {
  const somebody = await pharos.person('viewer', home);
  const token = await inviteNameless(somebody);
  const { email: taken } = await openUser(pharos, home);
  const missing = await ask('accept', { token, password: PASSWORD });
  assert.equal(missing.status, 400);
  assert.equal(missing.json.errors[0].pointer, '/email');
  assert.equal((await ask('accept', { token, password: PASSWORD, email: taken.toUpperCase() })).status, 409);
  const { status, json } = await ask('accept', { token, password: PASSWORD, email: 'first@evergreen.example' });
  assert.deepEqual([status, json.data.user.email], [201, 'first@evergreen.example']);
});

test('a new invitation of somebody who forgot their password ends their sessions once it is accepted', async () => {
  const { user_uuid, client } = await openUser(pharos, home);
  const { link } = (await home.client.users.invite({ user_uuid })).data;
  await client.me.get();
  await ask('accept', { token: secretOf(link), password: 'a quiet harbour at dawn' });
  await assert.rejects(client.me.get(), { status_code: 401 });
});

test('only the digests of invitations, sessions and passwords are stored', async () => {
  const { token, user } = await inviteSomebody();
  const { cookie } = await ask('accept', { token, password: PASSWORD });
  const rows = JSON.stringify([
    await pharos.database.rows(sql`select * from invitations`),
    await pharos.database.rows(sql`select * from sessions`),
    await pharos.database.rows(sql`select * from users`),
  ]);
  for (const secret of [token, cookie.split('=')[1] as string, PASSWORD]) assert.ok(!rows.includes(secret));
  const [{ password }] = (await pharos.database.rows<{ password: string }>(sql`
    select password from users where uuid = ${user.uuid}`)) as [{ password: string }];
  assert.match(password, /^\$scrypt\$ln=15,r=8,p=3\$[\w+/]{22}==\$[\w+/]{43}=$/);
});

test('who guesses invitations has to wait', async () => {
  const guessed = await openPharos();
  const guess = async () =>
    (
      await fetch(`${guessed.baseUrl}/v1/invitations/read`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: mintSecret('invitation', randomUUID()) }),
      })
    ).status;
  const statuses = await Promise.all(Array.from({ length: 101 }, guess));
  assert.deepEqual(statuses.sort(), [...Array(100).fill(404), 429]);
});
