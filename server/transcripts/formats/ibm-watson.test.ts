import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, said } from '../import.fixture.ts';

const result = (words: [string, number, number][], more: object = {}) => ({
  final: true,
  alternatives: [
    {
      transcript: `${words.map(([word]) => word).join(' ')} `,
      confidence: 0.9,
      timestamps: words,
      word_confidence: words.map(([word], i) => [word, 0.8 - i / 10]),
      ...more,
    },
  ],
});
const answer = {
  result_index: 0,
  results: [result([['so', 0.1, 0.5], ['sorry', 0.5, 0.9]]), result([['yes', 1, 1.25]])], // biome-ignore format: pairs
  speaker_labels: [
    { from: 0.1, to: 0.5, speaker: 0, confidence: 0.5, final: false },
    { from: 0.5, to: 0.9, speaker: 0, confidence: 0.5, final: false },
    { from: 1, to: 1.25, speaker: 1, confidence: 0.5, final: true },
  ],
};
const expected = [
  ['so', 100, 500, '0'],
  ['sorry', 500, 900, '0'],
  ['yes', 1000, 1250, '1'],
];

test('IBM Watson has words as lists, and who speaks beside them, by time', () => {
  const { transcript, report } = imported(answer);
  assert.deepEqual(said(imported(answer)), expected);
  assert.deepEqual(
    transcript.words.map(({ confidence }) => confidence),
    [0.8, 0.7000000000000001, 0.8],
  );
  assert.equal(transcript.source, 'ibm_watson');
  assert.equal(report.format, 'ibm_watson');
  assert.deepEqual(report.warnings, []);
});

test('a job of IBM Watson that is completed holds such answers', () => {
  const job = { id: 'j-1', status: 'completed', created: '2026-11-30T00:00:00.000Z', results: [answer] };
  assert.deepEqual(said(imported(job)), expected);
  assert.deepEqual(imported(job).provider_metadata, { ibm_watson_id: 'j-1' });
  assert.match(refusal({ id: 'j-1', status: 'waiting' }), /state of a transcription job.*once it is completed/);
});

test('words are spelled as the transcript, interim results are left out, and text without times is refused', () => {
  const spelled = result([['so', 0, 1]], { transcript: 'So. ' });
  const interim = { ...result([['so', 0, 1]]), final: false };
  assert.deepEqual(said(imported({ result_index: 0, results: [interim, spelled] })), [['So.', 0, 1000]]);
  const untimed = { result_index: 0, results: [{ final: true, alternatives: [{ transcript: 'so ' }] }] };
  assert.match(refusal(untimed), /IBM Watson.*timestamps=true/);
});
