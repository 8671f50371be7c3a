import { readFileSync } from 'node:fs';

// For tests: small files, at least one of each format that can be read.

const sample = (path: string): Uint8Array => readFileSync(new URL(`../samples/${path}`, import.meta.url));
const json = (value: object): Uint8Array => Buffer.from(JSON.stringify(value));

/** A sample without its bulk: each list of objects has at most `most` of them. */
const excerpt = (path: string, most = 6): Uint8Array =>
  json(
    JSON.parse(Buffer.from(sample(path)).toString(), (_, value) =>
      Array.isArray(value) ? value.slice(0, most) : value,
    ),
  );

const timed = { start: 1, end: 2 };
const google = [
  {
    alternatives: [{ transcript: 'so', confidence: 0.9, words: [{ startTime: '1s', endTime: '1.500s', word: 'so' }] }],
  },
  { alternatives: [{ words: [{ startTime: '1s', endTime: { seconds: '1', nanos: 5 }, word: 'so', speakerTag: 1 }] }] },
];
const azureWord = { offsetInTicks: 7_600_000, durationInTicks: 400_000, confidence: 0.8 };
const azureBest = [
  { confidence: 0.5, display: 'So.', words: [{ word: 'so', ...azureWord }] },
  { confidence: 0.6, displayWords: [{ displayText: 'So.', offset: 'PT0.76S', duration: 'PT0.04S' }] },
];

const watson = {
  result_index: 0,
  results: [
    { final: true, alternatives: [{ transcript: 'So', timestamps: [['so', 1, 2]], word_confidence: [['so', 0.9]] }] },
  ],
  speaker_labels: [{ from: 1, to: 2, speaker: 0 }],
};

export const ONE_OF_EACH: Readonly<Record<string, Uint8Array>> = {
  ass: Buffer.from(
    '[Script Info]\n\n[Events]\nFormat: Start, End, Name, Text\nDialogue: 0:00:01.00,0:00:02.00,Ann,{\\i1}So\\Nsorry\n',
  ),
  assembly_ai_parts: json({
    id: 'a',
    audio_duration: 9,
    sentences: [{ text: 'So', words: [{ ...timed, text: 'So' }] }],
  }),
  assembly_ai: sample('assemblyai/assemblyai-utterances.json'),
  aws: excerpt('aws/02-channel-identification.json'),
  aws_speakers: json({
    jobName: 'a',
    results: {
      transcripts: [{ transcript: 'so' }],
      items: [{ type: 'pronunciation', start_time: '1.0', end_time: '2.0', alternatives: [{ content: 'so' }] }],
      speaker_labels: { segments: [{ items: [{ start_time: '1.0', end_time: '2.0', speaker_label: 'spk_0' }] }] },
    },
  }),
  aws_call_analytics: excerpt('aws/call-analytics-example-call.json'),
  azure: json({
    durationInTicks: 9_000_000,
    recognizedPhrases: azureBest.map((best, channel) => ({ channel, speaker: 1, nBest: [best] })),
  }),
  azure_fast: json({
    combinedPhrases: [],
    phrases: [{ text: 'So sorry', offsetMilliseconds: 9, durationMilliseconds: 80, confidence: 0.9, speaker: 1 }],
  }),
  deepgram: sample('deepgram/go-sdk-a.json'),
  dpe: excerpt('dpe/zuckerberg-senate-2hours.dpe.json', 20),
  eleven_labs: sample('elevenlabs/elevenlabs-transcription.json'),
  eleven_labs_channels: json({
    transcripts: [{ channel_index: 1, text: 'so', words: [{ ...timed, text: 'so', type: 'word', logprob: -0.5 }] }],
  }),
  gecko: json({ monologues: [{ speaker: { id: 'a' }, terms: [{ ...timed, text: 'so', type: 'WORD' }] }] }),
  gladia: sample('gladia/gladia-result.json'),
  google: json({ name: 'operations/1', done: true, response: { results: google } }),
  google_v2: json({
    results: [
      {
        channelTag: 2,
        alternatives: [{ words: [{ startOffset: '1s', endOffset: '2s', word: 'so', speakerLabel: '1' }] }],
      },
    ],
  }),
  ibm_watson: json({ id: 'a', status: 'completed', results: [watson] }),
  lrc: Buffer.from('[by:whisper.cpp]\n[00:01.00] So\n[00:02.50] <00:02.50> sorry <00:03.00> Ann\n'),
  pharos: json({ source: 'manual', words: [{ text: 'so', start_ms: 1, end_ms: 2, confidence: 0, speaker: null }] }),
  podcast: json({ version: '1.0.0', segments: [{ speaker: 'Ann', startTime: 1, endTime: 2, body: 'so sorry' }] }),
  rev_ai: excerpt('rev/revai-node-sdk-transcript.json', 12),
  sbv: Buffer.from('0:00:01.000,0:00:02.000\n>> Ann: So[br]sorry\n\n0:00:02.000,0:00:03.500\n>> Bob: Yes\n'),
  soniox: json({
    text: 'Sorry',
    tokens: [' Sor', 'ry'].map((text, i) => ({ text, start_ms: i, end_ms: i + 1, speaker: '1' })),
  }),
  speechmatics: sample('speechmatics/punctuation.json'),
  speechmatics_v1: json({
    job: { id: 1, duration: '9' },
    speakers: [{ name: 'M1', time: '1.0', duration: '1.0' }],
    words: ['so', '.'].map((name) => ({ name, time: '1.1', duration: '0.2', confidence: '0.9' })),
  }),
  transformers: json({
    text: ' So',
    chunks: [{ timestamp: [1, 2], text: ' So' }],
    speakers: [{ timestamp: [1, 2], speaker: 'A' }],
  }),
  whisper_channels: json({
    channels: [1, 2].map((start) => ({ text: 'So.', words: [{ word: 'so', start, end: 3 }] })),
  }),
  whisper_console: Buffer.from(
    'load\n[00:01.000 --> 00:02.000]  So\n[00:00:02.000 --> 00:00:03.000] (speaker 1) Yes\n',
  ),
  whisper_tsv: Buffer.from('start\tend\ttext\n0\t900\tSo sorry\n'),
  srt: sample('srt_vtt/assemblyai-go-subtitles.srt'),
  vtt: sample('srt_vtt/podcast-namespace-example.vtt'),
  vtt_voices: sample('srt_vtt/vttjs-spec-example.vtt'),
  whisper: sample('whisper/openai-verbose_json-words.json'),
  whisper_timestamped: sample('whisper/whisper_timestamped.json'),
  whisper_cpp: json({
    result: { language: 'en' },
    transcription: [
      { offsets: { from: 40, to: 90 }, text: ' so', tokens: [{ text: ' so', offsets: { from: 40, to: 90 }, p: 0.9 }] },
    ],
  }),
  whisperx: json({
    segments: [{ ...timed, text: 'so 4', words: [{ ...timed, word: 'so', score: 0.9 }, { word: '4' }] }],
  }),
};
