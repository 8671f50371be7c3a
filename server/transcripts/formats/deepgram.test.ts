import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deepgram, imported, refusal, repaired, said } from '../import.fixture.ts';

const hello = { word: 'hello', punctuated_word: 'Hello,', start: 0.5, end: 0.9, confidence: 0.98 };
const yes = { word: 'yes', start: 0.7, end: 0.8, confidence: 0.5 };

test('Deepgram gives seconds and the punctuated word', () => {
  const { transcript, duration, provider_metadata } = imported(deepgram([hello, yes]));
  assert.deepEqual(transcript, {
    source: 'deepgram',
    words: [
      { text: 'Hello,', start_ms: 500, end_ms: 900, confidence: 0.98 },
      { text: 'yes', start_ms: 700, end_ms: 800, confidence: 0.5 },
    ],
  });
  assert.equal(duration, 10);
  assert.deepEqual(provider_metadata, { deepgram_request_id: 'r-1' });
});

test('two channels are merged by time and told apart by their numbers', () => {
  const both = imported(deepgram([hello, { ...yes, start: 2, end: 3 }], [yes]));
  assert.deepEqual(said(both), [
    ['Hello,', 500, 900, 'ch_0'],
    ['yes', 700, 800, 'ch_1'],
    ['yes', 2000, 3000, 'ch_0'],
  ]);
  assert.deepEqual(both.report.repaired, {}, 'merging repairs nothing');
});

test('speakers of two channels are not mixed up, though each channel counts from 0', () => {
  const both = imported(
    deepgram(
      [{ ...hello, speaker: 0 }],
      [
        { ...yes, speaker: 0 },
        { ...yes, start: 1, end: 2 },
      ],
    ),
  );
  assert.deepEqual(
    both.transcript.words.map(({ speaker }) => speaker),
    ['0:0', '1:0', 'ch_1'],
  );
  assert.equal(both.report.speakers, 3);
});

test('silence is a transcript without words', () => {
  assert.deepEqual(imported(deepgram()).transcript.words, []);
  assert.deepEqual(imported(deepgram([])).transcript.words, []);
  assert.deepEqual(imported({ results: { channels: [{ alternatives: [] }] } }).transcript.words, []);
});

test('text without words is refused, not taken for silence', () => {
  const json = { results: { channels: [{ alternatives: [{ transcript: 'so sorry', words: [] }] }] } };
  assert.match(refusal(json), /text but no words with times/);
  assert.match(refusal({ results: { channels: [{ alternatives: [{ words: 'so sorry' }] }] } }), /words" is not a list/);
});

test('words out of order are sorted, once, and those at the same time keep their order', () => {
  const words = ['c', 'a', 'b'].map((word) => ({ word, start: word === 'c' ? 2 : 1, end: 3 }));
  assert.deepEqual(said(imported(deepgram(words))), [
    ['a', 1000, 3000],
    ['b', 1000, 3000],
    ['c', 2000, 3000],
  ]);
  assert.deepEqual(repaired(deepgram(words)), { out_of_order: 1 });
});

test('the same audio on both channels is pointed out', () => {
  const speech = ['we', 'are', 'so', 'very', 'sorry', 'for', 'your', 'loss'].map((word, i) => ({
    word,
    start: i,
    end: i + 0.5,
  }));
  const echo = speech.map((word) => ({ ...word, start: word.start + 0.2 }));
  const later = speech.map((word) => ({ ...word, start: word.start + 0.4, end: word.end + 0.4 }));
  assert.match(imported(deepgram(speech, echo)).report.warnings.join(), /Two channels hold the same speech/);
  assert.deepEqual(imported(deepgram(speech, later)).report.warnings, []);
});

test('what Deepgram says besides a result is refused by name', () => {
  assert.match(refusal({ request_id: 'r-1' }), /Deepgram's note/);
  assert.match(
    refusal({ err_code: 'INVALID_AUTH', err_msg: 'Invalid credentials.', request_id: 'r' }),
    /error message of/,
  );
  assert.match(refusal({ category: 'INVALID_JSON', message: '…', details: '…', request_id: 'r' }), /error message of/);
  assert.match(refusal({ type: 'Results', channel: { alternatives: [] } }), /real-time/);
});
