import type { Dialogue, Stretch } from '../dialogue/dialogue.ts';
import { numbersFrom } from './numbers.ts';
import { titled } from './spelling.ts';

/** Street address as it is written: "418 Larkmoor Drive". */
export type AddressMention = Stretch & { text: string };

const STREETS = new Set(
  (
    'street st road rd drive dr lane ln avenue ave boulevard blvd court ct circle way place terrace pike parkway pkwy ' +
    'trail highway hwy route bend row loop alley square crossing ridge run path turnpike plaza causeway extension'
  ).split(' '),
);
const NUMBERED = new Set(['highway', 'hwy', 'route', 'road', 'county']);
/** Words between a house's number and its street's kind, at most. */
const MOST = 4;
const STOP =
  /^(?:the|and|is|was|he|she|it|its|hes|shes|on|at|in|to|of|for|a|an|by|we|i|im|you|they|my|his|her|their|no|yes|years|pounds|minutes|oclock|am|pm|dollars|from|with|this|that|so|but)$/;

/** Addresses in a stretch: a house's number, a street's name and its kind. */
export const addressesIn = (dialogue: Dialogue, start: number, end: number): AddressMention[] => {
  const addresses: AddressMention[] = [];
  for (let at = start; at < end; ) {
    const address = addressAt(dialogue, at, end);
    if (address) addresses.push(address);
    at = address?.end ?? at + 1;
  }
  return addresses;
};

const addressAt = ({ terms, tokens }: Dialogue, start: number, end: number): AddressMention | null => {
  const row = numbersFrom(terms, start, end).filter(({ is_ordinal }) => !is_ordinal);
  const last = row.at(-1);
  if (!last) return null;
  const digits = houseNumber(row.map((number) => number.digits));
  if (!digits) return null;
  for (let at = last.end; at < Math.min(end, last.end + MOST); at += 1) {
    const term = terms[at] as string;
    if (STOP.test(term)) return null;
    if (at > last.end && STREETS.has(term)) {
      const isNumbered = NUMBERED.has(term) && /^\d+$/.test(terms[at + 1] ?? '');
      const stop = isNumbered ? at + 2 : at + 1;
      return { start, end: stop, text: [digits, ...namesOf(tokens, last.end, stop)].join(' ') };
    }
    if (tokens[at]?.ends) return null;
  }
  return null;
};

/** "Four eighteen" as 418, "twenty-two oh seven" as 2207, "twelve hundred" as 1200. */
export const houseNumber = (digits: readonly string[]): string | null => {
  const joined = digits.join('').replace(/^0+/, '');
  return joined.length > 0 && joined.length <= 5 ? joined : null;
};

const namesOf = (tokens: Dialogue['tokens'], start: number, end: number): string[] =>
  tokens.slice(start, end).map(({ text, term }) => {
    const plain = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    return /\p{Lu}/u.test(plain) ? plain : titled(term);
  });
