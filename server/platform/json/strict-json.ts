import { badRequest, invalid, problem } from '../errors/errors.ts';

/** Objects and arrays may be nested this deep. */
export const MAX_DEPTH = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses a JSON body strictly: what could not be given back exactly as it was sent is refused.
 * Refused beside wrong syntax: invalid UTF-8, NUL and lone surrogates, numbers that are not finite or integers that a
 * double cannot hold, `__proto__` keys, nesting deeper than 32.
 */
export const parseJson = (bytes: Uint8Array): unknown => {
  const text = decode(bytes);
  const value = parse(text);
  const walk: Walk = { path: [], large: new Map() };
  checkValue(value, walk, 1);
  if (walk.large.size > 0) refuseRounded(text, walk.large);
  return value;
};

const decode = (bytes: Uint8Array): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    throw badRequest('malformed_request', 'The body is not valid UTF-8; send JSON in UTF-8');
  }
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (text.trim() === '') throw badRequest('malformed_request', 'The body is empty; send a JSON object');
    throw badRequest('malformed_request', `The body is not valid JSON: ${syntaxError(text, (error as Error).message)}`);
  }
};

// Finding the place parses the text some twenty times over, so only texts of up to 4 million characters are searched.
const SEARCHED = 4_000_000;

// V8's own messages may quote the body, which can hold what a family said: only their fixed part is passed on.
const syntaxError = (text: string, message: string): string => {
  const [, what, position] = /^([^"]*?)(?: in JSON| after JSON)? at position (\d+)/.exec(message) ?? [];
  if (position === undefined && text.length > SEARCHED) return 'Unexpected character, or the end is missing';
  const offset = position === undefined ? firstBadOffset(text) : Number(position);
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  const said = what ?? (offset >= text.length ? 'Unexpected end' : 'Unexpected character');
  return `${said} at line ${line}, column ${column}`;
};

// The longest prefix that only lacks its end stops right before the offending character.
const firstBadOffset = (text: string): number => {
  let [good, bad] = [0, text.length];
  if (onlyLacksItsEnd(text)) return text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (onlyLacksItsEnd(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
};

const onlyLacksItsEnd = (prefix: string): boolean => {
  try {
    JSON.parse(prefix);
    return true;
  } catch (error) {
    const { message } = error as Error;
    return message.startsWith('Unexpected end of JSON input') || message.includes(`at position ${prefix.length} `);
  }
};

type Path = (string | number)[];
/** `large`: integers beyond 2^53, each with the first place that holds it. */
type Walk = { path: Path; large: Map<number, Path> };

const checkValue = (value: unknown, walk: Walk, depth: number): void => {
  if (typeof value === 'string') checkString(value, walk.path);
  else if (typeof value === 'number') checkNumber(value, walk);
  else if (typeof value === 'object' && value !== null) checkInside(value, walk, depth);
};

const checkInside = (value: object, walk: Walk, depth: number): void => {
  if (depth > MAX_DEPTH)
    throw badRequest('malformed_request', `The body is nested deeper than ${MAX_DEPTH} objects and arrays`);
  const { path } = walk;
  path.push('');
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path[path.length - 1] = index;
      checkValue(value[index], walk, depth + 1);
    }
  } else {
    for (const [key, inner] of Object.entries(value)) {
      path[path.length - 1] = key;
      checkKey(key, inner, path);
      checkValue(inner, walk, depth + 1);
    }
  }
  path.pop();
};

const refuse = (path: Path, message: string): never => {
  throw invalid(problem(pointer(path), 'unstorable_value', message));
};

const checkKey = (key: string, inner: unknown, path: Path): void => {
  if (key === '__proto__') refuse(path, 'is a key that cannot be kept; rename it');
  if (key === 'constructor' && typeof inner === 'object' && inner !== null && Object.hasOwn(inner, 'prototype')) {
    refuse(path, 'holds the key "prototype", which cannot be kept; rename it');
  }
  if (key.includes('\0') || !key.isWellFormed()) {
    refuse(path.slice(0, -1), 'has a key with a NUL character or half a surrogate pair, which cannot be kept');
  }
};

const checkString = (value: string, path: Path): void => {
  if (value.includes('\0')) refuse(path, 'holds a NUL character (\\u0000), which cannot be kept; remove it');
  if (!value.isWellFormed()) refuse(path, 'holds half a surrogate pair, which is not text; send whole characters');
};

const checkNumber = (value: number, { path, large }: Walk): void => {
  if (!Number.isFinite(value)) refuse(path, 'is too large for a number; send it as a string');
  if (Number.isInteger(value) && !Number.isSafeInteger(value) && !large.has(value)) large.set(value, [...path]);
};

// The parsed value cannot tell 2^53 from a rounded 2^53 + 1: only the digits that were sent can. Asked last, because
// a reviver recurses: it must only meet bodies whose nesting is known to be bounded.
const refuseRounded = (text: string, large: Map<number, Path>): void => {
  JSON.parse(text, (_key, value, { source }: { source?: string } = {}) => {
    const path = typeof value === 'number' && large.get(value);
    if (path && /^-?\d+$/.test(source ?? '') && BigInt(source as string) !== printed(value as number)) {
      refuse(path, 'is an integer beyond 2^53 that would be rounded; send it as a string');
    }
    return value;
  });
};

/** The integer that a double is printed as: its shortest digits, which need not be its exact value. */
const printed = (value: number): bigint => {
  const [digits = '', exponent = '0'] = String(value).split('e+');
  const [whole, fraction = ''] = digits.split('.');
  return BigInt(`${whole}${fraction}${'0'.repeat(Number(exponent) - fraction.length)}`);
};

/** A JSON pointer (RFC 6901); steps that are absurdly long are cut. */
export const pointer = (path: (string | number)[]): string =>
  path.map((step) => `/${String(step).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
