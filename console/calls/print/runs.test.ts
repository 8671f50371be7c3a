import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say } from '../words/words.fixture.ts';
import { runsOf } from './runs.ts';

test('words are set as one text, in which the doubtful ones stand apart', () => {
  const words = say('she asked for blue delphiniums only').map((word, at) => ({
    ...word,
    confidence: at === 3 || at === 4 ? 0.4 : word.confidence,
  }));
  assert.deepEqual(runsOf(words), [
    { text: 'she asked for', is_doubtful: false },
    { text: 'blue delphiniums', is_doubtful: true },
    { text: 'only', is_doubtful: false },
  ]);
});

test('spaces that were sent with words are set once, and words of nothing else not at all', () => {
  const [one, two] = say('one two');
  assert.ok(one && two);
  const words = [
    { ...one, text: ' one ' },
    { ...one, text: '  ' },
    { ...two, text: 'two ' },
  ];
  assert.deepEqual(runsOf(words), [{ text: 'one two', is_doubtful: false }]);
  assert.deepEqual(runsOf([]), []);
});
