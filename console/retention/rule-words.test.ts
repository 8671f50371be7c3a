import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../texts/english.ts';
import { spanish } from '../texts/spanish.ts';
import { ruleWords } from './rule-words.ts';

test('a rule is told in the language of the reader, and one of an earlier version as it was written', () => {
  for (const texts of [english, spanish]) {
    const { rule_deleted, rule_at_need, rule_pre_need } = texts.retention;
    assert.equal(ruleWords({ reason: 'deleted', days: 1 }, texts), rule_deleted(1));
    const at_need = { reason: 'at_need', days: 3650, set_by: 'organization' } as const;
    assert.equal(ruleWords(at_need, texts), rule_at_need(3650, false));
    const pre_need = { reason: 'pre_need', days: 10, set_by: 'location' } as const;
    assert.equal(ruleWords(pre_need, texts), rule_pre_need(10, true));
    assert.equal(ruleWords({ reason: 'text', text: 'by order of the moon' }, texts), 'by order of the moon');
  }
});
