import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { test } from 'node:test';
import { pathNames, type Route } from '@pharos/contract/table/route.ts';
import { allRoutes } from '@pharos/contract/table/routes.ts';
import sql from 'sql-template-tag';
import { openPharos } from '../../test/support/pharos.ts';
import { pathOf, validBody } from '../../test/support/requests.ts';
import { cookieOf, openUser, PASSWORD } from '../../test/support/sessions.ts';

const pharos = await openPharos();
const home = await pharos.person();

const signIn = async (body: object, origin?: string, cookie?: string) => {
  const response = await fetch(`${pharos.baseUrl}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(origin && { origin }), ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  });
  return { status: response.status, response, text: await response.text() };
};
const withoutRequest = (text: string) => text.replace(/"timestamp":"[^"]*"/, '').replace(/"request_id":"[^"]*"/, '');
const askMe = (cookie: string) => fetch(`${pharos.baseUrl}/v1/me`, { headers: { cookie } });
const { cookie } = await openUser(pharos, home, 'admin');

test('signing in answers who one is, and a cookie that only this host gets and no script reads', async () => {
  const { email, user_uuid } = await openUser(pharos, home);
  const { status, response, text } = await signIn({ email: email.toUpperCase(), password: PASSWORD });
  assert.equal(status, 201);
  const { user, organization, access_level } = JSON.parse(text).data;
  assert.deepEqual(
    [user.uuid, user.email, organization.uuid, access_level],
    [user_uuid, email, home.actor.organization_uuid, 'member'],
  );
  const [cookie = '', other, browser = '', ...more] = response.headers.getSetCookie();
  assert.deepEqual([other, more], ['pharos_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict', []]);
  assert.match(
    browser,
    /^__Host-pharos_browser=pharos_browser_[\w-]{64}; Max-Age=15552000; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
  );
  const [pair, ...attributes] = cookie.split('; ');
  assert.match(pair as string, /^__Host-pharos_session=pharos_session_[\w-]{64}$/);
  assert.deepEqual(attributes.sort(), ['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict', 'Secure']);
  assert.equal((await askMe(pair as string)).status, 200);
  const secret = (pair as string).split('=')[1] as string;
  assert.ok(!text.includes(secret) && !pharos.logged.join('').includes(secret));
});

/** Status that a cookie gets where the browser calls the server by this host name. */
const statusAs = (host: string, cookie: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    const asked = get(`${pharos.baseUrl}/v1/me`, { headers: { host, cookie } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
  });

test('a page of this machine without TLS gets a cookie that WebKit keeps too, which counts nowhere else', async () => {
  const { email } = await openUser(pharos, home);
  const signedIn = async (origin: string) => (await signIn({ email, password: PASSWORD }, origin)).response;
  for (const origin of ['http://localhost:8080', 'http://127.0.0.1', 'http://[::1]:8080']) {
    const [cookie = '', other, browser = ''] = (await signedIn(origin)).headers.getSetCookie();
    assert.equal(other, '__Host-pharos_session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict');
    assert.match(
      browser,
      /^pharos_browser=pharos_browser_[\w-]{64}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const [pair = '', ...attributes] = cookie.split('; ');
    assert.match(pair, /^pharos_session=pharos_session_[\w-]{64}$/, origin);
    assert.deepEqual(attributes.sort(), ['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict']);
    assert.equal(await statusAs(new URL(origin).host, pair), 200);
    assert.equal(await statusAs('pharos.example', pair), 401);
  }
  for (const origin of ['https://localhost', 'http://pharos.example', 'http://localhost.example', 'null']) {
    const pair = cookieOf(await signedIn(origin));
    assert.match(pair, /^__Host-pharos_session=/, origin);
    assert.equal(await statusAs('pharos.example', pair), 200);
    assert.equal(await statusAs('localhost', pair), 200);
  }
});

test('a wrong password, an unknown address, a deactivated user and one without a password are answered alike', async () => {
  const [known, gone] = [await openUser(pharos, home), await openUser(pharos, home)];
  await home.client.users.remove({ user_uuid: gone.user_uuid });
  const invited = { email: 'ida@evergreen.example', access_level: 'member' as const };
  await home.client.users.create({ body: invited });
  const answers = [
    await signIn({ email: known.email, password: 'another password' }),
    await signIn({ email: 'nobody@evergreen.example', password: PASSWORD }),
    await signIn({ email: gone.email, password: PASSWORD }),
    await signIn({ email: invited.email, password: PASSWORD }),
    await signIn({ email: known.email, password: PASSWORD, organization_uuid: randomUUID() }),
  ];
  const headersOf = ({ response }: (typeof answers)[number]) =>
    [...response.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
  const [first] = answers as [(typeof answers)[number]];
  assert.equal(first.status, 401);
  assert.match(first.text, /The e-mail address or the password is wrong/);
  for (const answer of answers) {
    assert.equal(answer.status, 401);
    assert.equal(withoutRequest(answer.text), withoutRequest(first.text));
    assert.deepEqual(headersOf(answer), headersOf(first));
  }
});

test('each sign-in of a known user is in the audit of their organization, refused or not', async () => {
  const other = await pharos.person();
  const { email, user_uuid } = await openUser(pharos, other);
  await signIn({ email, password: 'another password' });
  await signIn({ email, password: PASSWORD });
  const events = (await other.client.audit.list({ action: 'sessions.create' })).data.items;
  const seen = events.map(({ outcome, actor_uuid, subject_uuid }) => [outcome, actor_uuid, subject_uuid]);
  assert.deepEqual(seen, [
    ['ok', user_uuid, user_uuid],
    ['refused', null, user_uuid],
  ]);
  assert.ok(!JSON.stringify(events).includes(email));
});

test('an address that several organizations know names one of them, where the password does not', async () => {
  const email = 'ida@harbour.example';
  const homes = [await pharos.person(), await pharos.person()] as const;
  for (const one of homes) await openUser(pharos, one, 'member', { email });
  const several = await signIn({ email, password: PASSWORD });
  assert.equal(several.status, 409);
  assert.match(several.text, /send organization_uuid/);
  for (const { actor } of homes) assert.ok(!several.text.includes(actor.organization_uuid));
  assert.equal(several.response.headers.get('set-cookie'), null);
  const { organization_uuid } = homes[1].actor;
  const one = await signIn({ email, password: PASSWORD, organization_uuid: organization_uuid.toUpperCase() });
  assert.equal(JSON.parse(one.text).data.organization.uuid, organization_uuid);
});

test('after ten wrong passwords for an address even the right one waits, for a known address as for any other', async () => {
  const { email } = await openUser(pharos, home);
  for (const address of [email, 'nobody@harbour.example']) {
    for (let tried = 0; tried < 10; tried += 1) {
      assert.equal((await signIn({ email: address, password: 'another password' })).status, 401);
    }
    const { status, response, text } = await signIn({ email: address.toUpperCase(), password: PASSWORD });
    assert.equal(status, 429);
    const seconds = Number(response.headers.get('retry-after'));
    assert.ok(seconds > 0 && seconds <= 900);
    assert.match(JSON.parse(text).message, /try again in \d+ seconds/);
  }
});

/** The cookie by which a browser that has signed in is known. */
const browserOf = ({ response }: { response: Response }): string =>
  response.headers.getSetCookie()[2]?.split(';')[0] ?? '';

test('whatever strangers try in the same network, a browser that has signed in before still does', async () => {
  const { email } = await openUser(pharos, home);
  const other = await openUser(pharos, home);
  const browser = browserOf(await signIn({ email, password: PASSWORD }));
  const others_browser = browserOf(await signIn({ email: other.email, password: PASSWORD }));
  for (let tried = 0; tried < 10; tried += 1) await signIn({ email, password: 'another password' });
  assert.equal((await signIn({ email, password: PASSWORD })).status, 429);
  assert.equal((await signIn({ email, password: PASSWORD }, undefined, others_browser)).status, 429);
  assert.equal((await signIn({ email, password: PASSWORD }, undefined, browser)).status, 201);
  for (let tried = 0; tried < 10; tried += 1) await signIn({ email, password: 'another password' }, undefined, browser);
  assert.equal((await signIn({ email, password: PASSWORD }, undefined, browser)).status, 429);
});

test('an account of the same address in another organization is no way to guess: tries count, and are in the audit', async () => {
  const email = 'wren@harbour.example';
  const [theirs, own] = [await pharos.person(), await pharos.person()];
  await openUser(pharos, theirs, 'member', { email });
  const guesser = await openUser(pharos, own, 'member', { email });
  const guess = 'a guess at random';
  await guesser.client.me.changePassword({ body: { current_password: PASSWORD, new_password: guess } });
  const statuses = [];
  for (let time = 0; time < 11; time += 1) statuses.push((await signIn({ email, password: guess })).status);
  assert.deepEqual(statuses, [...Array(10).fill(201), 429]);
  const query = { action: 'sessions.create', outcome: 'refused' as const };
  const refused = async ({ client }: typeof own) => (await client.audit.list(query)).data.items.length;
  // The one that was one too many is recorded behind its answer, for all who have the address.
  while ((await refused(own)) < 1) await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual([await refused(theirs), await refused(own)], [11, 1]);
});

test('passwords of one address have one salt, so that trying two takes no longer than one; another’s is its own', async () => {
  const email = 'ash@harbour.example';
  const users = [await openUser(pharos, home, 'member', { email }), await openUser(pharos, home)];
  users.push(await openUser(pharos, await pharos.person(), 'member', { email }));
  const salts = [];
  for (const { user_uuid } of users) {
    const row = await pharos.database.one<{ password: string }>(sql`
      select password from users where uuid = ${user_uuid}`);
    salts.push(row.password.split('$')[3]);
  }
  assert.equal(salts[2], salts[0]);
  assert.notEqual(salts[1], salts[0]);
  const third = users[2] as (typeof users)[number];
  const next = 'a quiet harbour at dawn';
  await third.client.me.changePassword({ body: { current_password: PASSWORD, new_password: next } });
  assert.equal((await signIn({ email, password: PASSWORD })).status, 201);
  assert.equal((await signIn({ email, password: next })).status, 201);
});

test('right passwords are not counted', async () => {
  const { email } = await openUser(pharos, home);
  for (let time = 0; time < 12; time += 1) {
    assert.equal((await signIn({ email, password: PASSWORD })).status, 201);
  }
});

test('signing out ends that session alone and takes its cookie away; a token stays', async () => {
  const { email, cookie } = await openUser(pharos, home);
  const second = cookieOf((await signIn({ email, password: PASSWORD })).response);
  const signOut = (headers: Record<string, string>) =>
    fetch(`${pharos.baseUrl}/v1/session`, { method: 'DELETE', headers });
  const out = await signOut({ cookie, origin: `https://${new URL(pharos.baseUrl).host}` });
  assert.equal(out.status, 204);
  assert.deepEqual(out.headers.getSetCookie(), [
    '__Host-pharos_session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict',
    'pharos_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict',
  ]);
  assert.deepEqual([(await askMe(cookie)).status, (await askMe(second)).status], [401, 200]);
  const here = cookieOf((await signIn({ email, password: PASSWORD }, pharos.baseUrl)).response);
  assert.equal((await signOut({ cookie: here, origin: pharos.baseUrl })).status, 204);
  assert.equal((await askMe(here)).status, 401);
  assert.equal((await signOut({ authorization: `Bearer ${home.token}` })).status, 204);
  await home.client.me.get();
});

