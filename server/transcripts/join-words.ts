/** Scripts that put no space between words: Chinese and Japanese with their marks, Thai, Lao, Khmer, Burmese. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3000-\\u303f\\uff00-\\uffef';
const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]$`, 'u');
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');
const TOKEN = new RegExp(`[${UNSPACED}]|[^\\s${UNSPACED}]+`, 'gu');

export const endsUnspaced = (text: string): boolean => ENDS_UNSPACED.test(text);
export const beginsUnspaced = (text: string): boolean => BEGINS_UNSPACED.test(text);

/** The space between two words, or nothing where their script has none. */
export const between = (before: string, after: string): '' | ' ' =>
  endsUnspaced(before) && beginsUnspaced(after) ? '' : ' ';

/** The words as a text. */
export const joined = (words: readonly string[]): string => {
  const parts: string[] = [];
  for (const [index, word] of words.entries()) {
    if (index > 0) parts.push(between(words[index - 1] ?? '', word));
    parts.push(word);
  }
  return parts.join('');
};

/** A text cut at its spaces, and into characters where its script has none. */
export const tokensOf = (text: string): { text: string; is_spaced: boolean }[] =>
  Array.from(text.matchAll(TOKEN), ({ 0: token, index }) => ({
    text: token,
    is_spaced: index === 0 || /\s/.test(text[index - 1] ?? ''),
  }));
