import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Word } from '@pharos/contract/transcripts.ts';
import { turnsOf } from './turns.ts';

const word = (text: string, start_ms: number, end_ms: number, speaker?: string | null): Word => {
  return { text, start_ms, end_ms, confidence: 0, ...(speaker !== undefined && { speaker }) };
};
const shown = (turns: ReturnType<typeof turnsOf>) =>
  turns.map(({ speaker, start_word, end_word, start_ms, end_ms }) => [speaker, start_word, end_word, start_ms, end_ms]);

test('a turn is what one speaker says until another does', () => {
  const words = [word('So', 0, 9, 'A'), word('sorry', 9, 20, 'A'), word('Yes', 15, 30, 'B'), word('so', 40, 50, 'A')];
  assert.deepEqual(shown(turnsOf(words)), [
    ['A', 0, 2, 0, 20],
    ['B', 2, 3, 15, 30],
    ['A', 3, 4, 40, 50],
  ]);
  assert.deepEqual(turnsOf(words)[0]?.words, words.slice(0, 2));
  assert.deepEqual(turnsOf([]), []);
});

test('nobody in particular is one speaker, however it was written', () => {
  assert.deepEqual(shown(turnsOf([word('a', 0, 1), word('b', 1, 2, null), word('c', 2, 3, '')])), [[null, 0, 3, 0, 3]]);
});

test('a long silence begins a new turn', () => {
  const words = [word('a', 0, 1000, 'A'), word('b', 6000, 7000, 'A'), word('c', 12_001, 13_000, 'A')];
  assert.equal(turnsOf(words).length, 1);
  assert.deepEqual(shown(turnsOf(words, { silence_ms: 5000 })), [
    ['A', 0, 2, 0, 7000],
    ['A', 2, 3, 12_001, 13_000],
  ]);
});

test('a long turn ends with its sentence, or at twice the length where nobody wrote full stops', () => {
  const words = ['a', 'b', 'c.', 'd', 'e', 'f', 'g'].map((text, i) => word(text, i * 1000, (i + 1) * 1000));
  assert.deepEqual(
    turnsOf(words, { long_ms: 2000 }).map(({ start_word }) => start_word),
    [0, 3],
  );
});

test('the times of a turn enclose words that overlap, run backwards or end before they start', () => {
  assert.deepEqual(shown(turnsOf([word('a', 500, 900), word('b', 100, 50), word('c', 300, 400)])), [
    [null, 0, 3, 100, 900],
  ]);
});
