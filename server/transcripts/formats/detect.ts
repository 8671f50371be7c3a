import { isObject, type JsonObject, objectAt, someObject } from '../reading/json.ts';

export const hasList = (json: JsonObject, key: string) => Array.isArray(json[key]);
export const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
export const isText = (value: unknown): value is string => typeof value === 'string';

export const isDeepgram = ({ results }: JsonObject) =>
  isObject(results) && (isEmptyList(results.channels) || someObject(results.channels, (c) => 'alternatives' in c));
export const isAssemblyAi = (json: JsonObject) =>
  ('audio_url' in json || 'acoustic_model' in json) && 'status' in json && ('words' in json || 'utterances' in json);
export const isAws = ({ results }: JsonObject) => isObject(results) && ('items' in results || 'transcripts' in results);
export const isAwsCallAnalytics = ({ Transcript }: JsonObject) =>
  isEmptyList(Transcript) || someObject(Transcript, (turn) => 'ParticipantRole' in turn);
export const isGoogle = ({ results }: JsonObject) =>
  someObject(results, ({ alternatives }) =>
    someObject(
      alternatives,
      (a) => 'transcript' in a || someObject(a.words, (w) => 'startTime' in w || 'startOffset' in w),
    ),
  );
export const isGladia = (json: JsonObject) =>
  'utterances' in objectAt(objectAt(json, 'result'), 'transcription') ||
  'utterances' in objectAt(objectAt(json, 'payload'), 'transcription');
export const isRevAi = ({ monologues }: JsonObject) =>
  isEmptyList(monologues) || someObject(monologues, (m) => 'elements' in m);
export const isElevenLabs = (json: JsonObject) =>
  someObject(json.transcripts, (t) => 'channel_index' in t) ||
  ('language_code' in json && 'language_probability' in json) ||
  someObject(json.words, ({ type }) => type === 'word' || type === 'spacing' || type === 'audio_event');
export const isWhisperCpp = (json: JsonObject) =>
  someObject(json.transcription, (s) => 'offsets' in s) || (isEmptyList(json.transcription) && 'result' in json);
export const isWhisperX = (json: JsonObject) =>
  hasList(json, 'word_segments') || someObject(json.segments, (s) => someObject(s.words, (w) => 'score' in w));
export const isWhisper = (json: JsonObject) =>
  someObject(json.segments, (s) => 'avg_logprob' in s || hasList(s, 'words') || ('start' in s && 'text' in s)) ||
  someObject(json.words, (w) => 'word' in w) ||
  ((hasList(json, 'segments') || isEmptyList(json.words)) && isText(json.text));
export const isRealtime = ({ type, channel }: JsonObject) =>
  type === 'Turn' || (type === 'Results' && isObject(channel));
export const isPharos = (json: JsonObject) =>
  'source' in json && (isEmptyList(json.words) || someObject(json.words, (word) => 'start_ms' in word));
export const isSpeechmatics = ({ format, results }: JsonObject) =>
  isText(format) &&
  format.startsWith('2.') &&
  (isEmptyList(results) || someObject(results, (result) => 'type' in result));
export const isJob = ({ id, status, job, TranscriptionJob, done, self }: JsonObject) =>
  (isText(status) && (isText(id) || isText(self))) || isObject(job) || isObject(TranscriptionJob) || done === false;
