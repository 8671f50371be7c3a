import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../texts/english.ts';
import { spanish } from '../texts/spanish.ts';
import { ruleWords } from './rule-words.ts';

test('a rule is told in the language of the reader, and one that is not known as the server tells it', () => {
  assert.equal(ruleWords('deleted more than 30 days ago', english), english.retention.rule_deleted(30));
  assert.equal(ruleWords('deleted more than 1 day ago', spanish), spanish.retention.rule_deleted(1));
  assert.equal(ruleWords('at-need cases are kept 3650 days', english), english.retention.rule_at_need(3650, false));
  assert.equal(
    ruleWords('pre-need cases of this location are kept 10 days', english),
    english.retention.rule_pre_need(10, true),
  );
  assert.equal(ruleWords('by order of the moon', spanish), 'by order of the moon');
});
