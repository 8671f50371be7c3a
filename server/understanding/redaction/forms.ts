import type { RedactionKind } from '@pharos/contract/transcripts.ts';
import { isCardNumber } from './card-numbers.ts';

export type Kind = Exclude<RedactionKind, 'date_of_birth'>;

/** Rules by which the digits of a kind are gathered once it was asked for. */
type Form = {
  /** Digits that its first group has at least, and that there are at most. */
  first: number;
  first_after_weak_cue?: number;
  most: number;
  isWhole(digits: string): boolean;
  /** Tells whether the digits that were said are worth to be kept secret, after a strong cue or a weak one. */
  counts(digits: string, is_strong: boolean): boolean;
  /** Other words that may stand before more of its digits. */
  reach: number;
};

export const isTelephone = (digits: string) => digits.length === 10 || (digits.length === 11 && digits.startsWith('1'));

const isTollFree = (digits: string) => isTelephone(digits) && /^1?8(?:00|88|77|66|55|44|33)/.test(digits);

export const FORMS: Readonly<Record<Kind, Form>> = {
  card_number: {
    first: 3,
    most: 19,
    isWhole: isCardNumber,
    counts: (digits, is_strong) => digits.length >= 12 || (is_strong && digits.length >= 8 && !isTelephone(digits)),
    reach: 40,
  },
  social_security_number: {
    first: 3,
    most: 9,
    isWhole: ({ length }) => length === 9,
    counts: ({ length }, is_strong) => length >= 8 || (is_strong && length === 4),
    reach: 30,
  },
  bank_account: {
    first: 3,
    first_after_weak_cue: 6,
    most: 34,
    isWhole: () => false,
    counts: (digits, is_strong) => (is_strong ? digits.length >= 4 : digits.length >= 6 && !isTollFree(digits)),
    reach: 30,
  },
  security_code: { first: 3, most: 8, isWhole: () => false, counts: ({ length }) => length >= 3, reach: 8 },
};
