import { NotImportable } from '../not-importable.ts';
import { shareOut } from '../reading/cues.ts';
import { speakerId } from '../reading/fields.ts';
import { type JsonObject, objectAt, objectsIn } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import type { RawWord, Reading, Repairs } from '../reading/words.ts';

/** Such as `[_BEG_]`, `[_TT_153]` and `<|endoftext|>`: marks for the decoder, not speech. */
const isControl = ({ text }: JsonObject): boolean => typeof text === 'string' && /^(\[_.*\]|<\|.*\|>)$/s.test(text);

/** Words from pieces of words: a token that begins with a space begins a word, which is as sure as its least sure token. */
const wordsOf = (tokens: readonly JsonObject[], speaker: string | undefined): RawWord[] => {
  const words: { pieces: string[]; start: unknown; end: unknown; confidence: unknown }[] = [];
  for (const { text, offsets, p } of tokens) {
    if (typeof text !== 'string') throw new NotImportable('A token of this whisper.cpp result has no text.');
    const { from, to } = objectAt({ offsets }, 'offsets');
    const word = words.at(-1);
    if (!word || text.startsWith(' ')) words.push({ pieces: [text], start: from, end: to, confidence: p });
    else {
      word.pieces.push(text);
      word.end = to;
      word.confidence = leastOf(word.confidence, p);
    }
  }
  return words.map(({ pieces, ...word }) => ({ ...word, text: pieces.join(''), speaker }));
};

const leastOf = (one: unknown, other: unknown): unknown =>
  typeof one === 'number' && typeof other === 'number' ? Math.min(one, other) : (one ?? other);

/**
 * whisper.cpp, `-ojf` with tokens and `-oj` without. Offsets are milliseconds; with `--diarize` an unsure speaker is `?`.
 * https://github.com/ggml-org/whisper.cpp/tree/master/examples/cli
 */
export const readWhisperCpp = (json: JsonObject): Reading => {
  const repairs: Repairs = {};
  let estimated = false;
  const words = objectsIn(json.transcription, 'transcription').flatMap((segment, i) => {
    const speaker = speakerId(segment.speaker, '?');
    const tokens = objectsIn(segment.tokens, `transcription[${i}].tokens`).filter((token) => !isControl(token));
    if (tokens.length > 0) return wordsOf(tokens, speaker);
    const { text = '' } = segment;
    if (typeof text !== 'string') throw new NotImportable(`"transcription[${i}].text" is not a text.`);
    const { from: start, to: end } = objectAt(segment, 'offsets');
    const shared = shareOut({ start, end, parts: [{ text, speaker }] }, repairs);
    estimated ||= shared.length > 0;
    return shared;
  });
  return { source: 'whisper', ...settle([{ words }], repairs), estimated_times: estimated };
};
