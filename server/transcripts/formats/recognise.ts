import { NotImportable, type Objection } from '../not-importable.ts';
import { isObject, type JsonObject, objectAt, someObject } from '../reading/json.ts';
import type { Reading } from '../reading/words.ts';
import { readAssemblyAi } from './assembly-ai.ts';
import { readAws } from './aws.ts';
import { readAwsCallAnalytics } from './aws-call-analytics.ts';
import { readAzure } from './azure.ts';
import { readAzureFast } from './azure-fast.ts';
import { readDeepgram } from './deepgram.ts';
import {
  hasList,
  isAssemblyAi,
  isAws,
  isAwsCallAnalytics,
  isDeepgram,
  isElevenLabs,
  isGladia,
  isGoogle,
  isJob,
  isPharos,
  isRealtime,
  isRevAi,
  isSpeechmatics,
  isText,
  isWhisper,
  isWhisperCpp,
  isWhisperX,
} from './detect.ts';
import { readDpe } from './dpe.ts';
import { elevenLabsTranscript, readElevenLabs } from './eleven-labs.ts';
import { readGecko } from './gecko.ts';
import { readGladia } from './gladia.ts';
import { readGoogle } from './google.ts';
import { readPharos } from './pharos.ts';
import { readPodcast } from './podcast.ts';
import { readRevAi } from './rev-ai.ts';
import { readSpeechmatics } from './speechmatics.ts';
import { readSpeechmaticsV1 } from './speechmatics-v1.ts';
import { readWhisper } from './whisper.ts';
import { readWhisperCpp } from './whisper-cpp.ts';

/** A JSON format: how its shape is known, and either its reader or why it is refused. */
type Format = { name: string; matches: (json: JsonObject) => boolean } & (
  | { read: (json: JsonObject) => Reading }
  | { refusal: string; objection: Objection }
);

const unfinished = (what: string) => `This is ${what}, not a transcript. Fetch the result once it is completed.`;
const failed = (what: string) =>
  `This is ${what}, not a transcript. Correct what it complains of and transcribe again.`;

/** The first match counts: some shapes are special cases of later ones. */
const FORMATS: readonly Format[] = [
  { name: 'deepgram', matches: isDeepgram, read: readDeepgram },
  { name: 'assembly_ai', matches: isAssemblyAi, read: readAssemblyAi },
  {
    name: 'assembly_ai_webhook',
    matches: (json) => 'transcript_id' in json && 'status' in json,
    refusal: 'This is the webhook message of AssemblyAI, not the transcript. Fetch the transcript with that id.',
    objection: 'part',
  },
  { name: 'aws', matches: isAws, read: readAws },
  { name: 'aws_call_analytics', matches: isAwsCallAnalytics, read: readAwsCallAnalytics },
  { name: 'google', matches: (json) => isGoogle(json) || isGoogle(objectAt(json, 'response')), read: readGoogle },
  { name: 'azure', matches: (json) => 'recognizedPhrases' in json, read: readAzure },
  { name: 'azure_fast', matches: (json) => 'combinedPhrases' in json && 'phrases' in json, read: readAzureFast },
  { name: 'gecko', matches: (json) => someObject(json.monologues, (m) => 'terms' in m), read: readGecko },
  { name: 'rev_ai', matches: isRevAi, read: readRevAi },
  { name: 'speechmatics', matches: isSpeechmatics, read: readSpeechmatics },
  {
    name: 'speechmatics_v1',
    matches: (json) => someObject(json.words, (w) => 'name' in w) && 'speakers' in json,
    read: readSpeechmaticsV1,
  },
  { name: 'gladia', matches: isGladia, read: readGladia },
  { name: 'eleven_labs', matches: (json) => isElevenLabs(elevenLabsTranscript(json)), read: readElevenLabs },
  { name: 'whisper_cpp', matches: isWhisperCpp, read: readWhisperCpp },
  { name: 'whisperx', matches: isWhisperX, read: readWhisper },
  { name: 'whisper', matches: isWhisper, read: readWhisper },
  { name: 'dpe', matches: (json) => hasList(json, 'words') && hasList(json, 'paragraphs'), read: readDpe },
  { name: 'podcast', matches: (json) => someObject(json.segments, (s) => 'startTime' in s), read: readPodcast },
  { name: 'pharos', matches: isPharos, read: readPharos },
  {
    name: 'pharos_call',
    matches: (json) => isObject(json.transcript) || isObject(objectAt(json, 'data').transcript),
    refusal: 'This is a whole call, not a transcript. Hand in what stands in its "transcript".',
    objection: 'part',
  },
  {
    name: 'realtime',
    matches: isRealtime,
    refusal: 'This is one message of a real-time speech service. Hand in the final result.',
    objection: 'part',
  },
  {
    name: 'deepgram_error',
    matches: (json) => 'err_code' in json || ('category' in json && 'request_id' in json),
    refusal: failed('an error message of Deepgram'),
    objection: 'failed',
  },
  {
    name: 'error',
    matches: ({ error, detail }) => Boolean(error ?? detail),
    refusal: failed('an error message'),
    objection: 'failed',
  },
  {
    name: 'deepgram_accepted',
    matches: (json) => isText(json.request_id) && Object.keys(json).length === 1,
    refusal: "This is Deepgram's note that it took the recording. The transcript arrives at the callback address.",
    objection: 'not_ready',
  },
  {
    name: 'text_only',
    matches: (json) => isText(json.text),
    refusal:
      'This is a transcript without times. Transcribe again, asking for word timestamps (verbose_json at OpenAI).',
    objection: 'without_times',
  },
  {
    name: 'job',
    matches: isJob,
    refusal: unfinished('the state of a transcription job'),
    objection: 'not_ready',
  },
];

const shown = (key: string): string => {
  const characters = Array.from(key.slice(0, 80).replace(/\p{C}/gu, '\ufffd'));
  return characters.slice(0, 40).join('');
};

/** Reads provider JSON as what its shape says it is; throws NotImportable where there is no reader for it. */
export const readJson = (json: unknown): { format: string; reading: Reading } => {
  if (!isObject(json)) {
    throw new NotImportable(
      'This JSON is not an object. Hand in the whole file, as the speech service gave it.',
      'part',
    );
  }
  const format = FORMATS.find(({ matches }) => matches(json));
  if (!format) {
    const keys = Object.keys(json).slice(0, 10).map(shown).join(', ');
    throw new NotImportable(
      `This JSON is of no format that Pharos knows. It has at the top: ${keys || 'nothing'}. Export it as WebVTT or SRT instead.`,
      'unknown',
    );
  }
  if ('refusal' in format) throw new NotImportable(format.refusal, format.objection);
  return { format: format.name, reading: format.read(json) };
};
