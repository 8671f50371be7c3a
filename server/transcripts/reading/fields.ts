import { MAX_WORD_BYTES } from '@pharos/contract/transcripts.ts';
import { NotImportable } from '../not-importable.ts';

const MAX_MS = 2 ** 31;

/** Seconds to whole milliseconds, rounded once. What is no number comes back as it is, for `timeOf` to judge. */
export const fromSeconds = (seconds: unknown): unknown =>
  typeof seconds === 'number' ? Math.round(seconds * 1000) : seconds;

const DECIMAL = /^[-+]?(\d{1,20}(\.\d{0,400})?|\.\d{1,400})(e[-+]?\d{1,3})?$/i;

/** A number that a provider writes as text, such as `"1.67"`. What is no such text comes back as it is. */
export const fromDecimal = (value: unknown): unknown =>
  typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value;

/** The sum of a start and a length; undefined if the length is missing. What is no number is left for `timeOf` to judge. */
export const endOf = (start: unknown, length: unknown): unknown =>
  typeof start === 'number' && typeof length === 'number' ? start + length : length;

/** A provider's duration in seconds as whole seconds; undefined if it says nothing usable. */
export const wholeSeconds = (seconds: unknown): number | undefined =>
  typeof seconds === 'number' && seconds >= 0 && seconds < MAX_MS / 1000 ? Math.round(seconds) : undefined;

/** Text that PostgreSQL and JSON keep as it is. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** `{ key: id }` if the id is a text worth keeping, else `{}`. */
export const providerId = (key: string, id: unknown): Record<string, string> =>
  typeof id === 'string' && id !== '' && id.length <= 200 && isStorable(id) ? { [key]: id } : {};

/** The provider's own speaker id as text; undefined if it is absent, empty or one of `unknowns`. */
export const speakerId = (id: unknown, ...unknowns: string[]): string | undefined => {
  if (id === undefined || id === null) return undefined;
  const isNumber = typeof id === 'number' && Number.isFinite(id);
  if (!isNumber && !(typeof id === 'string' && isStorable(id))) {
    throw new NotImportable('A speaker is neither a number nor a text that can be stored. Correct the file.');
  }
  const text = String(id);
  return text.trim() === '' || unknowns.includes(text) ? undefined : text;
};

/** A word's text, if it can be stored. `place` names the word in the refusal. */
export const textOf = (text: unknown, place: string): string => {
  if (typeof text !== 'string') throw new NotImportable(`${place} has no text.`);
  if (!isStorable(text)) {
    throw new NotImportable(`${place} holds a NUL character or half of a surrogate pair, which cannot be stored.`);
  }
  const mayBeLong = text.length * 3 > MAX_WORD_BYTES;
  if (mayBeLong && new TextEncoder().encode(text).length > MAX_WORD_BYTES) {
    throw new NotImportable(`${place} is longer than ${MAX_WORD_BYTES} bytes.`);
  }
  return text;
};

/** A time in milliseconds; undefined if it is missing. */
export const timeOf = (ms: unknown, place: string): number | undefined => {
  if (ms === undefined || ms === null) return undefined;
  if (typeof ms !== 'number' || !Number.isFinite(ms)) throw new NotImportable(`${place} has a time that is no number.`);
  if (ms < 0) throw new NotImportable(`${place} has a negative time.`);
  if (ms > MAX_MS) throw new NotImportable(`${place} has a time beyond 24 days.`);
  return ms + 0; // -0 becomes 0
};

/** Tells a time in milliseconds that a word may have. */
export const isTime = (ms: unknown): ms is number =>
  typeof ms === 'number' && Number.isFinite(ms) && ms >= 0 && ms <= MAX_MS;

/** A confidence as sent; undefined if it is missing. */
export const confidenceOf = (confidence: unknown, place: string): number | undefined => {
  if (confidence === undefined || confidence === null) return undefined;
  if (typeof confidence !== 'number' || !Number.isFinite(confidence)) {
    throw new NotImportable(`${place} has a confidence that is no number.`);
  }
  return confidence + 0;
};
