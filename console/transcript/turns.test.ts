import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Word } from '@pharos/contract/transcripts.ts';
import { say } from '../calls/words/words.fixture.ts';
import { isDoubtful, nextDoubt, textOf, turnOfWord, turnsOf, wordAt } from './turns.ts';

test('a turn is what one voice says in a row', () => {
  const words = [...say('good morning', 'A'), ...say('hello', 'B', 2000), ...say('who is it', 'A', 3000)];
  assert.deepEqual(
    turnsOf(words).map(({ start, end, speaker, continues }) => [start, end, speaker, continues]),
    [
      [0, 2, 'A', false],
      [2, 3, 'B', false],
      [3, 6, 'A', false],
    ],
  );
  assert.deepEqual(turnsOf([]), []);
});

test('a word without a speaker and one with null are said by the same unknown voice', () => {
  const [one, two] = say('one two', null) as [Word, Word];
  const { speaker: _none, ...bare } = two;
  assert.equal(turnsOf([one, bare]).length, 1);
});

test('a long speech is cut into paragraphs after sentences, without losing a word', () => {
  const words = say(Array.from({ length: 2000 }, (_, n) => (n % 20 === 19 ? 'end.' : 'word')).join(' '));
  const turns = turnsOf(words);
  assert.ok(turns.length > 10);
  assert.ok(turns.slice(1).every(({ continues }) => continues));
  assert.ok(turns.slice(0, -1).every(({ end }) => words[end - 1]?.text === 'end.'));
  assert.equal(turns.map(({ start, end }) => textOf(words.slice(start, end))).join(' '), textOf(words));
});

test('a speech without any sentence is cut too', () => {
  const turns = turnsOf(say('word '.repeat(2000).trim()));
  assert.ok(turns.every(({ start, end }) => end - start <= 210));
});

test('a word is found in its turn', () => {
  const turns = turnsOf([...say('a b', 'A'), ...say('c', 'B'), ...say('d e f', 'A')]);
  assert.deepEqual(
    [0, 1, 2, 3, 5].map((word) => turnOfWord(turns, word)),
    [0, 0, 1, 2, 2],
  );
  assert.equal(turnOfWord([], 0), -1);
});

test('the word at a time is the one that began last, also where times run backwards', () => {
  const words = [...say('one two three'), ...say('back', 'B', 1500)];
  assert.equal(wordAt(words, 0), 0);
  assert.equal(wordAt(words, 1400), 1);
  assert.equal(wordAt(words, 1600), 3);
  assert.equal(wordAt(words, 99_000), 2);
});

test('doubt is a low confidence, but not 0, which is none', () => {
  const doubt = (confidence: number) => isDoubtful({ text: 'x', start_ms: 0, end_ms: 0, confidence });
  assert.deepEqual([0, 0.05, 0.69, 0.7, 1, 123, -3].map(doubt), [false, true, true, false, false, false, false]);
});

test('doubtful words are gone through in both directions, round the ends', () => {
  const words = say('a b c d').map((word, index) => ({ ...word, confidence: index % 2 === 1 ? 0.4 : 1 }));
  assert.deepEqual([nextDoubt(words, 0, 1), nextDoubt(words, 1, 1), nextDoubt(words, 3, 1)], [1, 3, 1]);
  assert.deepEqual([nextDoubt(words, 0, -1), nextDoubt(words, 3, -1)], [3, 1]);
  assert.equal(nextDoubt(say('a b'), 0, 1), -1);
  assert.equal(nextDoubt([], 0, 1), -1);
});
