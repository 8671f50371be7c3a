import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../texts/english.ts';
import { spanish } from '../texts/spanish.ts';
import { ruleWords } from './rule-words.ts';

test('a rule is told in the language of the reader, and one that is not known as the server tells it', () => {
  assert.equal(ruleWords('deleted more than 30 days ago', english), 'Deleted more than 30 days ago');
  assert.equal(ruleWords('deleted more than 1 day ago', spanish), 'Borrado hace más de 1 día');
  assert.equal(ruleWords('at-need cases are kept 3650 days', english), 'Cases after a death are kept 3,650 days');
  assert.equal(
    ruleWords('pre-need cases of this location are kept 10 days', english),
    'Cases planned ahead are kept 10 days in this location',
  );
  assert.equal(ruleWords('by order of the moon', spanish), 'by order of the moon');
});
