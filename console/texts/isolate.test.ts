import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isolate } from './isolate.ts';

test('a name that is read from right to left keeps its direction within a sentence, and others are as they were', () => {
  assert.equal(isolate('רחל כהן (1)'), '\u2068רחל כהן (1)\u2069');
  assert.equal(isolate('أحمد'), '\u2068أحمد\u2069');
  assert.equal(isolate('Raúl Delgado'), 'Raúl Delgado');
});