test('a session ends by itself after 12 hours', async () => {
  const { cookie, user_uuid } = await openUser(pharos, home);
  const [row] = await pharos.database.rows<{ hours: number }>(sql`
    update sessions set expires_at = clock_timestamp()
    where user_uuid = ${user_uuid}
    returning extract(epoch from (select old.expires_at - old.created_at from sessions as old
      where old.uuid = sessions.uuid))::int / 3600 as hours`);
  assert.equal(row?.hours, 12);
  assert.equal((await askMe(cookie)).status, 401);
});

test('a session of which nothing was heard for an hour is over, and one that is used is not', async () => {
  const { cookie, user_uuid } = await openUser(pharos, home);
  const idle = (minutes: number) =>
    pharos.database.rows(sql`
      update sessions set last_seen_at = clock_timestamp() - make_interval(mins => ${minutes})
      where user_uuid = ${user_uuid}`);
  await idle(59);
  assert.equal((await askMe(cookie)).status, 200);
  const { last_seen_at } = await pharos.database.one<{ last_seen_at: string }>(sql`
    select last_seen_at from sessions where user_uuid = ${user_uuid}`);
  assert.ok(Date.now() - Date.parse(last_seen_at) < 10 * 60_000);
  await idle(61);
  assert.equal((await askMe(cookie)).status, 401);
});

