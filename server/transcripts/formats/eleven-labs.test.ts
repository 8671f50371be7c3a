import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, repaired, said } from '../import.fixture.ts';

const word = (text: string, start: number | null, end: number | null, more: object = {}) => {
  return { text, start, end, type: 'word', speaker_id: 'speaker_0', logprob: 0, ...more };
};
const transcript = (...words: object[]) => ({ language_code: 'eng', language_probability: 0.9, text: '…', words });

test('ElevenLabs gives logarithms of confidences, spacing that is no word, and events that are', () => {
  const result = imported(
    transcript(
      word('So', 0.199, 0.479, { logprob: Math.log(0.5) }),
      word(' ', 0.479, 0.499, { type: 'spacing' }),
      word('(laughter)', 0.5, 0.9, { type: 'audio_event', logprob: null }),
    ),
  );
  assert.deepEqual(result.transcript, {
    source: 'eleven_labs',
    words: [
      { text: 'So', start_ms: 199, end_ms: 479, confidence: 0.5, speaker: 'speaker_0' },
      { text: '(laughter)', start_ms: 500, end_ms: 900, confidence: 0, speaker: 'speaker_0' },
    ],
  });
  assert.deepEqual(result.report.repaired, {});
});

test('a word without times stands between its neighbours', () => {
  const words = transcript(word('a', 1, 2), word('b', null, null), word('c', 3, 4));
  assert.deepEqual(said(imported(words))[1], ['b', 2000, 3000, 'speaker_0']);
  assert.deepEqual(repaired(words), { missing_times: 1 });
});

test('channels have transcripts of their own, merged by time', () => {
  const transcripts = [
    { ...transcript(word('so', 1, 2), word('oh', 5, 6)), channel_index: 0 },
    { ...transcript(word('yes', 3, 4, { speaker_id: undefined })), channel_index: 1 },
  ];
  const result = imported({ transcripts, transcription_id: 'e-1' });
  assert.deepEqual(said(result), [
    ['so', 1000, 2000, 'speaker_0'],
    ['yes', 3000, 4000, 'ch_1'],
    ['oh', 5000, 6000, 'speaker_0'],
  ]);
  assert.equal(result.report.format, 'eleven_labs');
  assert.deepEqual(result.provider_metadata, { eleven_labs_id: 'e-1' });
});

test('a webhook holds the transcript in its data, bare or one level deeper', () => {
  const bare = transcript(word('so', 1, 2));
  for (const data of [bare, { request_id: 'r-1', transcription: bare }]) {
    assert.equal(imported({ type: 'speech_to_text.completed', data }).report.words, 1);
  }
});

test('text without words is refused, silence is not', () => {
  assert.match(refusal(transcript()), /text but no words/);
  assert.deepEqual(imported({ ...transcript(), text: '' }).transcript.words, []);
});
