import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, said } from '../import.fixture.ts';

const spoken = (nBest: object[], more: object = {}) => ({
  recognitionStatus: 'Success',
  channel: 0,
  offsetInTicks: 7_600_000,
  durationInTicks: 10_000_000,
  nBest,
  ...more,
});
const word = (text: string, from: number, length: number, confidence = 0.8) => {
  return { word: text, offsetInTicks: from, durationInTicks: length, confidence };
};
const azure = (...recognizedPhrases: object[]) => ({
  source: 'https://example.org/call.wav',
  durationInTicks: 95_000_000,
  recognizedPhrases,
});

test('Azure gives ticks of 100 ns; the words as displayed win over those as heard', () => {
  const displayWords = [{ displayText: 'Sorry.', offsetInTicks: 7_600_000, durationInTicks: 400_000.0 }];
  const best = { confidence: 0.56, display: 'Sorry.', words: [word('sorry', 7_600_000, 400_000)], displayWords };
  const { transcript, duration, report } = imported(azure(spoken([best, { confidence: 0.9, display: 'Surrey.' }])));
  assert.deepEqual(transcript, {
    source: 'azure',
    words: [{ text: 'Sorry.', start_ms: 760, end_ms: 800, confidence: 0.56 }],
  });
  assert.equal(duration, 10);
  assert.equal(report.format, 'azure');
  assert.equal(report.estimated_times, false);
});

test('words as heard have confidences of their own; older files write times as ISO 8601', () => {
  const old = { word: 'so', offset: 'PT1M0.76S', duration: 'PT0.04S', confidence: 0.7 };
  const { transcript } = imported(azure(spoken([{ words: [word('I am', 0, 10_000), old] }], { speaker: 2 })));
  assert.deepEqual(transcript.words, [
    { text: 'I am', start_ms: 0, end_ms: 1, confidence: 0.8, speaker: '2' },
    { text: 'so', start_ms: 60_760, end_ms: 60_800, confidence: 0.7, speaker: '2' },
  ]);
  const broken = { ...old, offset: 'soon' };
  assert.match(refusal(azure(spoken([{ words: [broken] }]))), /Word 0 has a time that is no number/);
});

test('a phrase without words is split, one that was not recognized is left out', () => {
  const failed = { recognitionStatus: 'NoMatch', channel: 0, nBest: [{ display: 'noise' }] };
  const result = imported(azure(spoken([{ confidence: 0.5, display: 'So sorry' }]), failed));
  assert.deepEqual(said(result), [
    ['So', 760, 1046],
    ['sorry', 1046, 1760],
  ]);
  assert.equal(result.transcript.words[0]?.confidence, 0.5);
  assert.equal(result.report.estimated_times, true);
});

test('two channels are told apart by their numbers', () => {
  const result = imported(
    azure(spoken([{ words: [word('yes', 9000, 9000)] }], { channel: 1 }), spoken([{ words: [word('so', 0, 9000)] }])),
  );
  assert.deepEqual(said(result), [
    ['so', 0, 1, 'ch_0'],
    ['yes', 1, 2, 'ch_1'],
  ]);
});

test('fast transcription gives milliseconds, and a confidence for whole phrases', () => {
  const timed = (text: string, offsetMilliseconds: number) => ({ text, offsetMilliseconds, durationMilliseconds: 480 });
  const { transcript, duration, report } = imported({
    durationMilliseconds: 182_439,
    combinedPhrases: [{ text: 'Good afternoon. Yes' }],
    phrases: [
      { ...timed('Good afternoon.', 960), confidence: 0.93, speaker: 1, words: [timed('Good', 960)] },
      { ...timed('Yes', 2000), confidence: 0.5, speaker: null },
    ],
  });
  assert.deepEqual(transcript.words, [
    { text: 'Good', start_ms: 960, end_ms: 1440, confidence: 0.93, speaker: '1' },
    { text: 'Yes', start_ms: 2000, end_ms: 2480, confidence: 0.5 },
  ]);
  assert.equal(duration, 182);
  assert.equal(report.format, 'azure_fast');
  assert.equal(report.estimated_times, true);
});

test('words as heard are spelled as the phrase is displayed, each at its own time and confidence', () => {
  const words = ['good', 'morning', 'ann'].map((text, i) => word(text, i * 1e6, 1e6, 0.7 + i / 10));
  const { transcript, report } = imported(azure(spoken([{ confidence: 0.9, display: 'Good morning, Ann.', words }])));
  assert.deepEqual(
    transcript.words.map(({ text, start_ms, confidence }) => [text, start_ms, Math.round(confidence * 10)]),
    [
      ['Good', 0, 7],
      ['morning,', 100, 8],
      ['Ann.', 200, 9],
    ],
  );
  assert.deepEqual(report.warnings, []);
  const amount = 'it is five thousand two hundred fifty dollars'.split(' ').map((text, i) => word(text, i * 1e6, 1e6));
  const best = { display: 'It is $5,250.', words: amount };
  assert.deepEqual(said(imported(azure(spoken([best])))), [
    ['It', 0, 100],
    ['is', 100, 200],
    ['$5,250.', 200, 800],
  ]);
});
