import { NotImportable } from '../not-importable.ts';
import { speakerInChannel } from '../reading/channels.ts';
import { fromSeconds, providerId, wholeSeconds } from '../reading/fields.ts';
import { isEmptyList, isObject, isText, type JsonObject, objectAt, objectsIn, someObject } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import { speakerIn } from '../reading/speaker-keys.ts';
import type { RawWord, Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

const wordsOf = (channel: JsonObject, number: number, isOneOfMany: boolean): RawWord[] => {
  const best = objectsIn(channel.alternatives, `results.channels[${number}].alternatives`)[0] ?? {};
  const words = objectsIn(best.words, `results.channels[${number}].alternatives[0].words`);
  if (words.length === 0 && best.transcript) {
    throw new NotImportable(
      'This Deepgram result has text but no words with times. Fetch the complete result.',
      'untimed',
    );
  }
  // Without punctuated_word, as Whisper's models there leave it out, the transcript alone has the punctuation.
  const within = { start: undefined, end: undefined, ...(isText(best.transcript) && { text: best.transcript }) };
  return words.map((word) => {
    const speaker = speakerIn(word);
    return {
      text: word.punctuated_word ?? word.word,
      start: fromSeconds(word.start),
      end: fromSeconds(word.end),
      confidence: word.confidence,
      ...(word.punctuated_word === undefined && { within }),
      speaker: isOneOfMany ? speakerInChannel(speaker, String(number)) : speaker,
    };
  });
};

/**
 * Deepgram, pre-recorded audio: the first alternative of each channel. `utterances` and `paragraphs` repeat it.
 * https://developers.deepgram.com/reference/speech-to-text-api/listen
 */
const readDeepgram = (json: JsonObject): Reading => {
  const metadata = objectAt(json, 'metadata');
  const channels = objectsIn(objectAt(json, 'results').channels, 'results.channels');
  const isOneOfMany = channels.length > 1;
  const tracks = channels.map((channel, number) => ({
    words: wordsOf(channel, number, isOneOfMany),
    ...(isOneOfMany && { channel: String(number) }),
  }));
  return {
    source: 'deepgram',
    ...settle(tracks),
    duration: wholeSeconds(metadata.duration),
    provider_metadata: providerId('deepgram_request_id', metadata.request_id),
  };
};

const isDeepgram = ({ results }: JsonObject) =>
  isObject(results) && (isEmptyList(results.channels) || someObject(results.channels, (c) => 'alternatives' in c));

export const deepgram: JsonFormat = { name: 'deepgram', matches: isDeepgram, read: readDeepgram };
