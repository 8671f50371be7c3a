import type { Route } from '@pharos/contract/table/route.ts';
import { MAX_WORD_BYTES, type Transcript } from '@pharos/contract/transcripts.ts';
import { importTranscript } from '../../transcripts/import.ts';
import { NotImportable } from '../../transcripts/not-importable.ts';
import { isTooLargeToParse } from '../../transcripts/reading/size-limits.ts';
import { firstTooLong, type ImportedFile, pack, storeTranscript } from '../../transcripts/stored.ts';
import { badRequest, invalid, problem } from '../errors/errors.ts';
import { type Check, compile } from '../http/validate.ts';
import { requireJsonSize } from '../json/json-size-limit.ts';
import { MAX_DEPTH, parseJson } from '../json/strict-json.ts';

// Pure, and slow for a long call: large bodies are decoded in a thread (decoder.ts).

/** A transcript's file in any format, as its stored text; throws 400 for what cannot be imported. */
export const decodeFile = (bytes: Uint8Array): ImportedFile => {
  try {
    const { transcript, ...imported } = importTranscript(bytes);
    return { ...imported, source: transcript.source, transcript: storeTranscript(transcript), file: pack(bytes) };
  } catch (error) {
    throw error instanceof NotImportable ? badRequest(`transcript_${error.objection}`, error.message) : error;
  }
};

const TOO_MUCH = `The body holds too much: at most a million objects and arrays, nested up to ${MAX_DEPTH} deep, and 400,000 different keys`;

/** A JSON body that is checked against its route's schema, its transcript as stored text; throws 400. */
export const decodeJson = (route: Route, bytes: Uint8Array): unknown => {
  if (isTooLargeToParse(bytes)) throw badRequest('malformed_request', TOO_MUCH);
  const body = parseJson(bytes);
  refuseEnvelope(body, route);
  checkOf(route)(body);
  const { transcript, ...fields } = knownOf(body, route) as { transcript?: Transcript | null };
  requireJsonSize(fields);
  if (transcript === undefined || transcript === null) return transcript === null ? { ...fields, transcript } : fields;
  refuseLongWord(transcript);
  return { ...fields, transcript: storeTranscript(transcript) };
};

/** The fields that a route knows: others are ignored, and need not leave the thread. */
const knownOf = (body: unknown, { body: schema }: Route): object => {
  const { properties } = schema as { properties?: object };
  if (!properties) return body as object;
  return Object.fromEntries(Object.entries(body as object).filter(([name]) => Object.hasOwn(properties, name)));
};

const checks = new WeakMap<Route, Check>();

const checkOf = (route: Route): Check => {
  let check = checks.get(route);
  if (!check) {
    if (!route.body) throw new Error(`${route.method} ${route.path} has no body`);
    check = compile(route.body, 'The body');
    checks.set(route, check);
  }
  return check;
};

const refuseEnvelope = (body: unknown, { data }: Route) => {
  if (typeof body !== 'object' || body === null || !('status' in body && 'data' in body)) return;
  const { $id: name = 'Thing' } = (data ?? {}) as { $id?: string };
  const thing = name.replaceAll(/(?<!^)(?=[A-Z])/g, ' ').toLowerCase();
  throw badRequest('malformed_request', `The body is a whole envelope; send the ${thing} itself, which is its "data"`);
};

const refuseLongWord = ({ words }: Transcript) => {
  const index = firstTooLong(words);
  if (index === -1) return;
  const message = `must have at most ${MAX_WORD_BYTES} bytes of UTF-8`;
  throw invalid(problem(`/transcript/words/${index}/text`, 'too_many_bytes', message));
};
