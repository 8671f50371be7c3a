import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairOf, readCompared } from './pair.ts';

test('without a word about it, the newest version is compared with the one before', () => {
  assert.deepEqual(pairOf({}, 7), { from: 6, to: 7 });
  assert.deepEqual(pairOf({ to: '3' }, 7), { from: 2, to: 3 });
  assert.deepEqual(pairOf({ from: '5', to: '2' }, 7), { from: 5, to: 2 });
});

test('a first version has nothing to be compared with, nor has one with itself or one that is not there', () => {
  assert.equal(pairOf({}, 1), null);
  assert.equal(pairOf({ from: '2', to: '2' }, 7), null);
  assert.equal(pairOf({ to: '8' }, 7), null);
});

test('an address that names no versions asks for none', () => {
  assert.deepEqual(readCompared({ from: '0', to: 'x' }), {});
  assert.deepEqual(readCompared({ from: '3', to: '12' }), { from: '3', to: '12' });
});
