import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Asked, completeQuery, hashOf, readAsked } from './asked.ts';

test('what is asked is read back from its address', () => {
  const asked: Asked = {
    q: '"blue dress" & 50% #1 ~x=y+z',
    who: 'theirs',
    days: 31,
    location_uuid: '3f0b6a52-7c1d-4e9a-8b64-d2c95e17a083',
    order: 'newest',
  };
  assert.deepEqual(readAsked(`#${hashOf(asked)}`), asked);
  assert.deepEqual(readAsked(decodeURIComponent(hashOf(asked))), asked);
  assert.deepEqual(readAsked(hashOf({ q: 'lake' })), { q: 'lake' });
});

test('a query that is still being typed is asked as far as it goes', () => {
  for (const [typed, asked] of [
    ['"blue dress', '"blue dress"'],
    ['"blue dress"', '"blue dress"'],
    ['“blue dress', '“blue dress"'],
    ['lake OR ', 'lake'],
    ['lake -', 'lake'],
    ['lake OR -', 'lake'],
    ['lake OR pond', 'lake OR pond'],
    ['OR', 'OR'],
  ]) {
    assert.equal(completeQuery(typed as string), asked);
  }
});

test('an address that asks nothing, or something else, is no search', () => {
  for (const hash of ['', '#', '#q=', '#q=~20', '#q=~', '#t=1']) assert.equal(readAsked(hash), null);
  assert.deepEqual(readAsked('#q=lake&who=nobody&days=3&location=x&order=best'), { q: 'lake' });
});
