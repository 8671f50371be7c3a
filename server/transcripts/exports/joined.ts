/** Scripts that put no space between words: Chinese and Japanese with their marks, Thai, Lao, Khmer, Burmese. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303f\uff00-\uffef]/u;

const lastOf = (text: string): string => String.fromCodePoint(text.codePointAt(text.length - 1) ?? 0);
const firstOf = (text: string): string => String.fromCodePoint(text.codePointAt(0) ?? 0);

/** What stands between two words: a space, or nothing where their script has none. */
export const between = (before: string, after: string): '' | ' ' =>
  UNSPACED.test(lastOf(before)) && UNSPACED.test(firstOf(after)) ? '' : ' ';

/** The words as a text. */
export const joined = (words: readonly string[]): string => {
  const parts: string[] = [];
  for (const [index, word] of words.entries()) {
    if (index > 0) parts.push(between(words[index - 1] ?? '', word));
    parts.push(word);
  }
  return parts.join('');
};
