import { NotImportable } from '../not-importable.ts';
import { providerId, speakerId, wholeSeconds } from '../reading/fields.ts';
import { type JsonObject, objectsIn } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import type { RawWord, Reading, Track } from '../reading/words.ts';

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

const wordsOf = (json: JsonObject): readonly JsonObject[] => {
  const words = objectsIn(json.words, 'words');
  if (words.length > 0) return words;
  const utterances = objectsIn(json.utterances, 'utterances');
  return utterances.flatMap((utterance, i) =>
    objectsIn(utterance.words, `utterances[${i}].words`).map((word) => ({
      ...word,
      speaker: word.speaker ?? utterance.speaker,
      channel: word.channel ?? utterance.channel,
    })),
  );
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

/**
 * AssemblyAI, `GET /v2/transcript/{id}`: times are milliseconds already. `words` may be null where `utterances` are not.
 * https://www.assemblyai.com/docs/api-reference/transcripts/get
 */
export const readAssemblyAi = (json: JsonObject): Reading => {
  refuseUnfinished(json);
  const words = wordsOf(json);
  if (words.length === 0 && json.text) {
    throw new NotImportable(
      'This AssemblyAI transcript has text but no words with times. Fetch it again.',
      'without_times',
    );
  }
  return {
    source: 'assembly_ai',
    ...settle(tracksOf(words)),
    duration: wholeSeconds(json.audio_duration),
    provider_metadata: providerId('assembly_ai_id', json.id),
  };
};
