/**
 * Numbers as they are said and as they are written, as one: "five thousand forty", "fifty forty" and "$5,040" all have the
 * reading "5040". A reading covers the tokens from `start` to `end`, exclusive.
 */
export type NumberReading = { digits: string; start: number; end: number };

/** Words of numbers and what they are worth. */
export const UNITS: Record<string, number> = {
  zero: 0,
  oh: 0,
  o: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
};
export const TEENS: Record<string, number> = {
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
export const TENS: Record<string, number> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Record<string, number> = { thousand: 1000, million: 1_000_000 };
const ORDINALS: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
  fortieth: 40,
  fiftieth: 50,
  sixtieth: 60,
  seventieth: 70,
  eightieth: 80,
  ninetieth: 90,
};
/** Names of the months, in their order. */
export const MONTH_NAMES: readonly string[] =
  'january february march april may june july august september october november december'.split(' ');
const MONTHS = new Set(MONTH_NAMES);
const WRITTEN = /^\d+(?:\.\d+)?$/;
const WRITTEN_ORDINAL = /^(\d+)(?:st|nd|rd|th)$/;

/** A number in a row of numbers: its digits, and the tokens that it takes. */
type Piece = { digits: string; start: number; end: number; is_oh?: boolean };

/** Digits of a reading, at most: longer rows are cut, as nobody looks for a whole card number by what is around it. */
const MAX_DIGITS = 16;
/** A row of pieces is read in every stretch up to this many pieces: a telephone number has ten or eleven. */
const MAX_PIECES = 12;

const has = (table: Record<string, number>, term: string | undefined): term is string =>
  term !== undefined && Object.hasOwn(table, term);

/**
 * Finds every number in these terms, in each stretch that may be searched by itself: of "six one four five five five
 * ..." also the last seven digits. `breaks` tells where the speaker changes: no number goes on there.
 */
export const numbersIn = (terms: readonly string[], breaks: (place: number) => boolean = () => false) => {
  const readings: NumberReading[] = [];
  for (let place = 0; place < terms.length; ) {
    if (!mayBegin(terms[place] as string)) {
      place += 1;
      continue;
    }
    const row = rowAt(terms, place, breaks);
    if (row.pieces.length > 0) readings.push(...readingsOf(row.pieces));
    readings.push(...row.ordinals);
    place = Math.max(row.end, place + 1);
  }
  return readings;
};

const BEGINNINGS = new Set(['a', ...[UNITS, TEENS, TENS, ORDINALS].flatMap((table) => Object.keys(table))]);
/** Tells that a number may begin with a term; quick for all other terms. */
export const mayBegin = (term: string): boolean => {
  const first = term.charCodeAt(0);
  return (first >= 48 && first <= 57) || BEGINNINGS.has(term);
};

/** The pieces of numbers that follow one another from a place on. */
const rowAt = (terms: readonly string[], from: number, breaks: (place: number) => boolean) => {
  const pieces: Piece[] = [];
  const ordinals: NumberReading[] = [];
  let place = from;
  while (place < terms.length && (place === from || !breaks(place))) {
    const end = stretch(terms, place, breaks);
    const ordinal = ordinalAt(terms, place, end);
    if (ordinal) {
      ordinals.push(ordinal);
      return { pieces, ordinals, end: ordinal.end };
    }
    const piece = pieceAt(terms, place, end);
    if (!piece) {
      if (pieces.length > 0 && isBetween(terms[place]) && place + 1 < terms.length && pieceAt(terms, place + 1, end)) {
        place += 1;
        continue;
      }
      break;
    }
    pieces.push(piece);
    ordinals.push(...dayOf(terms, piece));
    place = piece.end;
  }
  return { pieces, ordinals, end: place };
};

/** End of the speaker's own words, at most 24 terms on. */
const stretch = (terms: readonly string[], from: number, breaks: (place: number) => boolean): number => {
  let end = from + 1;
  while (end < terms.length && end < from + 24 && !breaks(end)) end += 1;
  return end;
};

// "twelve dollars and fifty cents", "six one four, uh, five five five".
const isBetween = (term: string | undefined) =>
  term === 'dollars' || term === 'and' || term === 'point' || term === 'uh' || term === 'um' || term === 'dash';

const pieceAt = (terms: readonly string[], place: number, end: number): Piece | null => {
  const term = terms[place] as string;
  if (WRITTEN.test(term)) return written(term, terms, place, end);
  const said = cardinalAt(terms, place, end);
  if (!said) return null;
  const hour = terms[said.end] === 'oclock' ? '00' : '';
  return { digits: `${said.value}${hour}`, start: place, end: said.end, is_oh: term === 'oh' || term === 'o' };
};

