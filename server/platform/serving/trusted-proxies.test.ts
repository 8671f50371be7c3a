import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPharos, type Person, type Pharos } from '../../../test/support/pharos.ts';

const behind = await openPharos({ trusted_proxies: ['127.0.0.1', '10.1.0.0/16'] });
const direct = await openPharos();

/** Address that the audit keeps of a request with these forwarding headers. */
const recorded = async ({ baseUrl }: Pharos, person: Person, forwarded: string) => {
  const headers = { authorization: `Bearer ${person.token}`, 'content-type': 'application/json' };
  const answer = await fetch(`${baseUrl}/v1/cases`, {
    method: 'POST',
    headers: { ...headers, 'x-forwarded-for': forwarded },
    body: '{"last_name":"Hollis"}',
  });
  assert.equal(answer.status, 201);
  const [event] = (await person.client.audit.list({ action: 'cases.create' })).data.items;
  return event?.address;
};

test('behind a trusted proxy the audit names the person, whatever they claim to be forwarded for', async () => {
  const admin = await behind.person();
  assert.equal(await recorded(behind, admin, '203.0.113.9'), '203.0.113.9');
  assert.equal(await recorded(behind, admin, '198.51.100.1, 203.0.113.9'), '203.0.113.9');
  assert.equal(await recorded(behind, admin, '203.0.113.9, 10.1.2.3'), '203.0.113.9');
});

test('without the setting the header is not believed', async () => {
  assert.equal(await recorded(direct, await direct.person(), '203.0.113.9'), '127.0.0.1');
});

test('wrong passwords of one person behind a proxy keep nobody else out', async () => {
  const signIn = (address: string) =>
    fetch(`${behind.baseUrl}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ email: `nobody-${address}@example.org`, password: 'not this one' }),
    });
  const statuses = [];
  for (let tries = 0; tries < 12; tries += 1) statuses.push((await signIn('203.0.113.9')).status);
  assert.equal(statuses.at(-1), 429);
  assert.equal((await signIn('203.0.113.200')).status, 401);
});
