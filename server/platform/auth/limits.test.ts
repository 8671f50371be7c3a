import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf, openLimits, trySignIn } from './limits.ts';

test('after ten tries of a password the next waits, whoever else tries theirs', async () => {
  const { password } = openLimits();
  for (let tried = 0; tried < 10; tried += 1) await password.take('nora');
  await assert.rejects(password.take('nora'), { status: 429, headers: { 'retry-after': '900' } });
  await password.take('ida');
});

test('a try that is given back does not count', async () => {
  const { password } = openLimits();
  for (let tried = 0; tried < 30; tried += 1) {
    await password.take('nora');
    await password.giveBack('nora');
  }
});

const email = 'nora@evergreen.example';
const tried = async (limits: ReturnType<typeof openLimits>, times: number, network: (time: number) => string) => {
  for (let time = 0; time < times; time += 1) await trySignIn(limits, { email, network: network(time), known: null });
};

test('who guesses in one network keeps nobody out who signs in from another', async () => {
  const limits = openLimits();
  await tried(limits, 10, () => '203.0.113.7');
  await assert.rejects(trySignIn(limits, { email, network: '203.0.113.7', known: null }), { status: 429 });
  await trySignIn(limits, { email, network: '203.0.113.8', known: null });
});

test('who guesses in a hundred networks is stopped, and a browser that is known for the address is not', async () => {
  const limits = openLimits();
  await tried(limits, 100, (time) => `203.0.113.${time}`);
  await assert.rejects(trySignIn(limits, { email, network: '198.51.100.1', known: null }), { status: 429 });
  const known = 'the digest of a browser';
  for (let time = 0; time < 10; time += 1) await trySignIn(limits, { email, network: '203.0.113.1', known });
  await assert.rejects(trySignIn(limits, { email, network: '203.0.113.1', known }), { status: 429 });
});

test('an IPv4 address counts for itself, and the addresses of one IPv6 network together', () => {
  assert.equal(networkOf('203.0.113.7'), '203.0.113.7');
  assert.equal(networkOf('::ffff:203.0.113.7'), '::ffff:203.0.113.7');
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2');
  assert.equal(networkOf('2001:db8:1:2::9'), '2001:db8:1:2');
  assert.equal(networkOf('2001:db8::9'), '2001:db8:0:0');
  assert.notEqual(networkOf('2001:db8:1:3::9'), networkOf('2001:db8:1:2::9'));
  assert.equal(networkOf(null), '');
});
