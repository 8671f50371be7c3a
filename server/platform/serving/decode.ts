import { allRoutes } from '@pharos/contract/table/routes.ts';
import { MAX_WORD_BYTES, type Transcript } from '@pharos/contract/transcripts.ts';
import { importTranscript } from '../../transcripts/import.ts';
import { NotImportable } from '../../transcripts/not-importable.ts';
import { firstTooLong, type ImportedFile, pack, storeTranscript } from '../../transcripts/stored.ts';
import { badRequest, invalid, problem, Refusal } from '../errors/errors.ts';
import { type Check, compile } from '../http/validate.ts';
import { requireJsonSize } from '../json/json-size-limit.ts';
import { parseJson } from '../json/strict-json.ts';

/** What a decoder takes: a route's name, such as `calls.update`, and the body's bytes. */
export type Undecoded = { name: string; bytes: Uint8Array };

/** A refusal crosses from a thread as data: a thrown class would lose its type on the way. */
export type Decoded = { body: unknown } | Pick<Refusal, 'status' | 'message' | 'problems'>;

const checks = new Map<string, Check>();

/**
 * Turns a body's bytes into what a handler is given: parsed, checked against the route's schema, its transcript as
 * stored text. Pure and slow for long calls, so large bodies are decoded in a thread (threads.ts).
 */
export const decode = ({ name, bytes }: Undecoded): Decoded => {
  try {
    const { route } = allRoutes.find((entry) => entry.name === name) ?? {};
    return { body: route?.body_kind === 'file' ? decodeFile(bytes) : decodeJson(name, bytes) };
  } catch (error) {
    const refused = error instanceof NotImportable ? badRequest(`transcript_${error.objection}`, error.message) : error;
    if (!(refused instanceof Refusal)) throw error;
    const { status, message, problems } = refused;
    return { status, message, problems };
  }
};

export default decode;

const decodeFile = (bytes: Uint8Array): ImportedFile => {
  const { transcript, ...imported } = importTranscript(bytes);
  return { ...imported, source: transcript.source, transcript: storeTranscript(transcript), file: pack(bytes) };
};

const decodeJson = (name: string, bytes: Uint8Array) => {
  const body = parseJson(bytes);
  refuseEnvelope(body, name);
  checkOf(name)(body);
  const { transcript, ...fields } = body as Record<string, unknown> & { transcript?: Transcript | null };
  requireJsonSize(fields);
  if (transcript === undefined || transcript === null) return body;
  refuseLongWord(transcript);
  return { ...fields, transcript: storeTranscript(transcript) };
};

const checkOf = (name: string): Check => {
  let check = checks.get(name);
  if (!check) {
    const schema = allRoutes.find((entry) => entry.name === name)?.route.body;
    if (!schema) throw new Error(`the route ${name} has no body`);
    check = compile(schema, 'The body');
    checks.set(name, check);
  }
  return check;
};

const refuseEnvelope = (body: unknown, name: string) => {
  if (typeof body !== 'object' || body === null || !('status' in body && 'data' in body)) return;
  const thing = { cases: 'case', generationTemplates: 'template' }[name.split('.')[0] as string] ?? 'call';
  throw badRequest('malformed', `The body is a whole envelope; send the ${thing} itself, which is its "data"`);
};

const refuseLongWord = ({ words }: Transcript) => {
  const index = firstTooLong(words);
  if (index === -1) return;
  const message = `must have at most ${MAX_WORD_BYTES} bytes of UTF-8`;
  throw invalid(problem(`/transcript/words/${index}/text`, 'too_big', message));
};
