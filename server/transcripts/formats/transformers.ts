import { shareOut } from '../reading/cues.ts';
import { isText, type JsonObject, objectsIn, someObject } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import { speakerIn } from '../reading/speaker-keys.ts';
import { speakersOver } from '../reading/speaker-turns.ts';
import { isTimedText, textIn, timesIn, wordOf } from '../reading/timed-item.ts';
import type { Reading, Repairs } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

const isOneWord = ({ text }: JsonObject): boolean => isText(text) && !/\S\s+\S/.test(text);

const middleOf = ({ start, end }: { start: unknown; end: unknown }): unknown =>
  typeof start === 'number' && typeof end === 'number' ? (start + end) / 2 : start;

/**
 * Whisper as Hugging Face's Transformers and insanely-fast-whisper write it: `chunks` are words or longer, by what was
 * asked for; the turns of a diarization may stand beside them as `speakers`. The last end may be null.
 * https://huggingface.co/docs/transformers/main_classes/pipelines#transformers.AutomaticSpeechRecognitionPipeline
 */
const readTransformers = (json: JsonObject): Reading => {
  const chunks = objectsIn(json.chunks, 'chunks');
  const turns = Array.isArray(json.speakers) ? objectsIn(json.speakers, 'speakers') : [];
  const speakerAt = speakersOver(turns.map((turn) => ({ ...timesIn(turn), speaker: speakerIn(turn) })));
  const speakerOf = (chunk: JsonObject) => speakerIn(chunk) ?? speakerAt(middleOf(timesIn(chunk)));
  const within = { start: undefined, end: undefined, text: isText(json.text) ? json.text : '' };
  if (chunks.every(isOneWord)) {
    const words = chunks.map((chunk) => wordOf(chunk, speakerOf(chunk), within));
    return { source: 'whisper', ...settle([{ words, in_pieces: true }]) };
  }
  const repairs: Repairs = {};
  const words = chunks.flatMap((chunk, i) => {
    const parts = [{ text: textIn(chunk, `chunks[${i}]`), speaker: speakerOf(chunk) }];
    return shareOut({ ...timesIn(chunk), parts }, repairs);
  });
  return { source: 'whisper', ...settle([{ words }], repairs), estimated_times: true };
};

export const transformers: JsonFormat = {
  name: 'transformers',
  matches: ({ chunks }) => someObject(chunks, isTimedText),
  read: readTransformers,
};
