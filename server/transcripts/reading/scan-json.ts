/** Steps from the whole to a place in it: keys and indexes. */
export type Path = (string | number)[];

/** A place where a text is no JSON, or says something that its reader would not get. */
export type Fault = {
  kind: 'syntax' | 'duplicate_key' | 'changed_number';
  /** Message for a reader, without a word of the text. */
  message: string;
  /** Position from 0, in UTF-16 units; the length of the text where its end is missing. */
  offset: number;
  path: Path;
};

type Frame = { keys: Set<string> | null; step: string | number };

const [QUOTE, BACKSLASH, COLON, NINE, ZERO, FIRST_PRINTED] = [0x22, 0x5c, 0x3a, 0x39, 0x30, 0x20];
const WHITE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;

/**
 * Reads a JSON text (RFC 8259) without recursion and finds the first fault of these kinds; null where there is none.
 * JSON.parse reads faster, but keeps quiet about the last two kinds, and tells no place or quotes the text.
 */
export const scanJson = (text: string): Fault | null => {
  const frames: Frame[] = [];
  let at = 0;

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return null;
    at = pattern.lastIndex;
    return found[0];
  };
  const fault = (kind: Fault['kind'], message: string, offset = at): Fault => ({
    kind,
    message: offset >= text.length ? 'Unexpected end' : message,
    offset,
    path: frames.map(({ step }) => step),
  });

  /** Closes what ends after a value, and goes to the next one; null where the text goes on, else how it ends. */
  const afterValue = (): Fault | 'end' | null => {
    for (;;) {
      take(WHITE);
      const frame = frames.at(-1);
      if (!frame) return at === text.length ? 'end' : fault('syntax', 'Unexpected text after the end');
      if (text[at] === ',') {
        at++;
        take(WHITE);
        if (!frame.keys) frame.step = (frame.step as number) + 1;
        return frame.keys ? keyOf(frame) : null;
      }
      if (text[at] !== (frame.keys ? '}' : ']'))
        return fault('syntax', `Expected a comma or ${frame.keys ? 'a closing brace' : 'a closing bracket'}`);
      at++;
      frames.pop();
    }
  };

  const keyOf = (frame: Frame): Fault | null => {
    const begin = at;
    const { end, is_whole } = readString(text, begin);
    if (!is_whole) return fault('syntax', 'Expected a key in double quotes', end);
    at = end;
    const key = JSON.parse(text.slice(begin, end)) as string;
    frame.step = key;
    if (frame.keys?.has(key)) return fault('duplicate_key', 'is given twice; a reader would keep the last', begin);
    frame.keys?.add(key);
    take(WHITE);
    if (text[at] !== ':') return fault('syntax', 'Expected a colon after the key');
    at++;
    return null;
  };

  for (;;) {
    take(WHITE);
    const begin = at;
    const character = text[at];
    if (character === '{' || character === '[') {
      at++;
      take(WHITE);
      const is_object = character === '{';
      if (text[at] !== (is_object ? '}' : ']')) {
        const frame: Frame = { keys: is_object ? new Set() : null, step: 0 };
        frames.push(frame);
        const refused = is_object ? keyOf(frame) : null;
        if (refused) return refused;
        continue;
      }
      at++;
    } else if (character === '"') {
      const { end, is_whole } = readString(text, begin);
      if (!is_whole) return fault('syntax', 'Unexpected character in a text', end);
      at = end;
    } else {
      const number = take(NUMBER);
      if (number === null && take(LITERAL) === null)
        return fault('syntax', 'Expected a value', text[begin] === '-' ? begin + 1 : begin);
      if (number !== null && /[\w.]/.test(text[at] ?? '')) return fault('syntax', 'Unexpected character in a number');
      if (number !== null && becomesAnother(number))
        return fault('changed_number', 'is a number that would become another; send it as a string', begin);
    }
    const ended = afterValue();
    if (ended) return ended === 'end' ? null : ended;
  }
};

/** The place of an offset, as `line 2, column 5`, both from 1. */
export const placeOf = (text: string, offset: number): string => {
  const before = text.slice(0, offset);
  return `line ${before.split('\n').length}, column ${offset - before.lastIndexOf('\n')}`;
};

/** End of a string that begins at `begin`, or else its first wrong character. By hand: it may be megabytes long. */
const readString = (text: string, begin: number): { end: number; is_whole: boolean } => {
  if (text.charCodeAt(begin) !== QUOTE) return { end: begin, is_whole: false };
  for (let at = begin + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return { end: at + 1, is_whole: true };
    if (code < FIRST_PRINTED) return { end: at, is_whole: false };
    if (code !== BACKSLASH) continue;
    const [written] = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6)) ?? [];
    if (written === undefined) return { end: at + 1, is_whole: false };
    at += written.length;
  }
  return { end: text.length, is_whole: false };
};

/** Tells a number that a double would print otherwise: an integer by any digit, a fraction by the digits it has left. */
const becomesAnother = (source: string): boolean => {
  const sent = digitsOf(source);
  const printed = digitsOf(String(Number(source)));
  if (!Number.isFinite(Number(source)) || (printed.digits === '' && sent.digits !== '')) return true;
  const is_integer = /^-?\d+$/.test(source);
  const kept = is_integer ? sent : rounded(sent, printed.digits.length);
  return kept.digits !== printed.digits || (kept.digits !== '' && kept.exponent !== printed.exponent);
};

/** A number's digits without zeros at their ends, with a point before the first; zero has none. */
type Digits = { digits: string; exponent: number };

const digitsOf = (source: string): Digits => {
  const [, whole = '', fraction = '', power = '0'] = /^-?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(source) ?? [];
  const leading = /^0*/.exec(whole + fraction)?.[0].length ?? 0;
  const digits = (whole + fraction).slice(leading).replace(/0+$/, '');
  return { digits, exponent: whole.length - leading + Number(power) };
};

const rounded = ({ digits, exponent }: Digits, length: number): Digits => {
  if (digits.length <= length) return { digits, exponent };
  const up = (digits[length] ?? '0') >= '5' ? 1n : 0n;
  const head = String(BigInt(`0${digits.slice(0, length)}`) + up);
  return { digits: head.replace(/0+$/, ''), exponent: exponent + (head.length > length ? 1 : 0) };
};

/**
 * Counts the keys of a text that JSON.parse has taken, and tells whether a number of it has a long exponent or very many
 * digits: in a tenth of the time of a scan, whether one is needed.
 */
export const countKeys = (text: string): { keys: number; has_odd_numbers: boolean } => {
  let keys = 0;
  let digits = 0;
  let has_odd_numbers = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) {
      digits++;
      continue;
    }
    const was_number = digits > 0;
    if (digits > MANY_DIGITS || (was_number && (code | 0x20) === 0x65 && isLongPower(text, at))) has_odd_numbers = true;
    digits = 0;
    if (code === COLON) keys++;
    else if (code === QUOTE) {
      for (at++; text.charCodeAt(at) !== QUOTE; at++) if (text.charCodeAt(at) === BACKSLASH) at++;
    }
  }
  return { keys, has_odd_numbers: has_odd_numbers || digits > MANY_DIGITS };
};

const isLongPower = (text: string, at: number): boolean => /^[+-]?\d{3}/.test(text.slice(at + 1, at + 5));

/** Digits of a text with fractions up to which none is too small for a double to hold. */
const MANY_DIGITS = 300;
