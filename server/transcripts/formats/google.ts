import { NotImportable } from '../not-importable.ts';
import { type ChannelWord, tracksByChannel } from '../reading/channels.ts';
import { fromDecimal, fromSeconds, speakerId } from '../reading/fields.ts';
import { type JsonObject, objectAt, objectsIn, someObject } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import type { Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

/** `"12.900s"`, or `{seconds: "12", nanos: 900000000}` where a part that is 0 is absent. */
const msOf = (time: unknown): unknown => {
  if (typeof time === 'string') return fromSeconds(fromDecimal(time.replace(/s$/, '')));
  if (typeof time !== 'object' || time === null || Array.isArray(time)) return time;
  const { seconds = 0, nanos = 0 } = time as { seconds?: unknown; nanos?: unknown };
  const whole = fromDecimal(seconds);
  return typeof whole === 'number' && typeof nanos === 'number' ? Math.round(whole * 1000 + nanos / 1e6) : time;
};

/** A start of 0 is absent, as protocol buffers leave out what is zero; a word without any time has none. */
const wordOf = (word: JsonObject, confidence: unknown, channel: string | undefined): ChannelWord => {
  const end = msOf(word.endTime ?? word.endOffset);
  return {
    text: word.word,
    start: msOf(word.startTime ?? word.startOffset) ?? (end === undefined ? undefined : 0),
    end,
    confidence: word.confidence || confidence,
    speaker: speakerId(word.speakerLabel ?? word.speakerTag, '0'),
    channel,
  };
};

const wordsOf = (result: JsonObject, index: number): ChannelWord[] => {
  const best = objectsIn(result.alternatives, `results[${index}].alternatives`)[0] ?? {};
  const words = objectsIn(best.words, `results[${index}].alternatives[0].words`);
  if (words.length === 0 && best.transcript) {
    throw new NotImportable(
      'This Google result has text but no words with times. Transcribe again with enableWordTimeOffsets.',
      'untimed',
    );
  }
  const channel = speakerId(result.channelTag, '0');
  return words.map((word) => wordOf(word, best.confidence, channel));
};

const startOf = (words: readonly ChannelWord[]): number =>
  words.reduce(
    (first, { start }) => (typeof start === 'number' ? Math.min(first, start) : first),
    Number.POSITIVE_INFINITY,
  );

/** Leaves out what is said twice: with diarization the last result holds all words of the results before it once more, and only there with speakers. */
const withoutRepetition = (results: readonly ChannelWord[][]): ChannelWord[] => {
  const last = results.at(-1) ?? [];
  const others = results.slice(0, -1).flat();
  const isRepetition =
    last.length >= others.length &&
    last.some(({ speaker }) => speaker !== undefined) &&
    others.every(({ speaker }) => speaker === undefined) &&
    startOf(last) <= startOf(others);
  return isRepetition ? last : [...others, ...last];
};

/**
 * Google Speech-to-Text, version 1 (`startTime`, `speakerTag`) and 2 (`startOffset`, `speakerLabel`), bare or as the
 * response of a finished operation. A confidence of 0 means that there is none.
 * https://docs.cloud.google.com/speech-to-text/docs/reference/rest/v1/speech/recognize
 */
const readGoogle = (json: JsonObject): Reading => {
  const { results } = Array.isArray(json.results) ? json : objectAt(json, 'response');
  const read = objectsIn(results, 'results').map(wordsOf);
  return { source: 'google', ...settle(tracksByChannel(withoutRepetition(read))) };
};

const isGoogle = ({ results }: JsonObject) =>
  someObject(results, ({ alternatives }) =>
    someObject(
      alternatives,
      (a) => 'transcript' in a || someObject(a.words, (w) => 'startTime' in w || 'startOffset' in w),
    ),
  );

export const google: JsonFormat = {
  name: 'google',
  matches: (json) => isGoogle(json) || isGoogle(objectAt(json, 'response')),
  read: readGoogle,
};
