import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCall } from './call.ts';
import { wordsOf } from './sentences.ts';
import { summarise } from './summary.ts';
import { callFrom } from './turns.fixture.ts';

const CALL = callFrom(
  'home: Avery and Sons, this is Tom.',
  'caller: Hi. My father died this morning. His name is Leonard Kowalczyk.',
  'home: I am so sorry. Has he been released?',
  "caller: The nurse says he's released.",
  'home: It is cold out there today.',
  "caller: It is. Please don't call my mother, she has dementia.",
  "home: We won't. We can be there in forty minutes.",
);

test('a summary is sentences of the call in their order, each with its words', () => {
  const summary = summarise(CALL);
  assert.ok(summary.length > 0);
  let last = -1;
  for (const { value, evidence } of summary) {
    const [range] = evidence;
    assert.ok(range && range.start_word > last);
    last = range.start_word;
    assert.equal(wordsOf(CALL, range), value);
  }
});

test('it holds what matters and leaves out what does not', () => {
  const text = summarise(CALL)
    .map(({ value }) => value)
    .join(' ');
  for (const words of ['Leonard Kowalczyk', 'released', "don't call my mother", 'forty minutes'])
    assert.ok(text.includes(words), words);
  assert.ok(!text.includes('cold out there'));
});

test('a call without words has no summary', () => assert.deepEqual(summarise(readCall([])), []));
