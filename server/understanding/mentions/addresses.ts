import type { Dialogue, Passage, Stretch } from '../dialogue/dialogue.ts';
import { nameAt } from './names.ts';
import { type NumberMention, numbersFrom } from './numbers.ts';
import { titled } from './spelling.ts';

/** Street address as it is written: "418 Larkmoor Drive". One whose kind of street was left out ends with its name. */
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
  /^(?:the|and|is|was|were|he|she|it|its|hes|shes|at|in|to|of|for|a|an|by|we|i|im|you|they|my|his|her|their|no|yes|years|pounds|minutes|oclock|am|pm|dollars|from|with|this|that|so|but|steps|stairs|people|men|days|hours|or|when|if|can|on|off|cents|hundred|percent|right|left|out|then|wheel|door|car|bed|bedroom)$/;

/** Addresses in a turn: a house's number, a street's name and its kind. A street said before its number is one, too. */
export const addressesIn = (dialogue: Dialogue, { start, end }: Passage): AddressMention[] => {
  const addresses: AddressMention[] = [];
  for (let at = start; at < end; ) {
    const address = addressAt(dialogue, at, end) ?? againAt(dialogue, at, end, addresses);
    if (address) addresses.push(address);
    at = address?.end ?? at + 1;
  }
  return addresses;
};

const rowAt = (terms: readonly string[], start: number, end: number): NumberMention[] =>
  numbersFrom(terms, start, end, 6).filter(({ is_ordinal }) => !is_ordinal);

const addressAt = ({ terms, tokens }: Dialogue, start: number, end: number): AddressMention | null => {
  const row = rowAt(terms, start, end);
  const last = row.at(-1);
  const digits = houseNumber(row.map((number) => number.digits));
  if (!last || !digits || tokens[last.end - 1]?.ends === '.') return null;
  for (let at = last.end; at < Math.min(end, last.end + MOST); at += 1) {
    const term = terms[at] as string;
    if (STOP.test(term)) return null;
    const isNumbered = NUMBERED.has(term) && /^\d+$/.test(terms[at + 1] ?? '');
    if (STREETS.has(term) && (at > last.end || isNumbered)) {
      const stop = isNumbered ? at + 2 : at + 1;
      return { start, end: stop, text: [digits, ...namesOf(tokens, last.end, stop)].join(' ') };
    }
    if (tokens[at]?.ends) return null;
  }
  return null;
};

/** "It's 1610. 1610 Peavine": the name of a street that was told before, with its number. */
const againAt = (
  dialogue: Dialogue,
  start: number,
  end: number,
  told: readonly AddressMention[],
): AddressMention | null => {
  const row = rowAt(dialogue.terms, start, end);
  const last = row.at(-1);
  const digits = houseNumber(row.map((number) => number.digits));
  const name = last && digits ? nameAt(dialogue, last.end, end) : null;
  const [street = ''] = name?.words ?? [];
  const first = told.find(({ text }) => text.split(' ')[1] === street);
  if (!name || !first || !digits || name.start !== last?.end) return null;
  return { start, end: name.start + 1, text: [digits, ...first.text.split(' ').slice(1)].join(' ') };
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