const unsafe = allRoutes.filter(
  ({ route }) => route.method !== 'GET' && !['public', 'callback', 'source'].includes(route.access),
);

for (const { name, route } of unsafe) {
  test(`${name} with a session from another site’s page is 403`, async () => {
    const ids = Object.fromEntries(pathNames(route.path).map((one) => [one, randomUUID()]));
    for (const origin of ['https://elsewhere.example', 'null', undefined]) {
      assert.equal(await statusOf(route, ids, origin), 403, origin);
    }
  });
}

const statusOf = async (route: Route, ids: Record<string, string>, origin?: string) => {
  const { body, type } = validBody(route);
  const headers = { cookie, ...(type && { 'content-type': type }), ...(origin && { origin }) };
  return (await fetch(pharos.baseUrl + pathOf(route, ids), { method: route.method, body, headers })).status;
};

test('reading with a session needs no origin', async () => {
  for (const origin of ['https://elsewhere.example', undefined]) {
    const headers = { cookie, ...(origin && { origin }) };
    assert.equal((await fetch(`${pharos.baseUrl}/v1/cases`, { headers })).status, 200);
  }
});

test('what is no e-mail address or no password is refused before anything is tried', async () => {
  for (const body of [{}, { email: 'nora', password: PASSWORD }, { email: 'a@b.example', password: 5 }]) {
    assert.equal((await signIn(body)).status, 400);
  }
  assert.equal((await signIn({ email: 'a@b.example', password: 'x'.repeat(201) })).status, 400);
});
