import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf, openLimits } from './limits.ts';

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

test('an IPv4 address counts for itself, and the addresses of one IPv6 network together', () => {
  assert.equal(networkOf('203.0.113.7'), '203.0.113.7');
  assert.equal(networkOf('::ffff:203.0.113.7'), '::ffff:203.0.113.7');
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2');
  assert.equal(networkOf('2001:db8:1:2::9'), '2001:db8:1:2');
  assert.equal(networkOf('2001:db8::9'), '2001:db8:0:0');
  assert.notEqual(networkOf('2001:db8:1:3::9'), networkOf('2001:db8:1:2::9'));
  assert.equal(networkOf(null), '');
});
