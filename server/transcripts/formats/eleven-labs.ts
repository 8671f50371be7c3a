import { NotImportable } from '../not-importable.ts';
import { fromSeconds, providerId, speakerId } from '../reading/fields.ts';
import { isObject, type JsonObject, objectAt, objectsIn, someObject } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import type { RawWord, Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

/** A webhook has the transcript in its `data`, or one level deeper. */
const transcriptIn = (json: JsonObject): JsonObject => {
  const data = objectAt(json, 'data');
  if (isObject(data.transcription)) return data.transcription;
  return 'data' in json ? data : json;
};

/** Spacing is left out; an event such as `(laughter)` is kept as the word it is written as. */
const wordsOf = (transcript: JsonObject, place: string, channel?: string): RawWord[] => {
  const words = objectsIn(transcript.words, place)
    .filter(({ type }) => type !== 'spacing')
    .map(({ text, start, end, speaker_id, logprob }) => ({
      text,
      start: fromSeconds(start),
      end: fromSeconds(end),
      confidence: typeof logprob === 'number' ? Math.exp(logprob) : logprob,
      speaker: speakerId(speaker_id) ?? channel,
    }));
  if (words.length === 0 && typeof transcript.text === 'string' && transcript.text.trim() !== '') {
    throw new NotImportable('This ElevenLabs transcript has text but no words. Ask for word timestamps.', 'untimed');
  }
  return words;
};

/**
 * ElevenLabs Scribe, a transcript of all or one for each channel. `logprob` is the natural logarithm of the confidence.
 * https://elevenlabs.io/docs/api-reference/speech-to-text/convert
 */
const readElevenLabs = (json: JsonObject): Reading => {
  const whole = transcriptIn(json);
  const channels = objectsIn(whole.transcripts, 'transcripts').map((transcript, i) => {
    const channel = speakerId(transcript.channel_index) ?? String(i);
    return { words: wordsOf(transcript, `transcripts[${i}].words`, `ch_${channel}`), channel };
  });
  return {
    source: 'eleven_labs',
    ...settle(channels.length > 0 ? channels : [{ words: wordsOf(whole, 'words') }]),
    provider_metadata: providerId('eleven_labs_id', whole.transcription_id),
  };
};

const isElevenLabs = (json: JsonObject) =>
  someObject(json.transcripts, (t) => 'channel_index' in t) ||
  ('language_code' in json && 'language_probability' in json) ||
  someObject(json.words, ({ type }) => type === 'word' || type === 'spacing' || type === 'audio_event');

export const elevenLabs: JsonFormat = {
  name: 'eleven_labs',
  matches: (json) => isElevenLabs(transcriptIn(json)),
  read: readElevenLabs,
};
