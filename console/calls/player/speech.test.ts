import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Word } from '@pharos/contract/transcripts.ts';
import { say } from '../words/words.fixture.ts';
import { resumeAt, silenceEnd, speechOf, spokenAt } from './speech.ts';

const word = (text: string, start_ms: number, end_ms: number): Word => ({
  text,
  start_ms,
  end_ms,
  confidence: 0.9,
  speaker: 'A',
});
const lit = (words: Word[], ms: number) => words[spokenAt(words, speechOf(words), ms).word]?.text ?? null;

suite('the spoken word', () => {
  test('is the last of those that have begun, and stays lit a little after its end', () => {
    const words = say('one two three');
    assert.deepEqual(
      [-1, 0, 500, 899, 900, 1000].map((ms) => lit(words, ms)),
      [null, 'one', 'one', 'one', null, 'two'],
    );
  });

  test('is, where two speak at once, the one that began last', () => {
    const words = [word('only', 0, 400), word('wanted', 400, 2000), word('yes', 700, 1100)];
    assert.equal(lit(words, 800), 'yes');
  });

  test('is found in words that stand before what was said earlier', () => {
    const words = [word('later', 5000, 5500), word('sooner', 0, 500)];
    assert.deepEqual([lit(words, 100), lit(words, 5100)], ['sooner', 'later']);
    assert.deepEqual([...speechOf(words).place], [1, 0]);
  });

  test('is lit for three seconds at most, however long it is said to last', () => {
    const words = [word('adjourned', 1000, 267_000), word('again', 280_000, 280_500)];
    assert.deepEqual([lit(words, 3999), lit(words, 4000)], ['adjourned', null]);
    assert.deepEqual(spokenAt(words, speechOf(words), 100_000), { word: -1, last: 0, begun: 1 });
  });

  test('may end before it begins', () => {
    assert.equal(lit([word('odd', 1000, 200)], 1100), 'odd');
  });

  test('has some text', () => {
    assert.equal(lit([word('said', 0, 1000), word(' ', 500, 600)], 700), 'said');
  });
});

suite('a silence', () => {
  const words = [word('one', 3000, 3500), word('two', 10_000, 10_500), word('three', 11_500, 12_000)];
  const end = (ms: number) => silenceEnd(speechOf(words), ms);

  test('is left a little before somebody speaks again', () => {
    assert.deepEqual([0, 2699, 2700, 3400].map(end), [2700, 2700, null, null]);
    assert.deepEqual([3800, 3900, 9699, 9700].map(end), [null, 9700, 9700, null]);
  });

  test('is no short pause, nor what comes after the last word', () => {
    assert.deepEqual([11_000, 20_000].map(end), [null, null]);
  });

  test('is not where somebody else still speaks', () => {
    const both = [word('on', 0, 2900), word('so', 100, 300), word('then', 4000, 4200)];
    assert.equal(silenceEnd(speechOf(both), 2000), null);
  });
});

test('after a pause one hears a second or two again, never from before the beginning', () => {
  assert.deepEqual([resumeAt(9000, 400), resumeAt(9000, 5000), resumeAt(9000, 600_000)], [9000, 8000, 7000]);
  assert.equal(resumeAt(500, 600_000), 0);
});
