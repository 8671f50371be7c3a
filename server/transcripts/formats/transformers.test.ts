import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, said } from '../import.fixture.ts';

const chunk = (text: string, start: number, end: number | null, more: object = {}) => ({
  text,
  timestamp: [start, end],
  ...more,
});

test('chunks of single words have their times, and the spelling of the text', () => {
  const chunks = [chunk(' Hi', 0, 0.5), chunk(' there', 0.5, 1), chunk(' it', 1, 1.2), chunk("'s", 1.2, 1.3)];
  const result = imported({ text: " Hi there, it's", chunks });
  assert.deepEqual(said(result), [
    ['Hi', 0, 500],
    ['there,', 500, 1000],
    ["it's", 1000, 1300],
  ]);
  assert.equal(result.report.format, 'transformers');
  assert.equal(result.report.estimated_times, false);
});

test('longer chunks are shared out; the last may have no end', () => {
  const result = imported({ text: ' We care. Yes', chunks: [chunk(' We care.', 1, 2), chunk(' Yes', 2, null)] });
  assert.deepEqual(said(result), [
    ['We', 1000, 1286],
    ['care.', 1286, 2000],
    ['Yes', 2000, 2000],
  ]);
  assert.equal(result.report.estimated_times, true);
});

test('the turns of a diarization stand beside the chunks, or the speaker in each', () => {
  const chunks = [chunk(' We care.', 0, 2), chunk(' Thank you.', 2, 3)];
  const speakers = [
    { speaker: 'SPEAKER_00', timestamp: [0, 2], text: ' We care.' },
    { speaker: 'SPEAKER_01', timestamp: [2, 3], text: ' Thank you.' },
  ];
  const voices = (file: object) => said(imported(file)).map((word) => word[3]);
  const expected = ['SPEAKER_00', 'SPEAKER_00', 'SPEAKER_01', 'SPEAKER_01'];
  assert.deepEqual(voices({ text: '', chunks, speakers }), expected);
  const spoken = chunks.map((one, i) => ({ ...one, speaker: `SPEAKER_0${i}` }));
  assert.deepEqual(voices({ text: '', chunks: spoken }), expected);
});

test('tokens of Soniox are pieces of words, and a translation was not said', () => {
  const token = (text: string, start_ms: number, speaker: string, more: object = {}) => ({
    ...{ text, start_ms, end_ms: start_ms + 100, confidence: 0.9, speaker },
    ...more,
  });
  const tokens = [token('Hel', 0, '1'), token('lo', 100, '1', { confidence: 0.5 }), token(' there', 200, '2')];
  const result = imported({ id: 's-1', text: 'Hello there', tokens });
  assert.deepEqual(result.transcript, {
    source: 'soniox',
    words: [
      { text: 'Hello', start_ms: 0, end_ms: 200, confidence: 0.5, speaker: '1' },
      { text: 'there', start_ms: 200, end_ms: 300, confidence: 0.9, speaker: '2' },
    ],
  });
  assert.deepEqual(result.provider_metadata, { soniox_id: 's-1' });
  const translated = tokens.map((one) => ({ ...one, translation_status: 'original' }));
  const hola = token(' Hola', 0, '1', { translation_status: 'translation' });
  assert.deepEqual(said(imported({ text: 'Hello there Hola', tokens: [...translated, hola] })), said(result));
});
