import { TEENS, TENS as TENS_OF, UNITS } from '../../transcripts/search/numbers.ts';
import type { Term } from '../sentences.ts';

/**
 * An amount of money in a sentence, in dollars. It covers the terms from `start` to `end`, exclusive. `marked` is true where
 * "dollars", "grand" or "$" stands with it; other numbers may be something else, which only their surroundings tell.
 */
export type Amount = { dollars: number; start: number; end: number; marked: boolean };

const SMALL = new Map([...Object.entries(UNITS), ...Object.entries(TEENS)].filter(([word]) => !/^oh?$/.test(word)));
const TENS = new Map(Object.entries(TENS_OF));
const SCALE = /^(?:hundred|thousand|grand|a|per)$/;
const CURRENCY = /^(?:dollars?|bucks?)$/;
const WRITTEN = /^\d+(?:\.\d{1,2})?$/;

type Read = { value: number; next: number };
type At = (place: number) => string | undefined;

const belowHundred = (at: At, place: number): Read | null => {
  const term = at(place) ?? '';
  const tens = TENS.get(term);
  if (tens !== undefined) {
    const unit = SMALL.get(at(place + 1) ?? '') ?? 0;
    return unit > 0 && unit < 10 ? { value: tens + unit, next: place + 2 } : { value: tens, next: place + 1 };
  }
  const small = SMALL.get(term);
  return small === undefined || small === 0 ? null : { value: small, next: place + 1 };
};

/** Two digits after a number of hundreds: the "ninety-five" of "twelve ninety-five", the "oh five" of "nine oh five". */
const lastTwo = (at: At, place: number): Read | null => {
  if (at(place) === 'oh' || at(place) === 'o') {
    const unit = SMALL.get(at(place + 1) ?? '') ?? 0;
    return unit > 0 && unit < 10 ? { value: unit, next: place + 2 } : null;
  }
  const read = belowHundred(at, place);
  return read && read.value >= 10 ? read : null;
};

/** Rest of a number after "hundred" or "thousand": "and fifty", "two hundred fifty", "four ninety-five". */
const remainder = (at: At, place: number, below: number): Read => {
  const start = at(place) === 'and' ? place + 1 : place;
  const read =
    at(start) === 'a' && at(start + 1) === 'hundred' ? { value: 1, next: start + 1 } : belowHundred(at, start);
  if (!read) return { value: 0, next: place };
  // "Two thousand and thirty-four hundred" are two amounts.
  if (/^(?:hundred|thousand|grand)$/.test(at(read.next) ?? '') && (below === 100 || read.value >= 10))
    return { value: 0, next: place };
  if (below === 1000 && at(read.next) === 'hundred') {
    const rest = remainder(at, read.next + 1, 100);
    return { value: read.value * 100 + rest.value, next: rest.next };
  }
  if (below === 1000 && read.value < 10 && start === place) {
    const pair = lastTwo(at, read.next);
    if (pair) return { value: read.value * 100 + pair.value, next: pair.next };
  }
  return read;
};

const spoken = (at: At, place: number): Read | null => {
  const article = at(place) === 'a' && /^(?:hundred|thousand|grand)$/.test(at(place + 1) ?? '');
  const first = article ? { value: 1, next: place + 1 } : belowHundred(at, place);
  if (!first) return null;
  const fraction = at(first.next) === 'and' && at(first.next + 1) === 'a' ? at(first.next + 2) : undefined;
  // "Five and a quarter" are hundreds where nothing follows that says otherwise.
  if (fraction === 'quarter' && !SCALE.test(at(first.next + 3) ?? ''))
    return { value: first.value * 100 + 25, next: first.next + 3 };
  const half = fraction === 'half';
  const scale = at(half ? first.next + 3 : first.next);
  const value = half ? first.value + 0.5 : first.value;
  const after = half ? first.next + 4 : first.next + 1;
  if (scale === 'grand') return { value: value * 1000, next: after };
  if (scale === 'thousand') {
    const rest = half ? { value: 0, next: after } : remainder(at, after, 1000);
    return { value: value * 1000 + rest.value, next: rest.next };
  }
  if (scale === 'hundred') {
    const rest = remainder(at, after, 100);
    const hundreds = first.value * 100 + rest.value;
    if (at(rest.next) !== 'thousand') return { value: hundreds, next: rest.next };
    const more = remainder(at, rest.next + 1, 1000);
    return { value: hundreds * 1000 + more.value, next: more.next };
  }
  if (half) return /^(?:a|per)$/.test(at(first.next + 3) ?? '') ? { value, next: first.next + 3 } : null;
  const pair = first.value < 100 ? lastTwo(at, first.next) : null;
  return pair ? { value: first.value * 100 + pair.value, next: pair.next } : first;
};

const written = (at: At, place: number): Read | null => {
  const term = at(place) ?? '';
  const short = /^(\d+(?:\.\d+)?)k$/.exec(term);
  if (short) return { value: Number(short[1]) * 1000, next: place + 1 };
  if (!WRITTEN.test(term)) return null;
  const scale = { hundred: 100, thousand: 1000, grand: 1000 }[at(place + 1) ?? ''];
  if (scale === undefined) return { value: Number(term), next: place + 1 };
  const rest = remainder(at, place + 2, scale);
  return { value: Number(term) * scale + rest.value, next: rest.next };
};

const cents = (at: At, place: number): Read | null => {
  const start = at(place) === 'and' ? place + 1 : place;
  const read = written(at, start) ?? belowHundred(at, start);
  return read && read.value < 100 && at(read.next) === 'cents'
    ? { value: read.value / 100, next: read.next + 1 }
    : null;
};

/** Tells if a number of dollars may as well be an hour, as "eleven fifty" is. People say hours by fives. */
export const mayBeHour = (dollars: number): boolean => dollars <= 1259 && dollars % 100 < 60 && dollars % 5 === 0;

const isNumber = (term: string | undefined): boolean =>
  term !== undefined && (/^\d/.test(term) || SMALL.has(term) || TENS.has(term) || term === 'oh' || term === 'hundred');

/**
 * Finds amounts of money, as they are said and as they are written. Rows of digits, as of telephone numbers, are none.
 * Text of the transcript's words is needed to see "$", which terms do not keep.
 */
export const amountsIn = (terms: readonly Term[], textOf: (word: number) => string): Amount[] => {
  const amounts: Amount[] = [];
  for (let place = 0; place < terms.length; ) {
    // A comma or a full stop ends a number, though not one that is written out after its thousands.
    const end = endOfRun(terms, place);
    const at: At = (index) => (index < end ? terms[index]?.text : undefined);
    const read = written(at, place) ?? spoken(at, place);
    if (!read) {
      place += 1;
      continue;
    }
    let { value, next } = read;
    const has = CURRENCY.test(at(next) ?? '');
    if (has) {
      const more = cents(at, next + 1);
      value += more?.value ?? 0;
      next = more?.next ?? next + 1;
    }
    const goesOn = isNumber(at(next)) && !has;
    const signed = textOf((terms[place] as Term).word).includes('$');
    const grand = terms.slice(place, next).some(({ text }) => text === 'grand');
    if (!goesOn && !isNumber(terms[place - 1]?.mark === '' ? terms[place - 1]?.text : undefined))
      amounts.push({ dollars: value, start: place, end: next, marked: has || signed || grand });
    while (goesOn && isNumber(at(next))) next += 1;
    place = next;
  }
  return amounts;
};

const endOfRun = (terms: readonly Term[], from: number): number => {
  let end = from;
  while (end < terms.length && terms[end]?.mark === '') end += 1;
  return end + 1;
};
