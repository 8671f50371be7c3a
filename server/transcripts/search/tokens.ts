import { foldText } from './fold.ts';

/** One searchable word. `place` counts tokens from 0; `word` is the index of the transcript's word that holds it. */
export type Token = { term: string; word: number };

/**
 * Letters and digits in a row, with what belongs inside them: apostrophes ("don't"), dots of initials ("a.m."), and
 * separators of digits ("5,040.50").
 */
const TERM =
  /\p{N}+(?:[.,]\p{N}+)*(?:st|nd|rd|th)?(?![\p{L}\p{N}])|(?:\p{L}\.){2,}(?!\p{L})|[\p{L}\p{N}\p{M}]+(?:['’ʼ＇`´][\p{L}\p{N}\p{M}]+)*/gu;

/** Scripts without blanks between words, and Korean, whose words carry their particles: there every letter is a word. */
const LETTER_BY_LETTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const PIECES = new RegExp(`${LETTER_BY_LETTER.source}\\p{M}*|(?:(?!${LETTER_BY_LETTER.source}).)+`, 'gu');

const APOSTROPHES = /['’ʼ＇`´]/gu;
const GROUPING = /,(?=\d{3}(?!\d))/g;

/** Characters of a token, at most: longer ones are cut, in the index and in a query alike. */
export const MAX_TERM = 64;

const SIMPLE = /^[a-z]+$/;

/** The searchable words in a text, folded. A text without letters or digits has none. */
export const termsOf = (text: string): readonly string[] => {
  const known = kept.get(text);
  if (known) return known;
  const terms = split(text);
  if (text.length <= MAX_TERM) {
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(text, terms);
  }
  return terms;
};

/** Tokens of texts already split, kept for the next time, since people use few words. */
const kept = new Map<string, readonly string[]>();
const MAX_KEPT = 20_000;

const split = (text: string): string[] => {
  const folded = foldText(text);
  if (SIMPLE.test(folded)) return [folded.slice(0, MAX_TERM)];
  const terms: string[] = [];
  for (const [found] of folded.matchAll(TERM)) {
    const plain = found.replace(APOSTROPHES, '').replace(/^(?:\p{L}\.)+$/u, (dotted) => dotted.replaceAll('.', ''));
    const term = /^\d/.test(plain) ? plain.replace(GROUPING, '') : plain;
    if (/^[\d.,]+$/.test(term) && term.includes(',')) terms.push(...term.split(','));
    else if (LETTER_BY_LETTER.test(term)) terms.push(...(term.match(PIECES) ?? []));
    else terms.push(term);
  }
  return terms.map((term) => term.slice(0, MAX_TERM));
};

/** The tokens of a transcript's words, in their order. */
export const tokensOf = (words: readonly { text: string }[]): Token[] =>
  words.flatMap(({ text }, word) => termsOf(text).map((term) => ({ term, word })));
