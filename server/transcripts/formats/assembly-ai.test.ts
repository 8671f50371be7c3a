import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, said } from '../import.fixture.ts';

const word = { text: 'Hello.', start: 170, end: 718, confidence: 1, speaker: 'A' };
const completed = { id: 't-1', status: 'completed', audio_url: 'https://a/b.mp3', audio_duration: 25.5, words: [word] };

test('AssemblyAI gives milliseconds, taken as they are', () => {
  const { transcript, duration, provider_metadata } = imported(completed);
  assert.deepEqual(transcript, {
    source: 'assembly_ai',
    words: [{ text: 'Hello.', start_ms: 170, end_ms: 718, confidence: 1, speaker: 'A' }],
  });
  assert.equal(duration, 26);
  assert.deepEqual(provider_metadata, { assembly_ai_id: 't-1' });
});

test('a channel stands in for an unknown speaker', () => {
  const words = [
    { ...word, speaker: '1A', channel: '1' },
    { ...word, speaker: null, channel: '2' },
    { ...word, speaker: null, channel: 2, start: 200 },
    { ...word, speaker: 'UNKNOWN', start: 300 },
  ];
  assert.deepEqual(said(imported({ ...completed, words })), [
    ['Hello.', 170, 718, '1A'],
    ['Hello.', 170, 718, 'ch_2'],
    ['Hello.', 200, 718, 'ch_2'],
    ['Hello.', 300, 718],
  ]);
});

test('words that stand in utterances only are found there, with the speaker of the utterance', () => {
  const utterances = [{ speaker: 'B', words: [{ ...word, speaker: undefined }] }];
  assert.deepEqual(said(imported({ ...completed, words: null, utterances })), [['Hello.', 170, 718, 'B']]);
});

test('an unknown speaker has no key at all', () => {
  for (const speaker of [null, '', ' ', 'UNKNOWN', undefined]) {
    const { transcript } = imported({ ...completed, words: [{ ...word, speaker }] });
    assert.ok(!('speaker' in (transcript.words[0] ?? {})));
  }
});

test('a transcript that is not completed says how it stands', () => {
  const base = { ...completed, words: null, utterances: null };
  assert.match(refusal({ ...base, status: 'queued' }), /it is queued/);
  assert.match(refusal({ ...base, status: 'processing' }), /it is processing/);
  assert.match(refusal({ ...base, status: 'error', error: 'no speech' }), /could not transcribe/);
  assert.match(refusal({ ...base, status: 'on hold' }), /not completed/);
  assert.match(refusal({ ...base, audio_url: 'http://deleted_by_user' }), /deleted/);
  assert.match(refusal({ ...base, text: 'Hello.' }), /text but no words/);
  assert.match(refusal({ transcript_id: 't-1', status: 'completed' }), /webhook message of AssemblyAI/);
  assert.deepEqual(imported({ ...base, text: '' }).transcript.words, [], 'silence');
});

test('its sentences and paragraphs have all words too', () => {
  const part = { text: 'Hello.', start: 170, end: 718, speaker: 'B', words: [{ ...word, speaker: null }] };
  for (const key of ['sentences', 'paragraphs']) {
    const result = imported({ id: 't-1', confidence: 0.9, audio_duration: 25.5, [key]: [part] });
    assert.deepEqual(said(result), [['Hello.', 170, 718, 'B']]);
    assert.equal(result.report.format, 'assembly_ai_parts');
    assert.deepEqual(result.provider_metadata, { assembly_ai_id: 't-1' });
  }
});

test('a list of transcripts and a search for words say what to fetch instead', () => {
  const list = { page_details: { limit: 10 }, transcripts: [{ id: 't-1', status: 'completed' }] };
  assert.match(refusal(list), /list of transcripts at AssemblyAI.*GET \/v2\/transcript\/\{id\}/);
  const search = { id: 't-1', total_count: 1, matches: [{ text: 'so', count: 1, timestamps: [[1, 2]], indexes: [0] }] };
  assert.match(refusal(search), /search for words.*AssemblyAI.*GET \/v2\/transcript\/\{id\}/);
});
