import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Word } from '@pharos/contract/transcripts.ts';
import { fc } from '../../../test/support/properties.ts';
import { textOf } from '../../transcript/turns.ts';
import { correctWords } from './correct.ts';
import { say } from './words.fixture.ts';

const timesOf = (words: Word[]) => words.map(({ text, start_ms, end_ms }) => `${text} ${start_ms}-${end_ms}`);

test('a word that is replaced gives its time and its voice to the one that stands for it', () => {
  const words = say('Margaret Hollace called');
  const corrected = correctWords(words, 'Margaret Hollis called');
  assert.equal(corrected[0], words[0]);
  assert.deepEqual(corrected[1], { text: 'Hollis', start_ms: 1000, end_ms: 1500, confidence: 1, speaker: 'A' });
  assert.equal(corrected[2], words[2]);
});

test('words that are one become one, and one becomes several, within the same time', () => {
  assert.deepEqual(timesOf(correctWords(say('the Holl is family'), 'the Hollis family')), [
    'the 0-500',
    'Hollis 1000-2500',
    'family 3000-3500',
  ]);
  const split = correctWords(say('at abide withme tonight'), 'at abide with me tonight');
  assert.deepEqual(timesOf(split), [
    'at 0-500',
    'abide 1000-1500',
    'with 2000-2333',
    'me 2333-2500',
    'tonight 3000-3500',
  ]);
});

test('an added word has a place between its neighbours, and does not fill a silence', () => {
  const words = say('yes please');
  assert.deepEqual(timesOf(correctWords(words, 'yes oh please')), ['yes 0-500', 'oh 500-770', 'please 1000-1500']);
  const apart = [...say('yes'), ...say('please', 'A', 60_000)];
  assert.deepEqual(timesOf(correctWords(apart, 'yes oh please'))[1], 'oh 500-770');
});

test('a word is added at an edge beside the neighbours of the turn, where there are some', () => {
  const [before] = say('before', 'B', 0);
  const [after] = say('after', 'B', 5000);
  const words = say('here', 'A', 3000);
  assert.deepEqual(timesOf(correctWords(words, 'here now', { before, after })), ['here 3000-3500', 'now 3500-3830']);
  assert.deepEqual(timesOf(correctWords(words, 'well here', { before, after })), ['well 500-890', 'here 3000-3500']);
  assert.deepEqual(timesOf(correctWords(words, 'well here')), ['well 2610-3000', 'here 3000-3500']);
});

test('neighbours that overlap leave no room, and no word ends before it starts', () => {
  const words: Word[] = [
    { text: 'one', start_ms: 0, end_ms: 900, confidence: 1 },
    { text: 'two', start_ms: 500, end_ms: 400, confidence: 1 },
  ];
  assert.deepEqual(timesOf(correctWords(words, 'one and two')), ['one 0-900', 'and 900-900', 'two 500-400']);
  assert.deepEqual(timesOf(correctWords(words, 'one four five')), ['one 0-900', 'four 500-500', 'five 500-500']);
});

test('what is taken out is gone, and all that stays is the same', () => {
  const words = say('um good um morning');
  const corrected = correctWords(words, 'good morning');
  assert.deepEqual(corrected, [words[1], words[3]]);
  assert.deepEqual(correctWords(words, '   '), []);
});

test('nothing changed is the same array, however it was spaced', () => {
  const words: Word[] = [{ text: ' was', start_ms: 0, end_ms: 1, confidence: 0 }, ...say('it New')];
  assert.equal(correctWords(words, ' was  it\nNew '), words);
});

test('a word that holds spaces is kept whole, and a cue of many words stays one when it is corrected', () => {
  const cue: Word = { text: 'She was in New Yrok then', start_ms: 0, end_ms: 4000, confidence: 0 };
  const next: Word = { text: 'and left again', start_ms: 4000, end_ms: 6000, confidence: 0 };
  const corrected = correctWords([cue, next], 'She was in New York then and left again');
  assert.deepEqual(corrected, [{ ...cue, text: 'She was in New York then', confidence: 1 }, next]);
  assert.equal(corrected[1], next);
});

test('empty words, which nobody can see, stay where they were', () => {
  const silent: Word = { text: '', start_ms: 600, end_ms: 700, confidence: 0 };
  const [one, two] = say('one two') as [Word, Word];
  assert.deepEqual(correctWords([one, silent, two], 'one three')[1], silent);
});

test('a word without the key speaker gets none', () => {
  const words: Word[] = [{ text: 'yes', start_ms: 0, end_ms: 1, confidence: 0 }];
  assert.ok(!('speaker' in (correctWords(words, 'yes indeed')[1] as Word)));
});

test('whatever is written, the text is what was written, and the words that stay keep their order and their times', () => {
  const text = fc.array(fc.constantFrom('a', 'bee', 'sea', 'dee,', 'constructor', '__proto__'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (old, fresh) => {
      const words = old.length === 0 ? [] : say(old.join(' '));
      const corrected = correctWords(words, fresh.join(' '));
      assert.equal(textOf(corrected), fresh.join(' '));
      const kept = corrected.filter((word) => words.includes(word)).map((word) => words.indexOf(word));
      assert.deepEqual(
        kept,
        [...kept].sort((a, b) => a - b),
      );
      for (const word of corrected) {
        assert.ok(Number.isFinite(word.start_ms) && word.start_ms >= 0 && word.end_ms >= word.start_ms);
      }
    }),
  );
});
