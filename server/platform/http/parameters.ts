import type { Thing } from '@pharos/contract/table/refusals.ts';
import type { Route } from '@pharos/contract/table/route.ts';
import { UUID_PATTERN } from '@pharos/contract/table/schema.ts';
import type { TObject, TSchema } from 'typebox';
import { badRequest, invalid, notFound, problem } from '../errors/errors.ts';
import { type Check, compile } from './validate.ts';

type Strings = Record<string, string | string[] | undefined>;

const uuid = new RegExp(UUID_PATTERN);

export const isUuid = (text: string): boolean => uuid.test(text);

type ParameterSchema = { type?: unknown; format?: string; maximum?: number; pattern?: string };

/** Reads the parameters of a path by its schema: uuids in lower case, versions as numbers. 400 names an invalid one. */
export const readParams = (route: Route, raw: Strings): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(route.params?.properties ?? {}).map(([name, schema]: [string, ParameterSchema]) => {
      const text = String(raw[name]);
      if (schema.type === 'integer') return [name, numberIn(name, text, schema)];
      return [name, schema.format === 'uuid' ? uuidIn(name, text) : textIn(name, text, schema)];
    }),
  );

const uuidIn = (name: string, text: string): string => {
  if (!isUuid(text)) throw malformed(`${name} must be a UUID`);
  return text.toLowerCase();
};

const textIn = (name: string, text: string, { pattern = '' }: ParameterSchema): string => {
  if (!new RegExp(pattern).test(text)) throw malformed(`${name} is not of the documented form`);
  return text;
};

const numberIn = (name: string, text: string, { maximum = Number.MAX_SAFE_INTEGER }: ParameterSchema): number => {
  if (!/^[1-9]\d*$/.test(text)) throw malformed(`${name} must be a whole number from 1`);
  // Nothing has a number that its column cannot hold.
  if (Number(text) > maximum) throw notFound(name as Thing);
  return Number(text);
};

const malformed = (message: string) => badRequest('malformed_request', message);

const checks = new WeakMap<TObject, Check>();

/** Refuses an address whose query is not UTF-8 in percent signs: what was meant could not be kept. */
export const requireDecodable = (url: string): void => {
  try {
    decodeURIComponent(url.slice(url.indexOf('?') + 1));
  } catch {
    throw badRequest('malformed_request', 'The query is not valid: percent-encoded bytes must be UTF-8');
  }
};

/** A query string's known parameters, turned from text into what their schema says; unknown ones are ignored. */
export const readQuery = (route: Route, raw: Strings): Record<string, unknown> => {
  const schema = route.query;
  if (!schema) return {};
  const query: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties)) {
    const text = raw[name];
    if (text === undefined) continue;
    if (Array.isArray(text)) throw invalid(problem(`/${name}`, 'duplicate_parameter', 'is given more than once'));
    if (text.includes('\0') || !text.isWellFormed())
      throw invalid(problem(`/${name}`, 'unstorable_value', 'is not text'));
    if (isTimeWithBlank(property, text)) throw invalid(problem(`/${name}`, 'invalid_timestamp', PLUS_LOST));
    query[name] = fromText(property, text);
  }
  const check = checks.get(schema) ?? compile(schema, 'The query');
  checks.set(schema, check);
  check(query);
  return query;
};

const PLUS_LOST = 'has a blank where an offset begins: a plus sign in an address is written %2B, or use a time with Z';

const isTimeWithBlank = ({ format }: ParameterSchema, text: string): boolean =>
  format === 'date-time' && / \d\d:?\d\d$/.test(text);

// Only the exact spellings are turned; anything else stays text, and the schema refuses it.
const fromText = (schema: TSchema & { type?: unknown }, text: string): unknown => {
  if (schema.type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (schema.type === 'integer' && /^\d{1,10}$/.test(text)) return Number(text);
  return text;
};
