import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderOf, voicesOf } from '../../transcript/voices.ts';
import { say } from '../words/words.fixture.ts';
import { loudnessOf, pathOf, placesOf } from './bars.ts';

test('bars are as loud as the louder channel, against the loudest of them', () => {
  const bars = loudnessOf(
    {
      channels: [
        [0, 0, 0.2, 0.2],
        [0.1, 0.1, 0, 0],
      ],
    },
    2,
  );
  assert.deepEqual(
    bars.map((level) => Number(level.toFixed(2))),
    [0.59, 1],
  );
  assert.deepEqual(loudnessOf({ channels: [[0, 0]] }, 3), [0, 0, 0]);
  assert.deepEqual(loudnessOf({ channels: [] }, 1), [0]);
});

test('there may be more bars than measurements', () => {
  assert.deepEqual(loudnessOf({ channels: [[1]] }, 3), [1, 1, 1]);
});

test('a bar has the colour of whoever says most in it', () => {
  const words = [...say('one', 'A', 0), ...say('two three', 'B', 600), ...say('last', 'A', 9000)];
  const voices = new Map(voicesOf(words, {}, orderOf(words)).map((voice) => [voice.id, voice]));
  assert.deepEqual(placesOf(words, voices, 10_000, 5), [1, 1, -1, -1, 0]);
  assert.deepEqual(placesOf(words, voices, 0, 2), [-1, -1]);
});

test('a bar is drawn around the middle, and silence still has a dot', () => {
  assert.equal(
    pathOf([1, 0], () => true, 4, 48),
    'M2 2.0V46.0M6 23.3V24.8',
  );
  assert.equal(
    pathOf([1, 0], (bar) => bar === 1, 4, 48),
    'M6 23.3V24.8',
  );
});
