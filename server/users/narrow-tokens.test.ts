// Nothing that is narrower than its user, or has an end, gives itself more by any detour.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { createClient } from '@pharos/client';
import type { Client } from '@pharos/client/methods.ts';
import type { TokenCreate } from '@pharos/contract/tokens.ts';
import sql from 'sql-template-tag';
import { forge, hmac } from '../../test/bad-inputs/forged-token.ts';
import { openCall, openPharos } from '../../test/support/pharos.ts';
import { beep } from '../../test/support/requests.ts';

const SECRET = 'a-secret-of-the-tests-with-32-bytes-or-more';
const pharos = await openPharos({ jwt: { secret: SECRET, audience: 'authenticated' } });
const { baseUrl } = pharos;
const home = await pharos.person('operator');
const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

const narrow = async (body: Omit<TokenCreate, 'name'>): Promise<Client> => {
  const { token } = (await home.client.tokens.create({ body: { name: 'narrow', ...body } })).data;
  return createClient({ baseUrl, token });
};

const jwtOf = (sub: string, access_level?: string) => {
  const exp = Math.floor(Date.now() / 1000) + 600;
  const { organization_uuid } = home.actor;
  const app_metadata = { organization_uuid, access_level };
  const token = forge({ alg: 'HS256' }, { aud: 'authenticated', exp, sub, app_metadata }, hmac(SECRET));
  return { exp, client: createClient({ baseUrl, token }) };
};

const NARROW: Record<string, Omit<TokenCreate, 'name'>> = {
  'a token that may only write': { scopes: ['write'] },
  'a token with an end': { expires_at: tomorrow },
  'a token of a lower level': { access_level: 'admin' },
};

const newEmail = () => `${randomUUID()}@evergreen.example`;
const GIVING: Record<string, (client: Client, user_uuid: string) => Promise<unknown>> = {
  'adds a user': (client) => client.users.create({ body: { email: newEmail(), access_level: 'viewer' } }),
  'invites another': (client, user_uuid) => client.users.invite({ user_uuid }),
  'invites its own user': (client) => client.users.invite({ user_uuid: home.actor.user_uuid }),
  'sets a level': (client, user_uuid) => client.users.setAccessLevel({ body: { user_uuid, access_level: 'admin' } }),
  'changes an e-mail address': (client, user_uuid) => client.users.patch({ user_uuid, body: { email: newEmail() } }),
  'brings a user back': (client, user_uuid) => client.users.restore({ user_uuid }),
};

for (const [name, body] of Object.entries(NARROW)) {
  for (const [verb, give] of Object.entries(GIVING)) {
    test(`${name} never ${verb}; its user with all of their rights does`, async () => {
      const client = await narrow(body);
      const { user_uuid } = (await pharos.person('viewer', home)).actor;
      const before = (await home.client.users.get({ user_uuid })).data;
      const refusal = { status_code: 403, code: 'exceeds_token_rights' };
      // A level may be too low already.
      await assert.rejects(give(client, user_uuid), refusal);
      assert.deepEqual((await home.client.users.get({ user_uuid })).data, before);
      if (verb !== 'invites its own user') await give(home.client, user_uuid);
    });
  }
}

test('a token with an end opens no organization', async () => {
  const client = await narrow({ expires_at: tomorrow });
  const body = { name: 'Another home', admin: { email: newEmail() } };
  await assert.rejects(client.organizations.create({ body }), { status_code: 403, code: 'exceeds_token_rights' });
});

test('a token that may only write gets no link by which a recording is heard, and one that reads does', async () => {
  const { call_uuid } = await openCall(home);
  await home.client.recordings.upload({ call_uuid, body: beep() });
  const [writes, reads] = [await narrow({ scopes: ['write'] }), await narrow({ scopes: ['read'] })];
  await assert.rejects(writes.recordings.link({ call_uuid }), { status_code: 403, code: 'insufficient_scope' });
  await reads.recordings.link({ call_uuid });
});

test('a token that is made with a JWT ends with it', async () => {
  const { client, exp } = jwtOf(home.actor.user_uuid);
  const { data } = await client.tokens.create({ body: { name: 'Import' } });
  assert.equal(Date.parse(data.expires_at as string), exp * 1000);
  const longer = client.tokens.create({ body: { name: 'Import', expires_at: tomorrow } });
  await assert.rejects(longer, { status_code: 403, code: 'exceeds_token_rights' });
});

test('a JWT gets its own user neither a password nor the level that it only claims', async () => {
  const sub = randomUUID();
  const claimed = jwtOf(sub, 'admin').client;
  assert.equal((await claimed.me.get()).data.access_level, 'admin');
  const refusal = { status_code: 403, code: 'exceeds_token_rights' };
  await assert.rejects(claimed.users.setAccessLevel({ body: { user_uuid: sub, access_level: 'admin' } }), refusal);
  await assert.rejects(claimed.users.invite({ user_uuid: sub }), refusal);
  await assert.rejects(claimed.users.patch({ user_uuid: sub, body: { email: newEmail() } }), refusal);
  const own = jwtOf(home.actor.user_uuid).client;
  await assert.rejects(own.users.invite({ user_uuid: home.actor.user_uuid }), refusal);
  const { user_uuid } = (await pharos.person('viewer', home)).actor;
  await claimed.users.setAccessLevel({ body: { user_uuid, access_level: 'member' } });
});

test('somebody whom only a claim makes an admin stays limited to their locations', async () => {
  const { user_uuid } = (await pharos.person('member', home)).actor;
  const { data: chapel } = await home.client.locations.create({ body: { name: 'A chapel' } });
  const { data: elsewhere } = await home.client.locations.create({ body: { name: 'Elsewhere' } });
  const { data: funeral } = await home.client.cases.create({ body: { location_uuid: elsewhere.uuid } });
  await home.client.users.patch({ user_uuid, body: { location_uuids: [chapel.uuid] } });
  const claimed = jwtOf(user_uuid, 'admin').client;
  await assert.rejects(claimed.cases.get({ case_uuid: funeral.uuid }), { status_code: 403 });
  await pharos.database.rows(sql`update users set access_level = 'admin' where uuid = ${user_uuid}`);
  await claimed.cases.get({ case_uuid: funeral.uuid });
});
