import { NotImportable } from '../not-importable.ts';
import { speakerInChannel } from '../reading/channels.ts';
import { shareOut } from '../reading/cues.ts';
import { wholeSeconds } from '../reading/fields.ts';
import { hasList, isEmptyList, isText, type JsonObject, objectsIn, someObject } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import { speakerIn } from '../reading/speaker-keys.ts';
import { isTimedText, segmentOf, textIn, timesIn, wordOf } from '../reading/timed-item.ts';
import type { RawWord, Reading, Repairs } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

/** Words at the top, as OpenAI has them: their punctuation stands in `text`, or in the texts of the segments. */
const topWords = (json: JsonObject, words: readonly JsonObject[], segments: readonly JsonObject[]): RawWord[] => {
  const inSegments = segments.map((segment, i) => textIn(segment, `segments[${i}]`)).join(' ');
  const text = (isText(json.text) && json.text) || inSegments;
  const within = { start: undefined, end: undefined, text };
  return words.map((word) => wordOf(word, undefined, within));
};

type Found = { words: RawWord[]; estimated: boolean };

/** Words are looked for in the segments, then at the top (OpenAI); segments without words are shared out. */
const wordsIn = (json: JsonObject, repairs: Repairs): Found => {
  const segments = objectsIn(json.segments, 'segments');
  const inSegments = segments.map((segment, i) => objectsIn(segment.words, `segments[${i}].words`));
  const ownWords = objectsIn(json.words, 'words');
  const atTop = ownWords.length > 0 ? ownWords : objectsIn(json.word_segments, 'word_segments');
  if (inSegments.every((words) => words.length === 0) && atTop.length > 0) {
    return { words: topWords(json, atTop, segments), estimated: false };
  }
  let estimated = false;
  const words = segments.flatMap((segment, i) => {
    const [own, place, speaker] = [inSegments[i] ?? [], `segments[${i}]`, speakerIn(segment)];
    if (own.length === 0) {
      const cue = { ...timesIn(segment), parts: [{ text: textIn(segment, place), speaker }] };
      const shared = shareOut(cue, repairs);
      estimated ||= shared.length > 0;
      return shared;
    }
    const within = segmentOf(segment, place);
    return own.map((word) => wordOf(word, speaker, within));
  });
  if (words.length === 0 && isText(json.text) && json.text.trim() !== '') {
    throw new NotImportable(
      'This Whisper result has text but no words or segments with times. Ask for word timestamps.',
      'untimed',
    );
  }
  return { words, estimated };
};

/**
 * OpenAI `verbose_json` and `diarized_json`, openai-whisper, faster-whisper, whisper-timestamped, WhisperX, Voxtral.
 * WhisperX gives words such as numbers no times: they get what their neighbours leave in the segment.
 * https://github.com/openai/whisper, https://github.com/m-bain/whisperX, https://platform.openai.com/docs/api-reference/audio
 */
const readWhisper = (json: JsonObject): Reading => {
  const repairs: Repairs = {};
  const { words, estimated } = wordsIn(json, repairs);
  const duration = wholeSeconds(json.duration);
  return { source: 'whisper', ...settle([{ words, in_pieces: true }], repairs), estimated_times: estimated, duration };
};

/** Results of single channels, as a job here keeps them where each party of a call was heard alone. */
const readChannels = (json: JsonObject): Reading => {
  const repairs: Repairs = {};
  const found = objectsIn(json.channels, 'channels').map((channel) => wordsIn(channel, repairs));
  const tracks = found.map(({ words }, i) => ({
    words: words.map((word) => ({ ...word, speaker: speakerInChannel(word.speaker, String(i)) })),
    channel: String(i),
    in_pieces: true,
  }));
  return {
    source: 'whisper',
    ...settle(tracks, repairs),
    estimated_times: found.some(({ estimated }) => estimated),
    duration: wholeSeconds(json.duration),
  };
};

const isWhisperX = (json: JsonObject) =>
  hasList(json, 'word_segments') || someObject(json.segments, (s) => someObject(s.words, (w) => 'score' in w));

const isWhisper = (json: JsonObject) =>
  someObject(json.segments, (s) => 'avg_logprob' in s || hasList(s, 'words') || isTimedText(s)) ||
  someObject(json.words, (word) => 'word' in word) ||
  ((hasList(json, 'segments') || isEmptyList(json.words)) && isText(json.text));

export const whisperX: JsonFormat = { name: 'whisperx', matches: isWhisperX, read: readWhisper };
export const whisper: JsonFormat = { name: 'whisper', matches: isWhisper, read: readWhisper };
export const whisperChannels: JsonFormat = {
  name: 'whisper_channels',
  matches: ({ channels }) => someObject(channels, (channel) => isWhisper(channel)),
  read: readChannels,
};
