import { countKeys, type Path, placeOf, scanJson } from '../../transcripts/reading/scan-json.ts';
import { badRequest, invalid, problem } from '../errors/errors.ts';

/** Objects and arrays may be nested this deep. */
export const MAX_DEPTH = 32;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses a JSON body strictly: what could not be given back exactly as it was sent is refused.
 * Refused besides wrong syntax: invalid UTF-8, NUL and lone surrogates, keys that are given twice, numbers that a double
 * would make another of, `__proto__` keys, nesting deeper than 32.
 */
export const parseJson = (bytes: Uint8Array): unknown => {
  const text = decode(bytes);
  const value = parse(text);
  const walk: Walk = { path: [], keys: 0, has_large: false };
  checkValue(value, walk, 1);
  const { keys, has_odd_numbers } = countKeys(text);
  if (keys !== walk.keys || has_odd_numbers || walk.has_large) refuseLost(text);
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
  } catch {
    if (text.trim() === '') throw badRequest('malformed_request', 'The body is empty; send a JSON object');
    throw badRequest('malformed_request', `The body is not valid JSON: ${syntaxError(text)}`);
  }
};

const syntaxError = (text: string): string => {
  const { message = 'Unexpected character', offset = 0 } = scanJson(text) ?? {};
  return `${message} at ${placeOf(text, offset)}`;
};

/** Refuses what JSON.parse passed over: a key that is given twice, or a number that became another. */
const refuseLost = (text: string): void => {
  const fault = scanJson(text);
  if (fault) refuse(fault.path, fault.message, fault.kind === 'duplicate_key' ? 'duplicate_key' : 'unstorable_value');
};

type Walk = { path: Path; keys: number; has_large: boolean };

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
      walk.keys++;
      path[path.length - 1] = key;
      checkKey(key, inner, path);
      checkValue(inner, walk, depth + 1);
    }
  }
  path.pop();
};

const refuse = (
  path: Path,
  message: string,
  code: 'unstorable_value' | 'duplicate_key' = 'unstorable_value',
): never => {
  throw invalid(problem(pointer(path), code, message));
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

const checkNumber = (value: number, walk: Walk): void => {
  if (!Number.isFinite(value)) refuse(walk.path, 'is too large for a number; send it as a string');
  // The parsed value cannot tell 2^53 from a rounded 2^53 + 1: only the digits that were sent can.
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) walk.has_large = true;
};

/** A JSON pointer (RFC 6901); steps that are absurdly long are cut. */
export const pointer = (path: (string | number)[]): string =>
  path.map((step) => `/${String(step).slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
