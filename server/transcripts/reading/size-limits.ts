import { NotImportable } from '../not-importable.ts';

// Small things in their millions take twenty times the memory of their text, and a process that runs out of it ends.

/** Objects and lists of a JSON file; a day of talk has 300,000, and 32 MiB of words 600,000. */
const MOST_OBJECTS = 1_000_000;
/** Different keys of a JSON file: two of a call's fields may have 170,000 each. */
const MOST_KEYS = 400_000;
/** Words of a file, and words and line ends of one in plain text; a day of talk has 240,000. */
const [MOST_WORDS, MOST_PIECES] = [600_000, 1_000_000];
/** Characters: what is shorter has no millions of anything. */
const SMALL = 500_000;

const [QUOTE, BACKSLASH, LIST, OBJECT, COLON, SPACE] = [0x22, 0x5c, 0x5b, 0x7b, 0x3a, 0x20];
/** Bits of a key’s hash, by which keys already met are recognized; two keys may share one now and then. */
const KEY_BITS = 22;

/** Tells JSON that would take gigabytes or minutes to parse, by a look at its signs: too many objects, or different keys. */
export const isTooLargeToParse = (json: Uint8Array | string): boolean => {
  if (json.length < SMALL) return false;
  const met = new Uint8Array(1 << KEY_BITS);
  const codeAt = typeof json === 'string' ? (at: number) => json.charCodeAt(at) : (at: number) => json[at] ?? 0;
  let [objects, keys, hash, is_text] = [0, 0, 0, false];
  for (let at = 0; at < json.length; at++) {
    const code = codeAt(at);
    if (code === QUOTE) {
      if (!is_text) hash = 0;
      is_text = !is_text;
    } else if (is_text) {
      hash = (Math.imul(hash, 31) + code) | 0;
      if (code === BACKSLASH) hash = (Math.imul(hash, 31) + codeAt(++at)) | 0;
    } else if (code === LIST || code === OBJECT) objects++;
    else if (code === COLON) {
      const bit = Math.imul(hash, 0x9e3779b1) >>> (32 - KEY_BITS);
      if (met[bit] === 0) keys++;
      met[bit] = 1;
    }
  }
  return objects > MOST_OBJECTS || keys > MOST_KEYS;
};

/** Number of words between white space, without making them. */
export const countWords = (text: string): number => {
  let [words, is_word] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const is_space = code <= SPACE || (code > 127 && /\s/.test(text[at] ?? ''));
    if (!is_space && !is_word) words++;
    is_word = !is_space;
  }
  return words;
};

const tooMany = (what: string) => new NotImportable(`This file has too many ${what} for a call. Cut it into parts.`);

export const requireParsable = (json: string): void => {
  if (isTooLargeToParse(json)) throw tooMany('entries');
};

export const requireFewWords = (words: number): void => {
  if (words > MOST_WORDS) throw tooMany('words');
};

/** Refuses a plain text of too many words or lines. */
export const requireFewPieces = (text: string): void => {
  if (text.length < SMALL) return;
  let lines = 0;
  for (let at = text.search(/[\n\r]/); at >= 0 && lines <= MOST_PIECES; lines++) at = nextBreak(text, at + 1);
  if (lines > MOST_PIECES || lines + countWords(text) > MOST_PIECES) throw tooMany('words');
};

const nextBreak = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return -1;
};
