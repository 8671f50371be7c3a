import { NotImportable } from '../not-importable.ts';
import { providerId, speakerId, wholeSeconds } from '../reading/fields.ts';
import { hasList, type JsonObject, objectsIn, someObject } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import type { RawWord, Reading, Track } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

const refuseUnfinished = ({ status, error, audio_url }: JsonObject): void => {
  if (audio_url === 'http://deleted_by_user') {
    throw new NotImportable('This AssemblyAI transcript was deleted there: it holds no words any more.', 'failed');
  }
  if (status === 'queued' || status === 'processing') {
    throw new NotImportable(
      `This AssemblyAI transcript is not ready: it is ${status}. Fetch it when it is completed.`,
      'not_ready',
    );
  }
  if (status === 'error' || error) {
    throw new NotImportable('AssemblyAI could not transcribe this recording; "error" in the file says why.', 'failed');
  }
  if (status !== 'completed') {
    throw new NotImportable('This AssemblyAI transcript is not completed. Fetch it when it is.', 'not_ready');
  }
};

/** The words of utterances, sentences or paragraphs, whose speaker and channel may stand there only. */
const wordsWithin = (json: JsonObject, key: string): readonly JsonObject[] =>
  objectsIn(json[key], key).flatMap((part, i) =>
    objectsIn(part.words, `${key}[${i}].words`).map((word) => ({
      ...word,
      speaker: word.speaker ?? part.speaker,
      channel: word.channel ?? part.channel,
    })),
  );

const wordsOf = (json: JsonObject): readonly JsonObject[] => {
  const words = objectsIn(json.words, 'words');
  return words.length > 0 ? words : wordsWithin(json, 'utterances');
};

const tracksOf = (words: readonly JsonObject[]): Track[] => {
  const tracks = new Map<string | undefined, RawWord[]>();
  for (const { text, start, end, confidence, speaker, channel } of words) {
    const inChannel = speakerId(channel);
    const byChannel = inChannel === undefined ? undefined : `ch_${inChannel}`;
    const word = { text, start, end, confidence, speaker: speakerId(speaker, 'UNKNOWN') ?? byChannel };
    const track = tracks.get(inChannel);
    if (track) track.push(word);
    else tracks.set(inChannel, [word]);
  }
  return [...tracks].map(([channel, list]) => (channel === undefined ? { words: list } : { words: list, channel }));
};

const toReading = (json: JsonObject, words: readonly JsonObject[]): Reading => ({
  source: 'assembly_ai',
  ...settle(tracksOf(words)),
  duration: wholeSeconds(json.audio_duration),
  provider_metadata: providerId('assembly_ai_id', json.id),
});

/**
 * AssemblyAI, `GET /v2/transcript/{id}`: times are milliseconds already. `words` may be null where `utterances` are not.
 * https://www.assemblyai.com/docs/api-reference/transcripts/get
 */
const readAssemblyAi = (json: JsonObject): Reading => {
  refuseUnfinished(json);
  const words = wordsOf(json);
  if (words.length === 0 && json.text) {
    throw new NotImportable('This AssemblyAI transcript has text but no words with times. Fetch it again.', 'untimed');
  }
  return toReading(json, words);
};

/** The answers of `GET /v2/transcript/{id}/sentences` and `/paragraphs`, which hold all words too. */
const readParts = (json: JsonObject): Reading =>
  toReading(json, wordsWithin(json, hasList(json, 'sentences') ? 'sentences' : 'paragraphs'));

const isTranscript = (json: JsonObject) =>
  ('audio_url' in json || 'acoustic_model' in json) && 'status' in json && ('words' in json || 'utterances' in json);

const hasParts = (json: JsonObject) =>
  'audio_duration' in json &&
  [json.sentences, json.paragraphs].some((parts) => someObject(parts, (part) => hasList(part, 'words')));

export const assemblyAi: JsonFormat = { name: 'assembly_ai', matches: isTranscript, read: readAssemblyAi };
export const assemblyAiParts: JsonFormat = { name: 'assembly_ai_parts', matches: hasParts, read: readParts };
