import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, said } from '../import.fixture.ts';

const item = (type: string, content: string, at: number, more: object = {}, speaker?: string) => ({
  type,
  start_time: at,
  end_time: type === 'punctuation' ? at : at + 1,
  alternatives: [{ content, confidence: type === 'word' ? 0.8 : 1, language: 'en', speaker }],
  ...more,
});
const speechmatics = (...results: object[]) => ({
  format: '2.9',
  job: { id: 'j-1', duration: 61.6 },
  metadata: { type: 'transcription' },
  results,
});

test('Speechmatics says to which word a mark belongs', () => {
  const result = imported(
    speechmatics(
      item('punctuation', '¿', 0, { attaches_to: 'next' }),
      item('word', 'well', 0),
      item('punctuation', '-', 1, { attaches_to: 'both' }),
      item('word', 'known', 1),
      item('punctuation', '?', 2, { attaches_to: 'previous', is_eos: true }),
      item('punctuation', '&', 2, { attaches_to: 'none' }),
      item('word', 'so', 3),
      item('punctuation', '.', 4),
    ),
  );
  assert.deepEqual(said(result), [
    ['¿well-known?', 0, 2000],
    ['&', 2000, 2000],
    ['so.', 3000, 4000],
  ]);
  assert.deepEqual(result.report.repaired, {});
  assert.equal(result.duration, 62);
  assert.deepEqual(result.provider_metadata, { speechmatics_id: 'j-1' });
});

test('an entity is read as it is written, once', () => {
  const spoken_form = [item('word', 'ten', 1), item('word', 'dollars', 2)];
  const entity = item('entity', '$10', 1, {
    entity_class: 'money',
    spoken_form,
    written_form: [item('word', '$10', 1)],
  });
  assert.deepEqual(said(imported(speechmatics(entity))), [['$10', 1000, 2000]]);
});

test('an unknown speaker is none; a channel names its speakers', () => {
  const result = imported(
    speechmatics(
      item('word', 'so', 0, {}, 'UU'),
      item('word', 'yes', 1, {}, 'S1'),
      item('word', 'no', 2, { channel: 'Agent' }),
      item('word', 'oh', 3, { channel: 'Caller' }, 'S1'),
    ),
  );
  assert.deepEqual(
    said(result).map((word) => word[3]),
    [undefined, 'S1', 'Agent', 'Caller:S1'],
  );
});

test('silence has no results', () => assert.deepEqual(imported(speechmatics()).transcript.words, []));

test('version 1 writes all numbers as text, marks as words and speakers as turns', () => {
  const word = (name: string, time: string, duration = '0.200') => ({ name, time, duration, confidence: '0.95' });
  const { transcript, duration, report, provider_metadata } = imported({
    job: { id: 7, duration: '9', lang: 'en-US' },
    speakers: [
      { name: 'M1', time: '0.500', duration: '1.000' },
      { name: 'F2', time: '2.000', duration: '1.000' },
    ],
    words: [
      word('So', '0.510'),
      word('sorry', '1.100'),
      word('.', '1.300', '0'),
      word('Yes', '2.100'),
      word('oh', '8'),
    ],
  });
  assert.deepEqual(transcript, {
    source: 'speechmatics',
    words: [
      { text: 'So', start_ms: 510, end_ms: 710, confidence: 0.95, speaker: 'M1' },
      { text: 'sorry.', start_ms: 1100, end_ms: 1300, confidence: 0.95, speaker: 'M1' },
      { text: 'Yes', start_ms: 2100, end_ms: 2300, confidence: 0.95, speaker: 'F2' },
      { text: 'oh', start_ms: 8000, end_ms: 8200, confidence: 0.95 },
    ],
  });
  assert.equal(duration, 9);
  assert.equal(report.format, 'speechmatics_v1');
  assert.deepEqual(provider_metadata, { speechmatics_id: '7' });
});

test('a time too large for any recording is refused, also where speakers are looked up by it', () => {
  const word = { name: 'so', time: 1e308, duration: '0.2', confidence: '0.9' };
  const speakers = [{ name: 'M1', time: '0', duration: '1' }];
  assert.match(refusal({ job: {}, speakers, words: [word] }), /Word 0 has a time/);
});

test('the numbers of version 1 may have many decimals', () => {
  const words = [
    { name: 'so', time: '1.0000000000000001', duration: '0.50000000000000001', confidence: '0.99999999999999999' },
  ];
  assert.deepEqual(said(imported({ job: { id: 1 }, speakers: [], words })), [['so', 1000, 1500]]);
});
