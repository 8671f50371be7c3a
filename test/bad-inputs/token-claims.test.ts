import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openAuthentication } from '../../server/platform/serving/authenticate.ts';
import { forge, hmac } from './forged-token.ts';
import { openRecordedCall } from './recorded-call.ts';

const SECRET = 'another-secret-of-more-than-32-bytes';
const jwt = { secret: SECRET, audience: 'authenticated' };
const { pharos, home, put, refuses } = await openRecordedCall({ jwt });
const { organization_uuid, user_uuid } = home.actor;
const { authenticate } = openAuthentication(pharos.served, { jwt });

const bearer = (claims: object) => {
  const exp = Math.floor(Date.now() / 1000) + 600;
  return `Bearer ${forge({ alg: 'HS256' }, { aud: 'authenticated', exp, ...claims }, hmac(SECRET))}`;
};
const headers = (claims: object) => ({ authorization: bearer(claims) });
const levelOf = async (sub: string, access_level?: unknown) => {
  const authorization = bearer({ sub, app_metadata: { organization_uuid, access_level } });
  const request = { headers: { authorization }, rawHeaders: ['Authorization', authorization] };
  const doing = { action: 'me.get', request_id: null, address: null };
  return (await authenticate(request as unknown as IncomingMessage, doing)).person.access_level;
};
const users = () =>
  pharos.database.rows<{ uuid: string; access_level: string }>(sql`select uuid, access_level from users`);

for (const [name, claims] of Object.entries({
  'an organization that is unknown': { app_metadata: { organization_uuid: randomUUID() } },
  'no organization': { app_metadata: {} },
  'no app_metadata': {},
  'app_metadata of null': { app_metadata: null },
  'app_metadata as text': { app_metadata: organization_uuid },
  'an organization that is a list': { app_metadata: { organization_uuid: [organization_uuid] } },
  'an organization with SQL': { app_metadata: { organization_uuid: `${organization_uuid}' or '1'='1` } },
  'an organization in user_metadata alone': { user_metadata: { organization_uuid, access_level: 'admin' } },
  'an organization beside app_metadata': { organization_uuid, app_metadata: {} },
})) {
  test(`a token with ${name} is refused with 403, and nobody is added`, async () => {
    const before = await users();
    await refuses({ headers: headers({ sub: user_uuid, ...claims }), json: {} }, { status: 403, says: /organization/ });
    await refuses({ headers: headers({ sub: randomUUID(), ...claims }), json: {} }, { status: 403 });
    assert.deepEqual(await users(), before);
  });
}

test('user_metadata neither moves a user to another organization nor lifts them', async () => {
  const other = await pharos.person();
  const user_metadata = { organization_uuid: other.actor.organization_uuid, access_level: 'admin' };
  const claims = { sub: randomUUID(), app_metadata: { organization_uuid }, user_metadata };
  await refuses({ headers: headers(claims), json: {} }, { status: 403, says: /member; yours is viewer/ });
  const rows = await pharos.database.rows(sql`
    select organization_uuid, access_level from users where uuid = ${claims.sub}`);
  assert.deepEqual(rows, [{ organization_uuid, access_level: 'viewer' }]);
});

test('an unknown user of a known organization is added once, as a viewer', async () => {
  const sub = randomUUID();
  const claims = { sub, app_metadata: { organization_uuid } };
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => put({ method: 'GET', body: undefined, headers: headers(claims) })),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200, 200],
  );
  await refuses({ headers: headers(claims), json: {} }, { status: 403, says: /viewer/ });
  assert.deepEqual(
    (await users()).filter(({ uuid }) => uuid === sub),
    [{ uuid: sub, access_level: 'viewer' }],
  );
});

test('a claim lifts a user for its token, and stores nothing', async () => {
  const sub = randomUUID();
  const app_metadata = { organization_uuid, access_level: 'member' };
  assert.equal((await put({ headers: headers({ sub, app_metadata }), json: { duration: 5 } })).status, 200);
  assert.equal((await users()).find(({ uuid }) => uuid === sub)?.access_level, 'viewer');
});

for (const [claimed, level] of [
  [undefined, 'viewer'],
  ['member', 'member'],
  ['admin', 'admin'],
  ['operator', 'admin'],
  ['OPERATOR', 'viewer'],
  ['root', 'viewer'],
  [3, 'viewer'],
  [['admin'], 'viewer'],
] as const) {
  test(`a claim of ${JSON.stringify(claimed)} makes an unknown user ${level}`, async () => {
    assert.equal(await levelOf(randomUUID(), claimed), level);
  });
}

test('a claim never lowers a user', async () => {
  const operator = await pharos.person('operator', home);
  assert.equal(await levelOf(operator.actor.user_uuid, 'viewer'), 'operator');
});
