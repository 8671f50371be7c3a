import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BadPattern, readPattern } from './pattern.ts';

test('a path says what the names in braces stand for', () => {
  const read = readPattern('{external_id}/{title}');
  assert.deepEqual(read('2026-0412/First call'), { external_id: '2026-0412', title: 'First call' });
  assert.equal(read('First call'), null);
  assert.equal(read('2026/0412/First call'), null);
});

test('what stands around the names has to be there, with its own signs', () => {
  const read = readPattern('{last_name}, {first_name} ({external_id})/*');
  assert.deepEqual(read('Hollis, Margaret (A.1)/call 3'), {
    last_name: 'Hollis',
    first_name: 'Margaret',
    external_id: 'A.1',
  });
  assert.equal(read('Hollis Margaret (A.1)/call 3'), null);
});

test('a pattern without a case, with an unknown name or a name twice is refused with the reason', () => {
  assert.throws(() => readPattern('{title}'), BadPattern);
  assert.throws(() => readPattern('{external_id}/{caller}'), /\{caller\} is none of/);
  assert.throws(() => readPattern('{external_id}/{external_id}'), /twice/);
});
