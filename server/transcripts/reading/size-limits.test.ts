import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal } from '../import.fixture.ts';
import { countWords, isTooLargeToParse } from './size-limits.ts';

const keys = (count: number) => `{${Array.from({ length: count }, (_, i) => `"key \\" ${i}":1`).join()}}`;

test('JSON of a million small things, or of as many different keys, is known before it is parsed', () => {
  for (const [json, is_too_large] of [
    [`[${'{},'.repeat(1_000_100)}1]`, true],
    [`[${'[],'.repeat(1_000_100)}1]`, true],
    [`[${'{},'.repeat(900_000)}1]`, false],
    [`["${'{['.repeat(1_000_000)}"]`, false],
    [keys(450_000), true],
    [keys(100_000), false],
    [`[${'{"text":"a","start":1,"end":2},'.repeat(200_000)}1]`, false],
  ] as const) {
    assert.equal(isTooLargeToParse(json), is_too_large, json.slice(0, 20));
    assert.equal(isTooLargeToParse(Buffer.from(json)), is_too_large, json.slice(0, 20));
  }
});

test('words are counted as they are cut', () => {
  for (const text of ['', ' ', 'a', ' a b\n\tc ', 'a\u00a0b\u3000c', '日本 語']) {
    assert.equal(countWords(text), text.split(/\s+/).filter(Boolean).length);
  }
});

const TIMES = '00:00:01,000 --> 00:00:02,000\n';

test('a file of more words than a day has is refused, wherever they stand', () => {
  const many = 'a '.repeat(700_000);
  for (const file of [
    `${TIMES}${many}`,
    `${TIMES}${'\n'.repeat(1_100_000)}a`,
    { segments: [{ start: 0, end: 1, text: many }] },
    { segments: [1, 2].map((start) => ({ start, end: 3, text: 'a '.repeat(350_000) })) },
  ]) {
    assert.match(refusal(file), /too many words for a call/);
  }
  assert.match(refusal(`{"segments":[${'{},'.repeat(1_000_100)}{}]}`), /too many entries for a call/);
  const words = [{ word: 'a', start: 0, end: 1 }];
  assert.equal(imported({ text: many, words }).transcript.words.length, 1);
  assert.match(refusal('[0:00]'.repeat(100_000)), /./);
});
