import { NotImportable } from '../not-importable.ts';
import { type Cue, shareOut } from '../reading/cues.ts';
import { fromSeconds, isTime, speakerId, wholeSeconds } from '../reading/fields.ts';
import { type JsonObject, objectsIn } from '../reading/json.ts';
import { type RawWord, type Reading, type Repairs, settle } from '../reading/words.ts';

/** The writers of this family agree on `start` and `end` only. */
const wordOf = (word: JsonObject, segmentSpeaker: unknown, within: RawWord['within']): RawWord => ({
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

const cueOf = (segment: JsonObject, index: number): Cue => {
  const { text = '', speaker } = segment;
  if (text !== null && typeof text !== 'string') throw new NotImportable(`"segments[${index}].text" is not a text.`);
  const parts = [{ text: text ?? '', speaker: speakerId(speaker) }];
  return { start: fromSeconds(segment.start), end: fromSeconds(segment.end), parts };
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
  const topWords = ownWords.length > 0 ? ownWords : objectsIn(json.word_segments, 'word_segments');
  const duration = wholeSeconds(json.duration);
  if (inSegments.every((words) => words.length === 0) && topWords.length > 0) {
    const words = topWords.map((word) => wordOf(word, undefined, undefined));
    return { source: 'whisper', ...settle([{ words }]), duration };
  }

  const repairs: Repairs = {};
  let estimated = false;
  const words = segments.flatMap((segment, i) => {
    const own = inSegments[i] ?? [];
    if (own.length === 0) {
      const shared = shareOut(cueOf(segment, i), repairs);
      estimated ||= shared.length > 0;
      return shared;
    }
    const within = { start: bound(segment.start), end: bound(segment.end) };
    return own.map((word) => wordOf(word, segment.speaker, within));
  });
  if (words.length === 0 && typeof json.text === 'string' && json.text.trim() !== '') {
    throw new NotImportable(
      'This Whisper result has text but no words or segments with times. Ask for word timestamps.',
      'without_times',
    );
  }
  return { source: 'whisper', ...settle([{ words }], repairs), estimated_times: estimated, duration };
};
