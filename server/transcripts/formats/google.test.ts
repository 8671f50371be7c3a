import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, said } from '../import.fixture.ts';

const result = (words: object[], more: object = {}) => ({
  alternatives: [{ transcript: 'so', confidence: 0.9, words }],
  ...more,
});

test('Google leaves out what is zero, and its times are texts', () => {
  const words = [
    { endTime: '0.100s', word: 'so' },
    { startTime: '12.900s', endTime: '13s', word: 'very', confidence: 0.5, speakerTag: 0 },
    { startTime: '13s', endTime: '13s', word: 'sorry', confidence: 0 },
  ];
  const { transcript, report } = imported({ results: [result(words)] });
  assert.deepEqual(transcript, {
    source: 'google',
    words: [
      { text: 'so', start_ms: 0, end_ms: 100, confidence: 0.9 },
      { text: 'very', start_ms: 12_900, end_ms: 13_000, confidence: 0.5 },
      { text: 'sorry', start_ms: 13_000, end_ms: 13_000, confidence: 0.9 },
    ],
  });
  assert.equal(report.format, 'google');
  assert.deepEqual(report.repaired, {});
});

test('times may be seconds and nanoseconds, whole seconds as text', () => {
  const words = [{ startTime: { seconds: '12', nanos: 900_000_000 }, endTime: { seconds: 13 }, word: 'so' }];
  assert.deepEqual(said(imported({ results: [result(words)] })), [['so', 12_900, 13_000]]);
  const broken = [{ startTime: { seconds: 'x' }, endTime: '1s', word: 'so' }];
  assert.match(refusal({ results: [result(broken)] }), /Word 0 has a time that is no number/);
});

test('version 2 has offsets and labels, and an operation wraps the result', () => {
  const words = [{ startOffset: '1s', endOffset: '1.200s', word: 'so', speakerLabel: '2' }];
  const response = { results: [result(words, { resultEndOffset: '2s' })] };
  assert.deepEqual(said(imported({ name: 'operations/1', done: true, response })), [['so', 1000, 1200, '2']]);
});

const first = { startTime: '1s', endTime: '2s', word: 'So' };
const second = { startTime: '2s', endTime: '3s', word: 'sorry' };
const tagged = [
  { ...first, speakerTag: 1 },
  { ...second, speakerTag: 2 },
];

test('with diarization the last result repeats them all, as an extra one or as the last one spoken', () => {
  const expected = [
    ['So', 1000, 2000, '1'],
    ['sorry', 2000, 3000, '2'],
  ];
  const extra = { alternatives: [{ words: tagged }] };
  assert.deepEqual(said(imported({ results: [result([first]), result([second]), extra] })), expected);
  assert.deepEqual(said(imported({ results: [result([first]), result(tagged)] })), expected);
});

test('a last result that is merely long repeats nothing, and no word is lost', () => {
  const own = { ...first, speakerTag: 1 };
  const later = [
    { ...second, speakerTag: 2 },
    { ...second, word: 'yes', startTime: '3s', endTime: '4s', speakerTag: 2 },
  ];
  assert.equal(imported({ results: [result([own]), result(later)] }).report.words, 3);
  assert.equal(imported({ results: [result([first]), result(later)] }).report.words, 3);
});

test('channels are told apart, and speakers within them', () => {
  const inChannel = (channelTag: number, words: object[]) => result(words, { channelTag });
  assert.deepEqual(said(imported({ results: [inChannel(1, [second]), inChannel(2, [first])] })), [
    ['So', 1000, 2000, 'ch_2'],
    ['sorry', 2000, 3000, 'ch_1'],
  ]);
  const both = [inChannel(1, [{ ...first, speakerTag: 1 }]), inChannel(2, [{ ...second, speakerTag: 1 }])];
  assert.deepEqual(
    said(imported({ results: both })).map((word) => word[3]),
    ['1:1', '2:1'],
  );
  assert.deepEqual(said(imported({ results: [inChannel(1, [first])] })), [['So', 1000, 2000]]);
});

test('text without times is refused, and so is an operation that is not done', () => {
  assert.match(refusal({ results: [{ alternatives: [{ transcript: 'so sorry' }] }] }), /enableWordTimeOffsets/);
  assert.match(refusal({ name: 'operations/1', done: false, metadata: {} }), /state of a transcription job/);
  assert.match(refusal({ error: { code: 403, message: '…', status: 'PERMISSION_DENIED' } }), /error message/);
  assert.deepEqual(
    imported({ results: [{ alternatives: [] }, result([first])] }).report.words,
    1,
    'a result may have no alternatives',
  );
});

test('times may have as many decimals as a computer writes', () => {
  const words = [{ startTime: '0.5000000000000001s', endTime: '1.00000000000000000000001s', word: 'so' }];
  assert.deepEqual(said(imported({ results: [result(words)] })), [['so', 500, 1000]]);
});
