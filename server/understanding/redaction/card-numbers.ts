import type { DigitPiece } from './tokens.ts';

/** Beginnings of the card schemes' numbers, with how many digits each may have. */
const SCHEMES: readonly [beginning: RegExp, lengths: readonly number[]][] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720))/, [16]],
  [/^3[47]/, [15]],
  [/^(?:6011|65|64[4-9]|62)/, [16, 19]],
  [/^(?:30[0-5]|3095|36|38|39)/, [14, 16]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^(?:50|5[6-9]|6[0379])/, [16, 19]],
];

/** Check digit after Luhn, that every card number ends in. */
const passesLuhn = (digits: string): boolean => {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const doubled = digit * 2;
    sum += at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};

export const isCardNumber = (digits: string): boolean =>
  SCHEMES.some(([beginning, lengths]) => lengths.includes(digits.length) && beginning.test(digits)) &&
  passesLuhn(digits);

/** Digits of something else that may be said in the same breath, such as the expiry date behind a card's number. */
const [MOST_BEFORE, MOST_BEHIND] = [4, 20];

/** Lengths of card numbers, the likeliest first: three more digits are rather the code on the back. */
const LENGTHS = [16, 15, 14, 19, 13];

/** Finds the pieces of a card number in a row of them: from one piece to another, exclusive. Null without any. */
export const cardNumberIn = (pieces: readonly DigitPiece[]): { from: number; to: number } | null => {
  const total = pieces.reduce((sum, { digits }) => sum + digits.length, 0);
  let before = 0;
  for (let from = 0; from < pieces.length && before <= MOST_BEFORE; from += 1) {
    const ends = new Map<number, number>();
    let digits = '';
    for (let to = from; to < pieces.length && digits.length <= 19; to += 1) {
      digits += (pieces[to] as DigitPiece).digits;
      if (total - before - digits.length <= MOST_BEHIND && isCardNumber(digits)) ends.set(digits.length, to + 1);
    }
    const length = LENGTHS.find((length) => ends.has(length));
    if (length !== undefined) return { from, to: ends.get(length) as number };
    before += (pieces[from] as DigitPiece).digits.length;
  }
  return null;
};
