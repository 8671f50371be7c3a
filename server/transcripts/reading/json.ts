import { NotImportable } from '../not-importable.ts';
import { placeOf, scanJson } from './scan-json.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at `key`, or an empty one. */
export const objectAt = (json: JsonObject, key: string): JsonObject => {
  const value = json[key];
  return isObject(value) ? value : {};
};

export const isText = (value: unknown): value is string => typeof value === 'string';
export const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
export const hasList = (json: JsonObject, key: string): boolean => Array.isArray(json[key]);

/** Tells a list with at least one object that passes the test. */
export const someObject = (value: unknown, test: (item: JsonObject) => boolean): boolean =>
  Array.isArray(value) && value.some((item) => isObject(item) && test(item));

/** The objects of a list; none if it is absent or null. Throws NotImportable on anything else, naming the place. */
export const objectsIn = (value: unknown, place: string): readonly JsonObject[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new NotImportable(`"${place}" is not a list. Hand in the file as it was received.`);
  const stranger = value.findIndex((item) => !isObject(item));
  if (stranger >= 0) throw new NotImportable(`"${place}" holds something other than an object at index ${stranger}.`);
  return value;
};

/** Parses JSON; the NotImportable it throws tells what is wrong without quoting the file, as V8's own message would. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    if (isLog(text)) {
      throw new NotImportable(
        'This is a log of JSON messages, one a line, as real-time speech services send them. Hand in the final result.',
        'partial',
      );
    }
    const bare = bareNumberIn(text);
    if (bare) {
      throw new NotImportable(
        `This JSON holds ${bare}, which JSON does not allow. Replace it with null, or write the file without it.`,
        'damaged',
      );
    }
    const offset = scanJson(text)?.offset ?? 0;
    throw new NotImportable(
      `This JSON is damaged or incomplete (${placeOf(text, offset)}). Fetch the file again from where it was made.`,
      'damaged',
    );
  }
};

const isLog = (text: string): boolean => {
  const lines = text.split('\n', 64).filter((line) => line.trim() !== '');
  return lines.length > 1 && lines.slice(0, 2).every(parses);
};

const parses = (line: string): boolean => {
  try {
    return isObject(JSON.parse(line));
  } catch {
    return false;
  }
};

/** The first NaN or Infinity outside a string, where JSON knows no such number. By hand: a regular expression would backtrack over a broken string. */
export const bareNumberIn = (text: string): string | undefined => {
  for (let at = 0, quoted = false; at < text.length; at++) {
    const character = text[at];
    if (quoted && character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === 'N' && text.startsWith('NaN', at)) return 'NaN';
    else if (character === 'I' && text.startsWith('Infinity', at)) return 'Infinity';
  }
};
