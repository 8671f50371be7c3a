import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderOf, voicesOf } from '../../transcript/voices.ts';
import { say } from '../words/words.fixture.ts';
import { barsOf, laneOf, lanesOf, loudnessOf, pathOf, placesOf } from './bars.ts';

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

test('each of four voices has a lane of its own, and of more the others share the last', () => {
  assert.deepEqual([0, 1, 2, 4, 5, 200].map(lanesOf), [1, 1, 2, 4, 4, 4]);
  assert.deepEqual([0, 1, 2, 3, 4, 150].map(laneOf), [0, 1, 2, 3, 3, 3]);
});

test('words are ticked at the bars in which they begin', () => {
  const at = (start_ms: number) => ({ text: 'word', start_ms, end_ms: start_ms + 300, confidence: 0.4 });
  assert.deepEqual([...barsOf([at(0), at(990), at(400), at(5000)], 1000, 10)], [0, 9, 4]);
  assert.deepEqual([...barsOf([at(0)], 0, 10)], []);
});
