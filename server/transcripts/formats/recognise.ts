import { NotImportable } from '../not-importable.ts';
import { type ItemList, itemListsIn, placeOf } from '../reading/item-lists.ts';
import { isObject, type JsonObject, parseJson } from '../reading/json.ts';
import { requireFewPieces, requireParsable } from '../reading/size-limits.ts';
import { namesBeside } from '../reading/speaker-keys.ts';
import { unreadIn } from '../reading/unread.ts';
import type { Reading } from '../reading/words.ts';
import type { JsonFormat } from './format.ts';
import { JSON_FORMATS } from './json-formats.ts';
import { REFUSED_JSON, REFUSED_TEXT } from './refused.ts';
import { TEXT_FORMATS } from './text-formats.ts';

/** A file that was read, and the name of its format. */
export type Recognised = { format: string; reading: Reading };

const shown = (key: string): string => {
  const characters = Array.from(key.slice(0, 80).replace(/\p{C}/gu, '\ufffd'));
  return characters.slice(0, 40).join('');
};

const timedIn = (lists: readonly ItemList[]) =>
  lists.find(({ letters, time_key }) => letters > 0 && time_key !== undefined);

const unknown = (json: JsonObject): NotImportable => {
  const timed = timedIn(itemListsIn(json));
  if (timed) {
    return new NotImportable(
      `This JSON has words and what may be their times, under "${placeOf(timed, timed.time_key ?? '')}", but is in no format that Pharos knows. Export it as WebVTT or SRT instead.`,
      'unknown_format',
    );
  }
  const keys = Object.keys(json).slice(0, 10).map(shown).join(', ');
  return new NotImportable(
    `This JSON is in no format that Pharos knows. Its top-level keys are: ${keys || 'nothing'}. Export it as WebVTT or SRT instead.`,
    'unknown_format',
  );
};

const readAs = (format: JsonFormat, json: JsonObject): Reading => {
  try {
    return format.read(json);
  } catch (error) {
    if (!(error instanceof NotImportable) || error.objection !== 'untimed') throw error;
    const timed = timedIn(itemListsIn(json));
    throw timed
      ? new NotImportable(
          `The times of this file stand under "${placeOf(timed, timed.time_key ?? '')}", where its format (${format.name}) has none. Export it as WebVTT or SRT instead.`,
          'malformed',
        )
      : error;
  }
};

const readJson = (json: unknown): Recognised => {
  if (!isObject(json)) {
    throw new NotImportable(
      'This JSON is not an object. Send the whole file, as the speech service gave it.',
      'partial',
    );
  }
  const format = JSON_FORMATS.find(({ matches }) => matches(json));
  if (!format) throw REFUSED_JSON.find(({ matches }) => matches(json))?.refuse(json) ?? unknown(json);
  const reading = readAs(format, json);
  const ids = new Set(reading.words.flatMap(({ speaker }) => (speaker ? [speaker] : [])));
  const named = { ...reading, names: { ...reading.names, ...namesBeside(json, ids) } };
  const unread = format.name === 'pharos' ? [] : unreadIn(itemListsIn(json), named);
  return { format: format.name, reading: { ...named, warnings: [...named.warnings, ...unread] } };
};

/** Tells JSON by how it begins; in brackets, a time or the name of a section is none. */
const LOOKS_LIKE_JSON = /^(?:\{(?!\d+\}|\\)|\[(?!\s*\d+:\d|\s*\d+(?:\.\d+)?s?\s*-+>|[\p{L}#][^\]"{}]*\]))/u;

/** Reads a file as what its shape says it is; throws NotImportable where there is no reader for it. */
export const recognise = (text: string): Recognised => {
  const start = text.trimStart();
  if (LOOKS_LIKE_JSON.test(start)) {
    requireParsable(text);
    return readJson(parseJson(text));
  }
  requireFewPieces(text);
  const format = TEXT_FORMATS.find(({ matches }) => matches(start));
  if (format) return { format: format.name, reading: format.read(start) };
  throw (
    REFUSED_TEXT.find(({ matches }) => matches(start))?.refuse(start) ??
    new NotImportable(
      'This is text without times, or in no format that Pharos knows. Send the JSON result of a speech service, WebVTT or SRT.',
      'unknown_format',
    )
  );
};
