import { providerId } from '../reading/fields.ts';
import { isText, type JsonObject, objectsIn, someObject } from '../reading/json.ts';
import { settle } from '../reading/settle.ts';
import { isTimedText, wordOf } from '../reading/timed-item.ts';
import type { Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';

/**
 * Soniox, whose tokens are pieces of words: one that begins with a space begins a word. Tokens of a translation were
 * not said.
 * https://soniox.com/docs/stt/api-reference/transcriptions/get_transcription_transcript
 */
const readSoniox = (json: JsonObject): Reading => {
  const tokens = objectsIn(json.tokens, 'tokens').filter((token) => token.translation_status !== 'translation');
  const hasTranslation = tokens.some((token) => token.translation_status === 'original');
  const text = isText(json.text) && !hasTranslation ? json.text : '';
  const within = { start: undefined, end: undefined, text };
  const words = tokens.map((token) => wordOf(token, undefined, within));
  return {
    source: 'soniox',
    ...settle([{ words, in_pieces: true }]),
    provider_metadata: providerId('soniox_id', json.id),
  };
};

export const soniox: JsonFormat = {
  name: 'soniox',
  matches: ({ tokens }) => someObject(tokens, isTimedText),
  read: readSoniox,
};
