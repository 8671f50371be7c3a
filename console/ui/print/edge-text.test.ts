import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgeText } from './edge-text.ts';

test('whatever a title has in it, it stays one string of a style sheet', () => {
  assert.equal(edgeText('First call – T-0412'), '"First call – T-0412"');
  assert.equal(edgeText('"}; \\ *{}\n'), '"\\22 }; \\5c  *{}\\a "');
});

test('a title that is too long for the edge of a page is cut between characters', () => {
  const cut = edgeText('🕯'.repeat(200));
  assert.equal(cut, `"${'🕯'.repeat(80)}…"`);
});
