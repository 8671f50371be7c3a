import { NotImportable } from '../not-importable.ts';
import { type Cue, shareOut } from '../reading/cues.ts';
import { fromSeconds, isTime, speakerId, wholeSeconds } from '../reading/fields.ts';
import { type JsonObject, objectsIn } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import type { RawWord, Reading, Repairs, Segment } from '../reading/words.ts';

/** The writers of this family agree on `start` and `end` only. */
const wordOf = (word: JsonObject, segmentSpeaker: unknown, within: Segment): RawWord => ({
  text: word.word ?? word.text,
  start: fromSeconds(word.start),
  end: fromSeconds(word.end),
  confidence: word.probability ?? word.confidence ?? word.score,
  speaker: speakerId(word.speaker ?? segmentSpeaker),
  within,
});

const bound = (seconds: unknown): number | undefined => {
  const ms = fromSeconds(seconds);
  return isTime(ms) ? ms : undefined;
};

const textIn = ({ text = '' }: JsonObject, place: string): string => {
  if (text !== null && typeof text !== 'string') throw new NotImportable(`"${place}" is not a text.`);
  return text ?? '';
};

const segmentOf = (segment: JsonObject, place: string): Segment => ({
  start: bound(segment.start),
  end: bound(segment.end),
  text: textIn(segment, `${place}.text`),
});

const cueOf = (segment: JsonObject, place: string): Cue => {
  const parts = [{ text: textIn(segment, `${place}.text`), speaker: speakerId(segment.speaker) }];
  return { start: fromSeconds(segment.start), end: fromSeconds(segment.end), parts };
};

/** Words at the top, as OpenAI has them: their punctuation stands in `text`, or in the texts of the segments. */
const topWords = (json: JsonObject, words: readonly JsonObject[], segments: readonly JsonObject[]): RawWord[] => {
  const inSegments = segments.map((segment, i) => textIn(segment, `segments[${i}].text`)).join(' ');
  const within = { start: undefined, end: undefined, text: textIn(json, 'text') || inSegments };
  return words.map((word) => wordOf(word, undefined, within));
};

/**
 * OpenAI `verbose_json` and `diarized_json`, openai-whisper, faster-whisper, whisper-timestamped and WhisperX.
 * Words are looked for in the segments, then at the top (OpenAI); segments without words are shared out.
 * WhisperX gives words such as numbers no times: they get what their neighbours leave in the segment.
 * https://github.com/openai/whisper, https://github.com/m-bain/whisperX, https://platform.openai.com/docs/api-reference/audio
 */
export const readWhisper = (json: JsonObject): Reading => {
  const segments = objectsIn(json.segments, 'segments');
  const inSegments = segments.map((segment, i) => objectsIn(segment.words, `segments[${i}].words`));
  const ownWords = objectsIn(json.words, 'words');
  const atTop = ownWords.length > 0 ? ownWords : objectsIn(json.word_segments, 'word_segments');
  const duration = wholeSeconds(json.duration);
  if (inSegments.every((words) => words.length === 0) && atTop.length > 0) {
    const words = topWords(json, atTop, segments);
    return { source: 'whisper', ...settle([{ words, in_pieces: true }]), duration };
  }

  const repairs: Repairs = {};
  let estimated = false;
  const words = segments.flatMap((segment, i) => {
    const own = inSegments[i] ?? [];
    if (own.length === 0) {
      const shared = shareOut(cueOf(segment, `segments[${i}]`), repairs);
      estimated ||= shared.length > 0;
      return shared;
    }
    const within = segmentOf(segment, `segments[${i}]`);
    return own.map((word) => wordOf(word, segment.speaker, within));
  });
  if (words.length === 0 && typeof json.text === 'string' && json.text.trim() !== '') {
    throw new NotImportable(
      'This Whisper result has text but no words or segments with times. Ask for word timestamps.',
      'without_times',
    );
  }
  return { source: 'whisper', ...settle([{ words, in_pieces: true }], repairs), estimated_times: estimated, duration };
};
