import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, repaired, said } from '../import.fixture.ts';

test('words of WhisperX without times get what their neighbours leave, by their length', () => {
  const words = [
    { word: 'It', start: 1, end: 1.2, score: 0.9, speaker: 'SPEAKER_00' },
    { word: '$4,000' },
    { word: 'is' },
    { word: 'paid.', start: 2, end: 2.4, score: 0.8, speaker: 'SPEAKER_01' },
  ];
  const segments = [{ start: 1, end: 2.4, text: 'It $4,000 is paid.', speaker: 'SPEAKER_00', words }];
  const { transcript, report } = imported({ segments, word_segments: words });
  assert.deepEqual(transcript, {
    source: 'whisper',
    words: [
      { text: 'It', start_ms: 1000, end_ms: 1200, confidence: 0.9, speaker: 'SPEAKER_00' },
      { text: '$4,000', start_ms: 1200, end_ms: 1800, confidence: 0, speaker: 'SPEAKER_00' },
      { text: 'is', start_ms: 1800, end_ms: 2000, confidence: 0, speaker: 'SPEAKER_00' },
      { text: 'paid.', start_ms: 2000, end_ms: 2400, confidence: 0.8, speaker: 'SPEAKER_01' },
    ],
  });
  assert.equal(report.format, 'whisperx');
  assert.equal(report.estimated_times, false);
  assert.deepEqual(report.repaired, { missing_times: 2 });
});

test('a segment bounds the missing times at its edges, so that a pause stays a pause', () => {
  const segments = [
    { start: 1, end: 2, words: [{ word: 'Yes', start: 1, end: 1.5, score: 1 }, { word: '1950' }] },
    { start: 60, end: 62, words: [{ word: '12' }, { word: 'May', start: 61, score: 1 }] },
  ];
  assert.deepEqual(said(imported({ segments })), [
    ['Yes', 1000, 1500],
    ['1950', 1500, 2000],
    ['12', 60000, 61000],
    ['May', 61000, 62000],
  ]);
});

test('words without any time are refused', () => {
  assert.match(refusal({ segments: [{ words: [{ word: 'a' }, { word: 'b' }] }] }), /No word of this file has a time/);
});

test('each writer of the family has its own names for text and confidence', () => {
  const of = (word: object) => imported({ segments: [{ words: [{ start: 0, end: 1, ...word }] }] }).transcript.words[0];
  const expected = { text: 'so', start_ms: 0, end_ms: 1000, confidence: 0.7 };
  assert.deepEqual(of({ word: ' so', probability: 0.7 }), expected);
  assert.deepEqual(of({ text: 'so', confidence: 0.7 }), expected);
  assert.deepEqual(of({ word: 'so', score: 0.7 }), expected);
  assert.deepEqual(of({ word: 'so' }), { ...expected, confidence: 0 });
});

test('segments without words are split, and the report says that the times are estimated', () => {
  const segments = [{ id: 0, start: 1, end: 2, text: ' We are so sorry', avg_logprob: -0.2 }];
  const { transcript, report } = imported({ text: 'We are so sorry', segments, language: 'en' });
  assert.deepEqual(
    transcript.words.map(({ text, start_ms, end_ms }) => [text, start_ms, end_ms]),
    [
      ['We', 1000, 1167],
      ['are', 1167, 1417],
      ['so', 1417, 1583],
      ['sorry', 1583, 2000],
    ],
  );
  assert.equal(report.estimated_times, true);
});

test('segments of OpenAI that name a speaker give it to their words', () => {
  const segments = [{ id: 's', type: 'transcript.text.segment', start: 0, end: 2, speaker: 'A', text: 'Hello there' }];
  assert.deepEqual(said(imported({ text: 'Hello there', segments })), [
    ['Hello', 0, 1000, 'A'],
    ['there', 1000, 2000, 'A'],
  ]);
});

test('OpenAI words at the top win over segments that hold none', () => {
  const segments = [{ start: 0, end: 9, text: 'Hi' }];
  const words = [{ word: 'Hi', start: 0.2, end: 0.4 }];
  const result = imported({ task: 'transcribe', duration: 8.6, text: 'Hi', words, segments });
  assert.deepEqual(said(result), [['Hi', 200, 400]]);
  assert.equal(result.duration, 9);
});

