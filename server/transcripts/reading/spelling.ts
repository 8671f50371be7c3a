import { tokensOf } from '../join-words.ts';
import { align, type Pair } from './align.ts';
import { joinWords } from './pieces.ts';
import type { CheckedWord } from './words.ts';

type Token = { text: string; is_spaced: boolean };

/** An amount takes so many words to say, and so many to write. */
const [MOST_SAID, MOST_WRITTEN] = [24, 4];
/** Characters: what is longer is no word, and is left as it is. */
const LONGEST = 200;

const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
const formOf = ({ text }: { text: string }): string => lettersOf(text) || text;
const hasDigit = ({ text }: { text: string }): boolean => /^\P{L}*\p{N}/u.test(text);
const hasSymbol = ({ text }: { text: string }): boolean => /[\p{Sc}%‰°]/u.test(text);
/** Dashes, quotation marks and brackets that open what follows. */
const OPENS = /^[\p{Pd}\p{Pi}\p{Ps}¿¡]+$/u;

/** Adds marks that stand alone to the item that they belong to, unless `isOwn` says that they are an item themselves. */
const withMarks = <T extends { text: string }>(
  items: readonly T[],
  isOwn: (text: string) => boolean,
  join: (one: T, other: T) => T,
): T[] => {
  const joined: T[] = [];
  let opening: T | undefined;
  for (const item of items) {
    const isMark = lettersOf(item.text) === '' && item.text.length < LONGEST && !isOwn(item.text);
    const last = joined.at(-1);
    if (isMark && last && last.text.length < LONGEST && !OPENS.test(item.text))
      joined[joined.length - 1] = join(last, item);
    else if (isMark && (opening?.text.length ?? 0) < LONGEST) opening = opening ? join(opening, item) : item;
    else {
      joined.push(opening ? join(opening, item) : item);
      opening = undefined;
    }
  }
  const last = joined.at(-1);
  if (opening && last) joined[joined.length - 1] = join(last, opening);
  else if (opening) joined.push(opening);
  return joined;
};

const joinTokens = (one: Token, { text, is_spaced }: Token): Token => ({
  text: `${one.text}${is_spaced ? ' ' : ''}${text}`,
  is_spaced: one.is_spaced,
});

/** A number that was said in words and written in digits, such as “five thousand dollars” and `$5,000`. */
const isNumberWritten = (words: readonly CheckedWord[], tokens: readonly Token[]): boolean => {
  const said = new Set(words.map(formOf));
  const isWritten = tokens.some(hasDigit) && tokens.every((token) => hasDigit(token) || said.has(formOf(token)));
  return isWritten && !words.some(hasDigit) && words.length <= MOST_SAID && tokens.length <= MOST_WRITTEN;
};

/**
 * Number of pairs that stand for one amount: “5 million dollars” for `$5 million`, where the unit has no word of its
 * own.
 */
const pairsOfAmount = (pairs: readonly Pair[], isUnit: (pair: Pair) => boolean, at: number): number => {
  const [next, second] = pairs.slice(at + 1, at + 3);
  if (next && isUnit(next)) return 2;
  return next?.is_same && second && isUnit(second) ? 3 : 1;
};

/** Pairs with each amount and its unit as one. */
const withAmounts = (pairs: readonly Pair[], words: readonly CheckedWord[], tokens: readonly Token[]): Pair[] => {
  const isUnit = ({ left, right }: Pair) => {
    const unwritten = right[0] === right[1] ? words.slice(...left) : [];
    return unwritten.length <= 3 && unwritten.some(({ text }) => lettersOf(text).length > 3);
  };
  const merged: Pair[] = [];
  for (let at = 0; at < pairs.length; ) {
    const pair = pairs[at] as Pair;
    const [said, written] = [words.slice(...pair.left), tokens.slice(...pair.right)];
    const hasNewSymbol = written.some(hasSymbol) && said.length > 0 && !said.some(hasSymbol);
    const isAmount = hasNewSymbol && (pair.is_same || isNumberWritten(said, written));
    const length = isAmount ? pairsOfAmount(pairs, isUnit, at) : 1;
    const last = pairs[at + length - 1] as Pair;
    const isSame = pair.is_same || length > 1;
    merged.push({ left: [pair.left[0], last.left[1]], right: [pair.right[0], last.right[1]], is_same: isSame });
    at += length;
  }
  return merged;
};

/**
 * Words of a segment as its text writes them: `words`, how many were respelled, and how many of the text nobody said.
 */
export type Spelled = { words: CheckedWord[]; respelled: number; unsaid: number };

/**
 * Spells timed words as the text beside them does, wherever the two have the same letters: with its punctuation and
 * capitals, the pieces of an amount or of `It’s` as one word, and numbers in its digits. No word is lost, and none is
 * made of what has no time.
 */
export const spellAs = (text: string, given: readonly CheckedWord[]): Spelled => {
  // A text that is far longer than the words is of something else.
  if (text.length > LONGEST * (given.length + 10)) return { words: [...given], respelled: 0, unsaid: 0 };
  const written = tokensOf(text);
  const isEqual = written.length === given.length && given.every((word, i) => word.text === written[i]?.text);
  if (isEqual || written.length === 0) return { words: [...given], respelled: 0, unsaid: 0 };
  const [ownWords, ownTokens] = [new Set(given.map((word) => word.text)), new Set(written.map((token) => token.text))];
  const words = withMarks(
    given,
    (mark) => ownTokens.has(mark),
    (one, other) => joinWords([one, other]),
  );
  const tokens = withMarks(written, (mark) => ownWords.has(mark), joinTokens);

  const pairs = withAmounts(align(words.map(formOf), tokens.map(formOf)), words, tokens);
  let [respelled, unsaid] = [0, 0];
  const spelled = pairs.flatMap(({ left, right, is_same }): CheckedWord[] => {
    const [said, of] = [words.slice(...left), tokens.slice(...right)];
    if (said.length === 0) unsaid += of.length;
    const isOneVoice = said.every(({ speaker }) => speaker === said[0]?.speaker);
    if (said.length === 0 || of.length === 0 || !isOneVoice) return said;
    if (!is_same && !isNumberWritten(said, of)) return said;
    const spelling = of.reduce(joinTokens).text;
    if (spelling.length > LONGEST) return said;
    if (spelling !== said.map(({ text }) => text).join('')) respelled++;
    return [joinWords(said, spelling)];
  });
  return { words: spelled, respelled, unsaid };
};
