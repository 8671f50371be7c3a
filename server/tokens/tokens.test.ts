import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from '@pharos/client';
import type { TokenCreate } from '@pharos/contract/tokens.ts';
import sql from 'sql-template-tag';
import { openPharos, type Person } from '../../test/support/pharos.ts';

const pharos = await openPharos();
const { baseUrl } = pharos;

const make = async ({ client }: Pick<Person, 'client'>, body: Partial<TokenCreate> = {}) => {
  const { data } = await client.tokens.create({ body: { name: 'Import', ...body } });
  return { ...data, client: createClient({ baseUrl, token: data.token }) };
};
const countTokens = async () => (await pharos.database.rows(sql`select from tokens`)).length;

test('a token works, says what it may, and its secret is never seen again', async () => {
  const member = await pharos.person('member');
  const made = await make(member, { expires_at: '2099-01-01T00:00:00+01:00' });
  const { token, client, ...shown } = made;
  assert.match(token, /^pharos_[\w-]{64}$/);
  assert.equal(shown.expires_at, '2098-12-31T23:00:00.000000Z');
  assert.deepEqual([shown.scopes, shown.access_level, shown.revoked_at], [['read', 'write'], 'member', null]);
  assert.equal(shown.user_uuid, member.actor.user_uuid);
  assert.equal((await client.me.get()).data.user.uuid, member.actor.user_uuid);

  const [listed] = (await client.tokens.list()).data.items;
  assert.ok(listed?.last_used_at);
  assert.deepEqual({ ...listed, last_used_at: null }, shown);
  const stored = await pharos.database.row(sql`select * from tokens where uuid = ${made.uuid}`);
  assert.ok(!JSON.stringify(stored).includes(token.slice(-32)));
});

test('a token may only read or only write, if its scopes say so', async () => {
  const home = await pharos.person();
  const reading = await make(home, { scopes: ['read'] });
  await reading.client.cases.list();
  await assert.rejects(reading.client.cases.create({ body: {} }), { status_code: 403, message: /scope is read/ });
  const writing = await make(home, { scopes: ['write'] });
  await writing.client.cases.create({ body: {} });
  await assert.rejects(writing.client.cases.list(), { status_code: 403, message: /scope is write/ });
});

test('a token has at most its user’s level, also after that was lowered', async () => {
  const home = await pharos.person();
  const second = await pharos.person('admin', home);
  const lowered = await make(second, { access_level: 'viewer' });
  assert.equal((await lowered.client.me.get()).data.access_level, 'viewer');
  await assert.rejects(lowered.client.cases.create({ body: {} }), { status_code: 403 });
  const member = await pharos.person('member', home);
  await assert.rejects(make(member, { access_level: 'admin' }), { status_code: 403 });

  const same = await make(second, { access_level: 'admin' });
  await home.client.users.setAccessLevel({ body: { user_uuid: second.actor.user_uuid, access_level: 'member' } });
  assert.equal((await same.client.me.get()).data.access_level, 'member');
  assert.equal((await same.client.tokens.list()).data.items[0]?.access_level, 'member');
});

test('what is made with a token neither may more, nor lasts longer', async () => {
  const home = await pharos.person();
  const expires_at = '2098-12-31T23:00:00.000000Z';
  const parent = await make(home, { access_level: 'member', scopes: ['write'], expires_at });
  await assert.rejects(make(parent, { access_level: 'admin' }), { status_code: 403 });
  await assert.rejects(make(parent, { scopes: ['read'] }), { status_code: 403 });
  await assert.rejects(make(parent, { expires_at: '2099-12-31T00:00:00Z' }), { status_code: 403 });
  const child = await make(parent);
  assert.deepEqual([child.access_level, child.scopes, child.expires_at], ['member', ['write'], expires_at]);
});

test('a token that has expired or is revoked is none', async () => {
  const home = await pharos.person();
  const { uuid, client } = await make(home, { expires_at: '2099-01-01T00:00:00Z' });
  await client.me.get();
  await pharos.database.rows(sql`update tokens set expires_at = clock_timestamp() where uuid = ${uuid}`);
  await assert.rejects(client.me.get(), { status_code: 401 });

  const revoked = await make(home);
  for (const _twice of [1, 2]) await home.client.tokens.revoke({ token_uuid: revoked.uuid });
  await assert.rejects(revoked.client.me.get(), { status_code: 401 });
  const listed = (await home.client.tokens.list()).data.items.find((one) => one.uuid === revoked.uuid);
  assert.ok(listed?.revoked_at);
});

test('people see and revoke their own tokens, an admin everybody’s, nobody another organization’s', async () => {
  const home = await pharos.person();
  const [one, other] = [await pharos.person('viewer', home), await pharos.person('member', home)];
  const token = await make(one);
  const ofOne = (await one.client.tokens.list()).data.items.map(({ user_uuid }) => user_uuid);
  assert.deepEqual(ofOne, [one.actor.user_uuid, one.actor.user_uuid]);
  await assert.rejects(one.client.tokens.list({ all: true }), { status_code: 403 });
  const all = (await home.client.tokens.list({ all: true, limit: 3 })).data;
  const rest = (await home.client.tokens.list({ all: true, cursor: all.next_cursor as string })).data;
  assert.equal(new Set([...all.items, ...rest.items].map(({ uuid }) => uuid)).size, 4);

  await assert.rejects(other.client.tokens.revoke({ token_uuid: token.uuid }), { status_code: 403 });
  const stranger = await pharos.person();
  await assert.rejects(stranger.client.tokens.revoke({ token_uuid: token.uuid }), { status_code: 404 });
  await token.client.me.get();
  await home.client.tokens.revoke({ token_uuid: token.uuid });
  await assert.rejects(token.client.me.get(), { status_code: 401 });
});

test('a token of another form is refused, and nothing is made', async () => {
  const home = await pharos.person();
  const before = await countTokens();
  const wrong = [
    { name: '' },
    { scopes: [] },
    { scopes: ['all'] },
    { scopes: ['read', 'read'] },
    { access_level: 'owner' },
    { expires_at: 'tomorrow' },
    { expires_at: '2020-01-01T00:00:00Z' },
  ];
  for (const body of wrong) await assert.rejects(make(home, body as never), { status_code: 400 }, JSON.stringify(body));
  assert.equal(await countTokens(), before);
});

test('an admin revokes the tokens of everybody but those above them', async () => {
  const home = await pharos.person();
  const [operator, admin, member] = [
    await pharos.person('operator', home),
    await pharos.person('admin', home),
    await pharos.person('member', home),
  ];
  const tokenOf = async ({ client }: typeof member) => (await client.tokens.create({ body: { name: 'x' } })).data.uuid;
  await admin.client.tokens.revoke({ token_uuid: await tokenOf(member) });
  const token_uuid = await tokenOf(operator);
  await assert.rejects(admin.client.tokens.revoke({ token_uuid }), { status_code: 403, code: 'user_outranks_you' });
  await operator.client.tokens.revoke({ token_uuid });
});
