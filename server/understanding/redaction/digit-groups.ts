import { cardinalAt } from '../../transcripts/search/numbers.ts';
import { spanishDigitsAt } from './spanish-digits.ts';
import type { DigitPiece, Token } from './tokens.ts';

/** Pieces that one voice says in a row, with nothing but fillers between them. */
export type DigitGroup = { pieces: DigitPiece[]; digits: string; speaker: string | null; turn: number };

const REPEATED: Readonly<Record<string, number>> = { double: 2, triple: 3, doble: 2 };

/** Terms that may stand between the digits of one number, as may a turn of them by somebody else. */
const BETWEEN = new Set([
  ...['uh', 'um', 'er', 'ah', 'hm', 'hmm', 'mm', 'mhm', 'huh', 'uhhuh', 'mmhmm', 'oh', 'and', 'then', 'dash', 'hyphen'],
  ...['slash', 'dot', 'space', 'okay', 'ok', 'yes', 'yeah', 'yep', 'yup', 'right', 'alright', 'sure', 'go', 'ahead'],
  ...['got', 'it', 'gotcha', 'next', 'perfect', 'great', 'good', 'thanks', 'thank', 'you', 'continue', 'keep', 'going'],
  ...['sí', 'si', 'bueno', 'y', 'guion', 'ajá', 'aja', 'este', 'eh', 'correct', 'is', 'its', 'that', 'thats'],
]);
export const isBetween = ({ term }: Token): boolean => BETWEEN.has(term);

/** Tells digits that are part of a name: "DD-214", "F150". */
const isName = ({ text }: Token): boolean => /\p{L}/u.test(text) && !/[\s:=#]/.test(text.trim());

const pieceAt = (tokens: readonly Token[], terms: readonly string[], at: number, end: number): DigitPiece | null => {
  const term = terms[at] as string;
  if (/^\d[\d.,]*$/.test(term) && isName(tokens[at] as Token)) return null;
  if (/^\d[\d.,]*$/.test(term)) return { digits: term.replace(/\D/g, ''), start: at, end: at + 1 };
  const times = REPEATED[term];
  if (times !== undefined) {
    const one = at + 1 < end ? pieceAt(tokens, terms, at + 1, at + 2) : null;
    return one?.digits.length === 1 ? { digits: one.digits.repeat(times), start: at, end: at + 2 } : null;
  }
  const said = cardinalAt(terms, at, end);
  if (said) return { digits: String(said.value), start: at, end: said.end };
  return spanishDigitsAt(terms, at, end);
};

/** Words before which an "oh" is a sigh: "two one nine, oh, and then zero nine". */
const AFTER_SIGH = /^(?:and then|then|wait|sorry|no|i|my)\b/;
const endsGroup = ({ text }: Token): boolean => /(?:\.{2,}|[?!…–—-])$/.test(text);

/** Digits of a call in groups, by turns. An "oh" by itself is a sigh and no zero. */
export const digitGroups = (tokens: readonly Token[]): DigitGroup[] => {
  const terms = tokens.map(({ term }) => term);
  const groups: DigitGroup[] = [];
  let group: DigitGroup | null = null;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const { turn, speaker } = token;
    if (group && group.turn !== turn) group = null;
    const piece =
      isSighAt(tokens, at) || isPronounAt(terms, at) ? null : pieceAt(tokens, terms, at, endOfTurn(tokens, at));
    if (piece) {
      if (!group) {
        group = { pieces: [], digits: '', speaker, turn };
        groups.push(group);
      }
      group.pieces.push(piece);
      group.digits += piece.digits;
    }
    if (endsGroup(tokens[(piece?.end ?? at + 1) - 1] as Token) || (!piece && !isBetween(token))) group = null;
    at = piece?.end ?? at + 1;
  }
  const isSigh = ({ pieces: [first, ...more] }: DigitGroup) =>
    more.length === 0 && first !== undefined && /^oh?$/.test(terms[first.start] as string);
  return groups.filter((group) => !isSigh(group));
};

const isSighAt = (tokens: readonly Token[], at: number): boolean => {
  const [oh, next, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return oh?.term === 'oh' && !/[.?!]$/.test(oh.text) && AFTER_SIGH.test(`${next?.term} ${after?.term}`);
};

/** "This one", "a loved one". */
const isPronounAt = (terms: readonly string[], at: number): boolean =>
  terms[at] === 'one' && /^(?:this|that|which|another|other|loved|no|any|every|each|same)$/.test(terms[at - 1] ?? '');

/** End of the turn, or of the longest number that may begin here. */
const endOfTurn = (tokens: readonly Token[], at: number): number => {
  let end = at + 1;
  while (end < tokens.length && end < at + 12 && tokens[end]?.turn === tokens[at]?.turn) end += 1;
  return end;
};
