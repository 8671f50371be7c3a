import { NotImportable } from '../not-importable.ts';
import { type ChannelWord, tracksByChannel } from '../reading/channels.ts';
import { shareOut } from '../reading/cues.ts';
import { fromSeconds, providerId, speakerId, wholeSeconds } from '../reading/fields.ts';
import { type JsonObject, objectAt, objectsIn } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import { speakerIn } from '../reading/speaker-keys.ts';
import { segmentAt } from '../reading/timed-item.ts';
import type { Reading, Repairs } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

/**
 * Gladia, `GET /v2/pre-recorded/{id}` and the message of its callback. Only utterances say who speaks.
 * https://docs.gladia.io/api-reference/v2/pre-recorded/get
 */
const readGladia = (json: JsonObject): Reading => {
  const result = 'payload' in json ? objectAt(json, 'payload') : objectAt(json, 'result');
  const repairs: Repairs = {};
  let estimated = false;
  const utterances = objectsIn(objectAt(result, 'transcription').utterances, 'transcription.utterances');
  const words = utterances.flatMap((utterance, i) => {
    const whose = { speaker: speakerIn(utterance), channel: speakerId(utterance.channel) };
    const own = objectsIn(utterance.words, `transcription.utterances[${i}].words`);
    if (own.length > 0) {
      const within = segmentAt(
        { start: fromSeconds(utterance.start), end: fromSeconds(utterance.end) },
        utterance.text,
      );
      return own.map(({ word, start, end, confidence }): ChannelWord => {
        return { text: word, start: fromSeconds(start), end: fromSeconds(end), confidence, within, ...whose };
      });
    }
    const { text = '', start, end, confidence } = utterance;
    if (typeof text !== 'string') throw new NotImportable(`"transcription.utterances[${i}].text" is not a text.`);
    const shared = shareOut({ start: fromSeconds(start), end: fromSeconds(end), parts: [{ text }] }, repairs);
    estimated ||= shared.length > 0;
    return shared.map((word): ChannelWord => ({ ...word, confidence, ...whose }));
  });
  const seconds = objectAt(json, 'file').audio_duration ?? objectAt(result, 'metadata').audio_duration;
  return {
    source: 'gladia',
    ...settle(
      tracksByChannel(words).map((track) => ({ ...track, in_pieces: true })),
      repairs,
    ),
    estimated_times: estimated,
    duration: wholeSeconds(seconds),
    provider_metadata: providerId('gladia_id', json.id),
  };
};

const isGladia = (json: JsonObject) =>
  'utterances' in objectAt(objectAt(json, 'result'), 'transcription') ||
  'utterances' in objectAt(objectAt(json, 'payload'), 'transcription');

export const gladia: JsonFormat = { name: 'gladia', matches: isGladia, read: readGladia };
