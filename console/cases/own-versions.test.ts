import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followOwnVersions } from './own-versions.ts';

test('whoever makes quick changes one after another names what the one before has made', () => {
  const own = followOwnVersions();
  assert.equal(own.of('"1"'), '"1"');
  own.made('"1"', '"2"');
  assert.equal(own.of('"1"'), '"2"');
  own.made('"2"', '"3"');
  assert.deepEqual(['"1"', '"2"', '"3"'].map(own.of), ['"3"', '"3"', '"3"']);
});

test('a version of somebody else’s is named as it was seen', () => {
  const own = followOwnVersions();
  own.made('"1"', '"2"');
  assert.equal(own.of('"3"'), '"3"');
  own.made('"3"', '"4"');
  assert.deepEqual(['"1"', '"3"'].map(own.of), ['"1"', '"4"']);
});

test('a change that changes nothing makes no version', () => {
  const own = followOwnVersions();
  own.made('"1"', '"1"');
  own.made('"1"', '"2"');
  assert.equal(own.of('"1"'), '"2"');
});
