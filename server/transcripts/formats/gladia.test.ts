import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, said } from '../import.fixture.ts';

const word = (text: string, start: number, end: number) => ({ word: text, start, end, confidence: 0.9 });
const utterance = (words: object[], more: object = {}) => {
  return { text: 'so sorry', start: 1, end: 2, confidence: 0.5, channel: 0, words, ...more };
};
const transcription = (...utterances: object[]) => ({ full_transcript: '…', languages: ['en'], utterances });

test('Gladia names the speaker of an utterance, and its words begin with a space', () => {
  const result = imported({
    id: 'g-1',
    status: 'done',
    file: { audio_duration: 36.74 },
    result: { transcription: transcription(utterance([word(' so', 1, 1.4)], { speaker: 0 })) },
  });
  assert.deepEqual(said(result), [['so', 1000, 1400, '0']]);
  assert.equal(result.transcript.source, 'gladia');
  assert.equal(result.duration, 37);
  assert.deepEqual(result.provider_metadata, { gladia_id: 'g-1' });
});

test('the message of a callback holds the result as its payload', () => {
  const payload = { metadata: { audio_duration: 9 }, transcription: transcription(utterance([word('so', 1, 2)])) };
  const result = imported({ id: 'g-1', event: 'transcription.success', payload });
  assert.deepEqual(said(result), [['so', 1000, 2000]]);
  assert.equal(result.duration, 9);
});

test('utterances of two channels are told apart, those without words are split', () => {
  const both = transcription(
    utterance([], { channel: 1, speaker: 0 }),
    utterance([word('yes', 0, 1)], { channel: 0, speaker: 0 }),
  );
  const result = imported({ id: 'g-1', status: 'done', result: { transcription: both } });
  assert.deepEqual(said(result), [
    ['yes', 0, 1000, '0:0'],
    ['so', 1000, 1286, '1:0'],
    ['sorry', 1286, 2000, '1:0'],
  ]);
  assert.equal(result.report.estimated_times, true);
});

test('a job that is not done, or has failed, is no result', () => {
  assert.match(refusal({ id: 'g-1', status: 'queued', result: null }), /state of a transcription job/);
  assert.match(refusal({ id: 'g-1', event: 'transcription.error', error: { code: 500 } }), /error message/);
});