const written = (term: string, terms: readonly string[], place: number, end: number): Piece => {
  const scale = place + 1 < end ? SCALES[terms[place + 1] as string] : undefined;
  if (scale !== undefined && !term.includes('.') && term.length <= 4)
    return { digits: String(Number(term) * scale), start: place, end: place + 2 };
  const whole = term.replace(/\.(\d\d?)$/, (_dot, cents: string) => cents.padEnd(2, '0')).replace('.', '');
  const hour = terms[place + 1] === 'oclock' ? '00' : '';
  return { digits: `${whole}${hour}`.slice(0, MAX_DIGITS), start: place, end: place + 1 };
};

/** A number in words: "twenty four", "eighteen hundred", "five thousand and forty". `end` is exclusive, in and out. */
export const cardinalAt = (
  terms: readonly string[],
  place: number,
  end: number,
): { value: number; end: number } | null => {
  const small = belowHundredAt(terms, place, end);
  const article =
    !small && terms[place] === 'a' && /^(hundred|thousand)$/.test(terms[place + 1] ?? '') && place + 1 < end;
  if (!small && !article) return null;
  let value = small?.value ?? 1;
  let at = small?.end ?? place + 1;
  let total = 0;
  let scaled = article;
  for (;;) {
    const term = at < end ? terms[at] : undefined;
    if (term === 'hundred' && value < 100 && value > 0) {
      value *= 100;
      at += 1;
      scaled = true;
    } else if (has(SCALES, term) && value > 0 && value < 1000) {
      total += value * (SCALES[term] as number);
      value = 0;
      at += 1;
      scaled = true;
    } else if (scaled) {
      const next = term === 'and' ? at + 1 : at;
      const rest = next < end ? belowHundredAt(terms, next, end) : null;
      if (!rest || rest.value === 0 || value % 100 !== 0) break;
      value += rest.value;
      at = rest.end;
      // Only a scale may still follow, as in "two hundred forty thousand".
      if (!has(SCALES, terms[at]) && terms[at] !== 'hundred') break;
    } else break;
  }
  return { value: total + value, end: at };
};

const belowHundredAt = (terms: readonly string[], place: number, end: number) => {
  const term = terms[place];
  if (has(TENS, term)) {
    const next = place + 1 < end ? terms[place + 1] : undefined;
    const unit = has(UNITS, next) ? (UNITS[next] as number) : 0;
    return unit > 0
      ? { value: (TENS[term] as number) + unit, end: place + 2 }
      : { value: TENS[term] as number, end: place + 1 };
  }
  if (has(TEENS, term)) return { value: TEENS[term] as number, end: place + 1 };
  if (has(UNITS, term)) return { value: UNITS[term] as number, end: place + 1 };
  return null;
};

/** "24th", "twenty fourth": the reading "24th". `end` is exclusive, in and out. */
export const ordinalAt = (terms: readonly string[], place: number, end: number): NumberReading | null => {
  const term = terms[place] as string;
  const [, digits] = WRITTEN_ORDINAL.exec(term) ?? [];
  if (digits) return { digits: `${Number(digits)}th`, start: place, end: place + 1 };
  if (has(ORDINALS, term)) return { digits: `${ORDINALS[term]}th`, start: place, end: place + 1 };
  const next = place + 1 < end ? terms[place + 1] : undefined;
  if (has(TENS, term) && has(ORDINALS, next) && (ORDINALS[next] as number) < 10)
    return { digits: `${(TENS[term] as number) + (ORDINALS[next] as number)}th`, start: place, end: place + 2 };
  return null;
};

/** A number beside the name of a month is a day: "March 24" is also "24th". */
const dayOf = (terms: readonly string[], { digits, start, end }: Piece): NumberReading[] => {
  const day = Number(digits);
  if (day < 1 || day > 31 || digits.length > 2) return [];
  return MONTHS.has(terms[start - 1] ?? '') || MONTHS.has(terms[end] ?? '') ? [{ digits: `${day}th`, start, end }] : [];
};

/** Each stretch of a row as the digits that it makes. */
const readingsOf = (pieces: readonly Piece[]): NumberReading[] => {
  const readings: NumberReading[] = [];
  for (let first = 0; first < pieces.length; first += 1) {
    let digits = '';
    for (let last = first; last < Math.min(pieces.length, first + MAX_PIECES); last += 1) {
      digits += (pieces[last] as Piece).digits;
      if (digits.length > MAX_DIGITS) break;
      // "Oh" alone is a sigh, not a number.
      if (first === last && (pieces[first] as Piece).is_oh) continue;
      readings.push({ digits, start: (pieces[first] as Piece).start, end: (pieces[last] as Piece).end });
    }
  }
  return readings;
};