test('faster-whisper is known with the language facts that its scripts add', () => {
  const segments = [{ start: 0, end: 1, text: ' so', words: [{ word: ' so', start: 0, end: 1, probability: 0.7 }] }];
  const { report, duration } = imported({ language: 'en', language_probability: 0.99, duration: 1.4, segments });
  assert.equal(report.format, 'whisper');
  assert.equal(duration, 1);
});

test('a segment that ends before it begins keeps its place and its words', () => {
  const segments = [
    { start: 126.66, end: 102.96, text: 'so sorry' },
    { start: 130, end: 131, text: 'yes' },
  ];
  assert.deepEqual(said(imported({ segments })), [
    ['so', 126660, 126661],
    ['sorry', 126661, 126662],
    ['yes', 130000, 131000],
  ]);
  assert.deepEqual(repaired({ segments }), { end_before_start: 1 });
});

test('text without times is refused', () => {
  assert.match(refusal({ text: 'We are so sorry', usage: {} }), /without times/);
  assert.match(refusal({ text: 'We are so sorry', segments: [], language: 'en' }), /text but no words/);
  assert.match(refusal({ text: 'We are so sorry', words: [] }), /text but no words/);
  assert.deepEqual(imported({ text: '', segments: [], language: 'en' }).transcript.words, []);
});

test('whisper.cpp tokens are joined to words, as sure as their least sure token', () => {
  const token = (text: string, from: number, to: number, p: number) => ({ text, offsets: { from, to }, p, t_dtw: -1 });
  const tokens = [
    token('[_BEG_]', 0, 0, 0.9),
    token(' 100', 40, 200, 0.8),
    token(',', 200, 210, 0.5),
    token('000', 210, 400, 0.6),
    token(' dollars', 400, 900, 0.7),
    token('[_TT_153]', 900, 900, 0.1),
  ];
  const segment = { timestamps: {}, offsets: { from: 0, to: 900 }, text: ' 100,000 dollars', tokens, speaker: '1' };
  const unsure = {
    offsets: { from: 1000, to: 1200 },
    text: ' Yes',
    tokens: [token(' Yes', 1000, 1200, 1)],
    speaker: '?',
  };
  const { transcript, report } = imported({ result: { language: 'en' }, transcription: [segment, unsure] });
  assert.deepEqual(transcript.words, [
    { text: '100,000', start_ms: 40, end_ms: 400, confidence: 0.5, speaker: '1' },
    { text: 'dollars', start_ms: 400, end_ms: 900, confidence: 0.7, speaker: '1' },
    { text: 'Yes', start_ms: 1000, end_ms: 1200, confidence: 1 },
  ]);
  assert.equal(report.format, 'whisper_cpp');
  assert.equal(report.estimated_times, false);
});

test('whisper.cpp without tokens is split by length', () => {
  const transcription = [{ timestamps: {}, offsets: { from: 40, to: 640 }, text: ' Ask not' }];
  const result = imported({ systeminfo: '', result: { language: 'en' }, transcription });
  assert.deepEqual(said(result), [
    ['Ask', 40, 340],
    ['not', 340, 640],
  ]);
  assert.equal(result.report.estimated_times, true);
});

test('more words than anyone can speak are pointed out', () => {
  const words = Array.from({ length: 60 }, (_, i) => ({ word: 'thank', start: i / 10, end: (i + 1) / 10 }));
  assert.match(imported({ segments: [{ words }] }).report.warnings.join(), /600 words a minute/);
  const flashes = words.map((word, i) => ({ ...word, start: i, end: i }));
  assert.match(imported({ segments: [{ words: flashes }] }).report.warnings.join(), /60 words are shorter than 30 ms/);
});

test('channels that were heard alone keep their own words and spelling', () => {
  const said = (word: string, start: number) => ({ word, start, end: start + 0.5 });
  const channels = [
    { text: 'Good morning, Evergreen.', words: [said('good', 0), said('morning', 1), said('evergreen', 3)] },
    { text: 'Hello?', words: [said('hello', 2)] },
  ];
  const { transcript, report, duration } = imported({ duration: 4.2, channels });
  assert.deepEqual(
    transcript.words.map(({ text, speaker }) => [text, speaker]),
    [
      ['Good', 'ch_0'],
      ['morning,', 'ch_0'],
      ['Hello?', 'ch_1'],
      ['Evergreen.', 'ch_0'],
    ],
  );
  assert.equal(report.format, 'whisper_channels');
  assert.equal(duration, 4);
});
