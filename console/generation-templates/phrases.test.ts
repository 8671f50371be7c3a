import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPhrases, writePhrases } from './phrases.ts';

test('phrases are written a line each, and read back as they were', () => {
  const phrases = [
    { phrase: 'no viewing', match_percentage: 80 },
    { phrase: 'cash | card', match_percentage: 100 },
    { phrase: 'ashes', match_percentage: 99.5 },
  ];
  assert.equal(writePhrases(phrases), 'no viewing | 80\ncash | card\nashes | 99.5');
  assert.deepEqual(readPhrases(writePhrases(phrases)), phrases);
  assert.equal(writePhrases(null), '');
});

test('an empty line is no phrase, and a percentage may be written with its sign', () => {
  assert.deepEqual(readPhrases('\n  no viewing |80 %\n\n'), [{ phrase: 'no viewing', match_percentage: 80 }]);
  assert.deepEqual(readPhrases(''), []);
});
