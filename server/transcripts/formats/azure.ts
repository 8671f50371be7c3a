import { NotImportable } from '../not-importable.ts';
import { type ChannelWord, tracksByChannel } from '../reading/channels.ts';
import { shareOut } from '../reading/cues.ts';
import { endOf, speakerId, wholeSeconds } from '../reading/fields.ts';
import { type JsonObject, objectsIn } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import { speakerIn } from '../reading/speaker-keys.ts';
import { segmentAt } from '../reading/timed-item.ts';
import type { RawWord, Reading, Repairs } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

const TICKS_A_MS = 10_000;
const ISO_DURATION = /^PT(?=\d)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,40})?)S)?$/;

/** Ticks of 100 ns as milliseconds; older files have only the ISO 8601 text, such as `PT0.76S`. */
const msOf = (ticks: unknown, iso: unknown): unknown => {
  if (typeof ticks === 'number') return Math.round(ticks / TICKS_A_MS);
  const parts = typeof iso === 'string' && ISO_DURATION.exec(iso);
  if (!parts) return ticks ?? iso;
  const [, hours = 0, minutes = 0, seconds = 0] = parts;
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
};

const startOf = (timed: JsonObject): unknown => msOf(timed.offsetInTicks, timed.offset);
const lengthOf = (timed: JsonObject): unknown => msOf(timed.durationInTicks, timed.duration);
const spanOf = (timed: JsonObject) => ({ start: startOf(timed), end: endOf(startOf(timed), lengthOf(timed)) });

/** `displayWords` have punctuation but no confidence; `words` are the reverse, and are spelled as `display`. */
const wordsOf = (phrase: JsonObject, best: JsonObject, place: string): RawWord[] => {
  const shown = objectsIn(best.displayWords, `${place}.displayWords`);
  if (shown.length > 0) {
    return shown.map((word) => ({ text: word.displayText, ...spanOf(word), confidence: best.confidence }));
  }
  const words = objectsIn(best.words, `${place}.words`);
  const within = segmentAt(spanOf(phrase), best.display);
  return words.map((word) => ({ text: word.word, ...spanOf(word), confidence: word.confidence, within }));
};

const sharedOut = (phrase: JsonObject, { display = '', confidence }: JsonObject, place: string, repairs: Repairs) => {
  if (typeof display !== 'string') throw new NotImportable(`"${place}.display" is not a text.`);
  const words = shareOut({ ...spanOf(phrase), parts: [{ text: display }] }, repairs);
  return words.map((word): RawWord => ({ ...word, confidence }));
};

/**
 * Azure Speech, batch transcription: the first of `nBest` of each recognized phrase. Phrases whose words have no times
 * are shared out.
 * https://learn.microsoft.com/azure/ai-services/speech-service/batch-transcription-get
 */
const readAzure = (json: JsonObject): Reading => {
  const repairs: Repairs = {};
  let estimated = false;
  const words = objectsIn(json.recognizedPhrases, 'recognizedPhrases').flatMap((phrase, index) => {
    if (phrase.recognitionStatus !== undefined && phrase.recognitionStatus !== 'Success') return [];
    const whose = { speaker: speakerIn(phrase), channel: speakerId(phrase.channel) };
    const place = `recognizedPhrases[${index}].nBest`;
    const best = objectsIn(phrase.nBest, place)[0] ?? {};
    const own = wordsOf(phrase, best, `${place}[0]`);
    const spoken = own.length > 0 ? own : sharedOut(phrase, best, `${place}[0]`, repairs);
    estimated ||= spoken !== own && spoken.length > 0;
    return spoken.map((word): ChannelWord => ({ ...word, ...whose }));
  });
  const length = msOf(json.durationInTicks ?? json.durationTicks, json.duration);
  return {
    source: 'azure',
    ...settle(tracksByChannel(words), repairs),
    estimated_times: estimated,
    duration: wholeSeconds(typeof length === 'number' ? length / 1000 : undefined),
  };
};

export const azure: JsonFormat = { name: 'azure', matches: (json) => 'recognizedPhrases' in json, read: readAzure };
