import { NotImportable } from '../not-importable.ts';
import type { RawWord } from './words.ts';

/** A word, or a mark of punctuation and the words that it joins without a space. */
export type Item = RawWord & { attaches_to?: 'previous' | 'next' | 'both' };

const append = (word: RawWord, text: unknown): void => {
  if (typeof word.text === 'string' && typeof text === 'string') word.text += text.trim();
};

/** A mark between two words makes one word of them, which is as sure as its less sure half. */
const glue = (word: RawWord, next: RawWord): void => {
  append(word, next.text);
  word.end = next.end;
  if (typeof word.confidence !== 'number' || typeof next.confidence !== 'number') return;
  word.confidence = Math.min(word.confidence, next.confidence);
};

/**
 * Words with their punctuation: a mark belongs to the word before it, unless the provider says otherwise, and to the
 * first word where nothing stands before. It is never a word of its own.
 */
export const joinMarks = (items: readonly Item[]): RawWord[] => {
  const words: RawWord[] = [];
  let [ahead, glued] = ['', false];
  for (const { attaches_to, ...item } of items) {
    const last = words.at(-1);
    if (attaches_to === undefined) {
      const text = typeof item.text === 'string' ? ahead + item.text.trim() : item.text;
      if (glued && last) glue(last, { ...item, text });
      else words.push({ ...item, text });
      [ahead, glued] = ['', false];
      continue;
    }
    if (typeof item.text !== 'string') throw new NotImportable('A mark of punctuation of this file has no text.');
    if (attaches_to === 'next' || !last) ahead += item.text.trim();
    else append(last, item.text);
    glued = attaches_to === 'both';
  }
  const last = words.at(-1);
  if (last) append(last, ahead);
  return words;
};
