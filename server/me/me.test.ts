import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@pharos/client';
import { forge, hmac } from '../../test/bad-inputs/forged-token.ts';
import { openPharos } from '../../test/support/pharos.ts';
import { browserFetch, cookieOf, openUser, PASSWORD, secretOf } from '../../test/support/sessions.ts';

const SECRET = 'a-secret-of-the-tests-with-32-bytes-or-more';
const pharos = await openPharos({ jwt: { secret: SECRET, audience: 'authenticated' } });
const { baseUrl } = pharos;
const home = await pharos.person();
const next = 'a quiet harbour at dawn';

const signIn = (email: string, password: string) =>
  fetch(`${baseUrl}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });

test('everybody can read who they are', async () => {
  const viewer = await pharos.person('viewer', home);
  const { data } = await viewer.client.me.get();
  assert.equal(data.user.uuid, viewer.actor.user_uuid);
  assert.equal(data.organization.uuid, home.actor.organization_uuid);
  assert.equal(data.access_level, 'viewer');
});

test('a new password takes the place of the old one and ends every other session', async () => {
  const { client, email } = await openUser(pharos, home);
  const other = createClient({ baseUrl, fetch: browserFetch(baseUrl, cookieOf(await signIn(email, PASSWORD))) });
  await other.me.get();
  await client.me.changePassword({ body: { current_password: PASSWORD, new_password: next } });
  await client.me.get();
  await assert.rejects(other.me.get(), { status_code: 401 });
  assert.equal((await signIn(email, PASSWORD)).status, 401);
  assert.equal((await signIn(email, next)).status, 201);
});

test('a wrong current password changes nothing, is in the audit, and cannot be tried for ever', async () => {
  const { client, email, user_uuid } = await openUser(pharos, home);
  const guess = () => client.me.changePassword({ body: { current_password: 'another password', new_password: next } });
  for (let tried = 0; tried < 10; tried += 1) await assert.rejects(guess(), { status_code: 403, message: /current/ });
  await assert.rejects(guess(), { status_code: 429 });
  assert.equal((await signIn(email, PASSWORD)).status, 201);
  const query = { action: 'me.changePassword', actor_uuid: user_uuid, outcome: 'refused' as const };
  assert.equal((await home.client.audit.list(query)).data.items.length, 11);
});

test('a new password of the wrong length, like the e-mail address or among the first guesses is refused', async () => {
  const { client, email } = await openUser(pharos, home);
  for (const new_password of ['short', 'x'.repeat(201), email.toUpperCase(), 'Password2026']) {
    const asked = client.me.changePassword({ body: { current_password: PASSWORD, new_password } });
    await assert.rejects(asked, { status_code: 400, message: /new_password/ });
  }
  assert.equal((await signIn(email, PASSWORD)).status, 201);
});

test('a new password and a reset end tokens and open invitations too, unless tokens are to be kept', async () => {
  for (const keep_tokens of [undefined, false, true]) {
    for (const way of ['change', 'reset']) {
      const { client, user_uuid } = await openUser(pharos, home);
      const { token } = (await client.tokens.create({ body: { name: 'Import' } })).data;
      const program = createClient({ baseUrl, token });
      const { link } = (await home.client.users.invite({ user_uuid })).data;
      if (way === 'change') {
        await client.me.changePassword({ body: { current_password: PASSWORD, new_password: next, keep_tokens } });
      } else {
        const body = { token: secretOf(link), password: next, ...(keep_tokens !== undefined && { keep_tokens }) };
        await createClient({ baseUrl }).invitations.accept({ body });
        await assert.rejects(client.me.get(), { status_code: 401 });
      }
      if (keep_tokens) await program.me.get();
      else await assert.rejects(program.me.get(), { status_code: 401 });
      const late = createClient({ baseUrl }).invitations.read({ body: { token: secretOf(link) } });
      await assert.rejects(late, { status_code: 404 });
    }
  }
});

test('the first password of somebody who has a token already leaves it', async () => {
  const { link } = (await home.client.users.invite({ user_uuid: home.actor.user_uuid })).data;
  const body = { token: secretOf(link), password: next, email: 'first@evergreen.example' };
  await createClient({ baseUrl }).invitations.accept({ body });
  await home.client.me.get();
});

test('a token of one’s own can change the password, a JWT of another issuer cannot', async () => {
  const { client, email, user_uuid } = await openUser(pharos, home);
  const { token } = (await client.tokens.create({ body: { name: 'Import' } })).data;
  const body = { current_password: PASSWORD, new_password: next };
  const exp = Math.floor(Date.now() / 1000) + 600;
  const app_metadata = { organization_uuid: home.actor.organization_uuid };
  const jwt = forge({ alg: 'HS256' }, { aud: 'authenticated', exp, sub: user_uuid, app_metadata }, hmac(SECRET));
  await assert.rejects(createClient({ baseUrl, token: jwt }).me.changePassword({ body }), { status_code: 403 });
  await createClient({ baseUrl, token }).me.changePassword({ body });
  await assert.rejects(client.me.get(), { status_code: 401 });
  assert.equal((await signIn(email, next)).status, 201);
});
