import { NotImportable } from '../not-importable.ts';
import { type ChannelWord, tracksByChannel } from '../reading/channels.ts';
import { shareOut } from '../reading/cues.ts';
import { endOf, speakerId, wholeSeconds } from '../reading/fields.ts';
import { type JsonObject, objectsIn } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import { speakerIn } from '../reading/speaker-keys.ts';
import { segmentAt } from '../reading/timed-item.ts';
import type { Reading, Repairs } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

const spanOf = ({ offsetMilliseconds: start, durationMilliseconds: length }: JsonObject) => ({
  start,
  end: endOf(start, length),
});

/**
 * Azure Speech, fast transcription: times are milliseconds, and only whole phrases have a confidence.
 * https://learn.microsoft.com/azure/ai-services/speech-service/fast-transcription-create
 */
const readAzureFast = (json: JsonObject): Reading => {
  const repairs: Repairs = {};
  let estimated = false;
  const words = objectsIn(json.phrases, 'phrases').flatMap((phrase, index) => {
    const { text = '', confidence } = phrase;
    const whose = { confidence, speaker: speakerIn(phrase), channel: speakerId(phrase.channel) };
    const own = objectsIn(phrase.words, `phrases[${index}].words`);
    const within = segmentAt(spanOf(phrase), text);
    if (own.length > 0) return own.map((word): ChannelWord => ({ text: word.text, ...spanOf(word), within, ...whose }));
    if (typeof text !== 'string') throw new NotImportable(`"phrases[${index}].text" is not a text.`);
    const shared = shareOut({ ...spanOf(phrase), parts: [{ text }] }, repairs);
    estimated ||= shared.length > 0;
    return shared.map((word): ChannelWord => ({ ...word, ...whose }));
  });
  const ms = json.durationMilliseconds;
  return {
    source: 'azure',
    ...settle(tracksByChannel(words), repairs),
    estimated_times: estimated,
    duration: wholeSeconds(typeof ms === 'number' ? ms / 1000 : ms),
  };
};

export const azureFast: JsonFormat = {
  name: 'azure_fast',
  matches: (json) => 'combinedPhrases' in json && 'phrases' in json,
  read: readAzureFast,
};
