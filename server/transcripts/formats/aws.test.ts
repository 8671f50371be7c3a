import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, said } from '../import.fixture.ts';

const spoken = (content: string, start: string, end: string, more: object = {}) => ({
  type: 'pronunciation',
  start_time: start,
  end_time: end,
  alternatives: [{ confidence: '0.98', content }],
  ...more,
});
const mark = (content: string) => ({ type: 'punctuation', alternatives: [{ confidence: '0.0', content }] });
const aws = (results: object) => ({ jobName: 'call-7', accountId: '1', results: { transcripts: [], ...results } });

test('AWS writes numbers as text, and its punctuation belongs to the word before', () => {
  const { transcript, report, provider_metadata } = imported(
    aws({ items: [mark('¿'), spoken('Sí', '0.79999995', '1.67'), mark('?'), spoken('***', '2', '2.5')] }),
  );
  assert.deepEqual(transcript, {
    source: 'aws_transcribe',
    words: [
      { text: '¿Sí?', start_ms: 800, end_ms: 1670, confidence: 0.98 },
      { text: '***', start_ms: 2000, end_ms: 2500, confidence: 0.98 },
    ],
  });
  assert.equal(report.format, 'aws');
  assert.deepEqual(report.repaired, {});
  assert.deepEqual(provider_metadata, { aws_transcribe_job_name: 'call-7' });
});

test('the speaker stands with the item, or is found by the times as they are written', () => {
  const items = [
    spoken('Hello', '0.1', '0.5'),
    spoken('yes', '0.50', '0.9', { speaker_label: 'spk_1' }),
    spoken('so', '1.0', '1.1', { speaker_label: '' }),
  ];
  const found = { start_time: '0.1', end_time: '0.5', speaker_label: 'spk_0' };
  const segments = [{ speaker_label: 'spk_0', items: [found, { start_time: '0.50', end_time: '0.9' }] }];
  assert.deepEqual(said(imported(aws({ items, speaker_labels: { speakers: 2, segments } }))), [
    ['Hello', 100, 500, 'spk_0'],
    ['yes', 500, 900, 'spk_1'],
    ['so', 1000, 1100],
  ]);
});

test('channels are read instead of the items that mix them, and merged by time', () => {
  const channels = [
    { channel_label: 'ch_0', items: [spoken('Hello', '1.0', '1.5'), mark('.'), spoken('Yes', '3.0', '3.1')] },
    { channel_label: 'ch_1', items: [spoken('Hi', '1.2', '2.0'), mark('!')] },
  ];
  const result = imported(aws({ items: [spoken('mixed', '0', '1')], channel_labels: { channels } }));
  assert.deepEqual(said(result), [
    ['Hello.', 1000, 1500, 'ch_0'],
    ['Hi!', 1200, 2000, 'ch_1'],
    ['Yes', 3000, 3100, 'ch_0'],
  ]);
  assert.deepEqual(result.report.repaired, {});
});

test('how sure a redaction is does not say how sure its word is', () => {
  const alternatives = [{ content: '[PII]', redactions: [{ confidence: '0.99', type: 'NAME' }] }];
  const { transcript } = imported(aws({ items: [{ ...spoken('', '1', '2'), alternatives }] }));
  assert.deepEqual(transcript.words, [{ text: '[PII]', start_ms: 1000, end_ms: 2000, confidence: 0 }]);
});

test('text without items is refused, silence is not', () => {
  assert.match(refusal(aws({ transcripts: [{ transcript: 'so sorry' }] })), /text but no items/);
  assert.deepEqual(imported(aws({ transcripts: [{ transcript: '' }], items: [] })).transcript.words, []);
  assert.match(refusal(aws({ items: [spoken('a', '1.0.0', '2')] })), /Word 0 has a time that is no number/);
});

test('Call Analytics has a channel for each role, and turns that overlap', () => {
  const item = (Content: string, from: number, to: number) => {
    return { Type: 'pronunciation', Content, Confidence: 0.9, BeginOffsetMillis: from, EndOffsetMillis: to };
  };
  const turn = (ParticipantRole: string, ...Items: object[]) => ({ ParticipantRole, Content: '…', Items });
  const { transcript, duration, report } = imported({
    JobName: 'call-7',
    ConversationCharacteristics: { TotalConversationDurationMillis: 5500 },
    Transcript: [
      turn('AGENT', item('Hello', 40, 330), { Type: 'punctuation', Content: ',' }, item('there', 3000, 4000)),
      turn('CUSTOMER', { ...item('[PII]', 500, 700), Confidence: undefined, Redaction: [{ Confidence: 1 }] }),
    ],
  });
  assert.deepEqual(transcript.words, [
    { text: 'Hello,', start_ms: 40, end_ms: 330, confidence: 0.9, speaker: 'AGENT' },
    { text: '[PII]', start_ms: 500, end_ms: 700, confidence: 0, speaker: 'CUSTOMER' },
    { text: 'there', start_ms: 3000, end_ms: 4000, confidence: 0.9, speaker: 'AGENT' },
  ]);
  assert.equal(duration, 6);
  assert.equal(report.format, 'aws_call_analytics');
  assert.match(refusal({ Transcript: [turn('AGENT')] }), /text but no items/);
});

test('numbers may have as many decimals as a computer writes', () => {
  const long = spoken('so', '0.10000000000000000555', '1e0');
  const item = { ...long, alternatives: [{ content: 'so', confidence: '0.9923333333333333' }] };
  assert.deepEqual(imported(aws({ items: [item] })).transcript.words, [
    { text: 'so', start_ms: 100, end_ms: 1000, confidence: 0.9923333333333333 },
  ]);
  for (const odd of ['0x1', '1,5', '1_000', 'NaN', 'Infinity', '--1', '1e', '']) {
    const refused = { ...item, alternatives: [{ content: 'so', confidence: odd }] };
    assert.match(refusal(aws({ items: [refused] })), /Word 0 has a confidence that is no number/);
  }
});
