import { NotImportable } from '../not-importable.ts';
import { shareOut } from '../reading/cues.ts';
import { speakerId } from '../reading/fields.ts';
import { isEmptyList, isText, type JsonObject, objectAt, objectsIn, someObject } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import { segmentAt, textIn } from '../reading/timed-item.ts';
import type { RawWord, Reading, Repairs, Segment } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

/** Tokens such as `[_BEG_]`, `[_TT_153]` and `<|endoftext|>`: marks for the decoder, not speech. */
const isControl = ({ text }: JsonObject): boolean => typeof text === 'string' && /^(\[_.*\]|<\|.*\|>)$/s.test(text);

/** Tokens are pieces of words: one that begins with a space begins a word. */
const wordsOf = (tokens: readonly JsonObject[], speaker: string | undefined, within: Segment): RawWord[] =>
  tokens.map(({ text, offsets, p }) => {
    if (!isText(text)) throw new NotImportable('A token of this whisper.cpp result has no text.');
    const { from, to } = objectAt({ offsets }, 'offsets');
    return { text, start: from, end: to, confidence: p, speaker, within };
  });

/**
 * whisper.cpp, `-ojf` with tokens and `-oj` without. Offsets are milliseconds; with `--diarize` an unsure speaker is `?`.
 * https://github.com/ggml-org/whisper.cpp/tree/master/examples/cli
 */
const readWhisperCpp = (json: JsonObject): Reading => {
  const repairs: Repairs = {};
  let estimated = false;
  const words = objectsIn(json.transcription, 'transcription').flatMap((segment, i) => {
    const speaker = speakerId(segment.speaker, '?');
    const tokens = objectsIn(segment.tokens, `transcription[${i}].tokens`).filter((token) => !isControl(token));
    const { from: start, to: end } = objectAt(segment, 'offsets');
    const text = textIn(segment, `transcription[${i}]`);
    if (tokens.length > 0) return wordsOf(tokens, speaker, segmentAt({ start, end }, text));
    const shared = shareOut({ start, end, parts: [{ text, speaker }] }, repairs);
    estimated ||= shared.length > 0;
    return shared;
  });
  return { source: 'whisper', ...settle([{ words, in_pieces: true }], repairs), estimated_times: estimated };
};

const isWhisperCpp = (json: JsonObject) =>
  someObject(json.transcription, (s) => 'offsets' in s) || (isEmptyList(json.transcription) && 'result' in json);

export const whisperCpp: JsonFormat = { name: 'whisper_cpp', matches: isWhisperCpp, read: readWhisperCpp };
