import assert from 'node:assert/strict';
import { test } from 'node:test';
import { turnsOf } from '../../transcript/turns.ts';
import { say } from '../words/words.fixture.ts';
import { clipsOf } from './clips.ts';

const unsure = (words: ReturnType<typeof say>) => words.map((word) => ({ ...word, confidence: 0.3 }));

test('a voice is heard in its three surest and longest pieces, in the order of time', () => {
  const words = [
    ...say('no', 'C', 0),
    ...say('good morning', 'A', 2000),
    ...say('we would like it in blue', 'C', 10_000),
    ...say('yes', 'A', 20_000),
    ...unsure(say('and something that nobody understood', 'C', 30_000)),
    ...say('of course', 'A', 40_000),
    ...say('please call my brother about it', 'C', 50_000),
    ...say('yes', 'A', 60_000),
    ...say('not my father', 'C', 70_000),
  ];
  const clips = clipsOf(words, turnsOf(words), 'C');
  assert.deepEqual(
    clips.map(({ from_ms }) => from_ms),
    [9880, 49_880, 69_880],
  );
  for (const { from_ms, to_ms } of clips) assert.ok(to_ms - from_ms > 0 && to_ms - from_ms < 7000);
});

test('a long speech is heard in short pieces, and no word is cut into', () => {
  const words = say(Array.from({ length: 40 }, (_, n) => `word${n}`).join(' '), 'A');
  const clips = clipsOf(words, turnsOf(words), 'A');
  assert.equal(clips.length, 3);
  for (const { from_ms, to_ms } of clips) {
    assert.ok(to_ms - from_ms <= 6500);
    assert.ok(words.every(({ start_ms, end_ms }) => end_ms < from_ms || start_ms >= from_ms || start_ms > to_ms));
  }
});

test('a voice of one word has one clip, from the beginning on; one that says nothing has none', () => {
  const words = say('yes', 'A');
  assert.deepEqual(clipsOf(words, turnsOf(words), 'A'), [{ from_ms: 0, to_ms: 750 }]);
  assert.deepEqual(clipsOf(words, turnsOf(words), 'B'), []);
});
