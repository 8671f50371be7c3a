import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, said } from '../import.fixture.ts';

const text = (value: string, ts: number, end_ts: number) => ({ type: 'text', value, ts, end_ts, confidence: 0.9 });
const punct = (value: string) => ({ type: 'punct', value });

test('Rev.ai keeps a text with a space as one word, and attaches its punctuation', () => {
  const elements = [text('New York', 1, 1.5), punct(','), punct(' '), text('yes', 1.5, 2), punct('.'), punct(' ')];
  const result = imported({ monologues: [{ speaker: 0, elements }] });
  assert.deepEqual(said(result), [
    ['New York,', 1000, 1500, '0'],
    ['yes.', 1500, 2000, '0'],
  ]);
  assert.deepEqual(result.report.repaired, {});
  assert.equal(result.transcript.source, 'rev_ai');
});

test('what could not be heard stays a word, of unknown confidence, between its neighbours', () => {
  const unheard = { type: 'unknown', value: '<inaudible>', confidence: 0.2 };
  const result = imported({ monologues: [{ speaker: 1, elements: [text('so', 1, 2), unheard, text('yes', 3, 4)] }] });
  assert.deepEqual(said(result)[1], ['<inaudible>', 2000, 3000, '1']);
  assert.equal(result.transcript.words[1]?.confidence, 0);
  assert.deepEqual(result.report.repaired, { missing_times: 1 });
});

test('names are taken from speaker_info, unless they are numbers', () => {
  const monologue = (speaker: number, display_name: string) => {
    return { speaker, speaker_info: { id: String(speaker), display_name }, elements: [text('so', speaker, 9)] };
  };
  const { names } = imported({ monologues: [monologue(0, 'Ann Lee'), monologue(1, 'Speaker 1'), monologue(2, ' ')] });
  assert.deepEqual(names, { 0: 'Ann Lee' });
});

test('a job that is done is not its transcript', () => {
  assert.match(refusal({ job: { id: 'j-1', status: 'transcribed' } }), /state of a transcription job/);
  assert.match(refusal({ id: 'j-1', status: 'in_progress' }), /state of a transcription job/);
  assert.deepEqual(imported({ monologues: [] }).transcript.words, []);
});
