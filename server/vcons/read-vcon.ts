import { createHash } from 'node:crypto';
import type { CallCreate } from '@pharos/contract/calls.ts';
import type { Transcript } from '@pharos/contract/transcripts.ts';
import type { LeftOut } from '@pharos/contract/vcons.ts';
import { invalid, problem } from '../platform/errors/errors.ts';
import { importTranscript } from '../transcripts/import.ts';
import { NotImportable } from '../transcripts/not-importable.ts';

/** Parts of a vCon that a call carries, and those that it cannot. */
export type ReadVcon = {
  fields: Omit<CallCreate, 'case_uuid' | 'transcript'>;
  transcript: Transcript | null;
  recording: { bytes: Buffer; file_name: string | undefined } | null;
  left_out: LeftOut[];
};

type Json = Record<string, unknown>;

/** Fields of a vCon that are carried, or say nothing that a call would have to. */
const KNOWN = ['vcon', 'uuid', 'created_at', 'updated_at', 'subject', 'parties', 'dialog', 'analysis', 'extensions'];
const LONGEST = 255;

/**
 * Reads a vCon. Its first recording is the call; directions are not told by a vCon, and so not guessed. Throws 400 for what is
 * no vCon, is encrypted, or has an extension that must be understood.
 */
export const readVcon = (given: Json): ReadVcon => {
  const left_out: LeftOut[] = [];
  const vcon = unsigned(given, left_out);
  if (typeof vcon.vcon !== 'string') throw invalid(problem('/vcon', 'required', 'must be the version of the vCon'));
  for (const name of ['critical', 'must_support'])
    if (listOf(vcon[name]).length > 0)
      throw invalid(problem(`/${name}`, 'invalid_choice', 'has extensions that are not known here'));
  for (const [name, value] of Object.entries(vcon))
    if (!KNOWN.includes(name) && !isEmpty(value))
      left_out.push({ pointer: `/${escaped(name)}`, reason: 'unknown_field' });
  const dialogs = listOf(vcon.dialog).map(objectOf);
  const at = dialogs.findIndex(({ type }) => type === 'recording');
  dialogs.forEach(({ type }, index) => {
    if (index !== at)
      left_out.push({
        pointer: `/dialog/${index}`,
        reason: type === 'recording' ? 'another_dialog' : 'not_a_recording',
      });
  });
  const dialog = dialogs[at] ?? {};
  const parties = listOf(vcon.parties).map(objectOf);
  const { transcript, labels } = readAnalysis(vcon, Math.max(at, 0), left_out);
  return {
    fields: { ...factsOf(vcon, dialog, parties), ...(labels && { speaker_labels: labels }) },
    transcript,
    recording: recordingOf(dialog, Math.max(at, 0), left_out),
    left_out,
  };
};

/** The vCon within a signed one (a JWS of RFC 7515). */
const unsigned = (given: Json, left_out: LeftOut[]): Json => {
  if ('ciphertext' in given || 'recipients' in given)
    throw invalid(problem('', 'invalid_format', 'is encrypted; decrypt the vCon first'));
  if (typeof given.payload !== 'string') return given;
  left_out.push({ pointer: '/signatures', reason: 'signature_not_checked' });
  try {
    return objectOf(JSON.parse(Buffer.from(given.payload, 'base64url').toString('utf8')));
  } catch {
    throw invalid(problem('/payload', 'invalid_format', 'must be a vCon in base64url'));
  }
};

const factsOf = ({ subject }: Json, dialog: Json, parties: Json[]): ReadVcon['fields'] => {
  const indexes = listOf(dialog.parties ?? parties.map((_, index) => index)).flat(1);
  const caller = typeof dialog.originator === 'number' ? dialog.originator : indexes[0];
  const others = indexes.filter((index) => index !== caller);
  const callee = others.length === 1 ? others[0] : undefined;
  const telOf = (index: unknown) => textOf(parties[Number(index)]?.tel)?.replace(/^tel:/i, '');
  const start = textOf(dialog.start);
  const { duration } = dialog;
  return {
    ...(start && timeOf(start) && { started_at: timeOf(start) }),
    ...(typeof duration === 'number' && duration >= 0 && duration < 2 ** 31 && { duration: Math.round(duration) }),
    ...shortened({ from: telOf(caller), to: telOf(callee), title: textOf(subject) }),
    ...shortened({ source_call_id: textOf(dialog.session_id) ?? textOf(dialog.message_id), file_name: nameOf(dialog) }),
  };
};

const shortened = (texts: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text ? [[name, [...text].slice(0, LONGEST).join('')]] : [])),
  );

const nameOf = (dialog: Json): string | undefined => textOf(dialog.filename);

/** A time with an offset, as a call keeps it. */
const timeOf = (text: string): string | undefined => {
  const ms = /(Z|[+-]\d\d:\d\d)$/i.test(text) ? Date.parse(text) : Number.NaN;
  const time = Number.isNaN(ms) ? '' : new Date(ms).toISOString();
  return /^(19|2\d)\d\d-/.test(time) ? time : undefined;
};

const recordingOf = (dialog: Json, index: number, left_out: LeftOut[]): ReadVcon['recording'] => {
  const body = textOf(dialog.body);
  if (!body) {
    if (textOf(dialog.url)) left_out.push({ pointer: `/dialog/${index}/url`, reason: 'at_an_address' });
    return null;
  }
  if (dialog.encoding !== undefined && dialog.encoding !== 'base64url') {
    left_out.push({ pointer: `/dialog/${index}/body`, reason: 'not_a_recording' });
    return null;
  }
  const bytes = Buffer.from(body, 'base64url');
  const hash = textOf(Array.isArray(dialog.content_hash) ? dialog.content_hash[0] : dialog.content_hash);
  const said = hash && /^sha-?512-(.+)$/i.exec(hash)?.[1];
  if (said && !createHash('sha512').update(bytes).digest().equals(Buffer.from(said, 'base64url')))
    throw invalid(problem(`/dialog/${index}/content_hash`, 'invalid_format', 'is not the hash of the body'));
  return { bytes, file_name: nameOf(dialog) };
};

/** The first transcript of the recording in a format that is known here, and labels of its speakers. */
const readAnalysis = ({ analysis }: Json, dialog: number, left_out: LeftOut[]) => {
  let transcript: Transcript | null = null;
  let labels: Json | null = null;
  listOf(analysis)
    .map(objectOf)
    .forEach((one, index) => {
      const isOurs = one.dialog === undefined || listOf(one.dialog).concat(one.dialog).includes(dialog);
      const text = isOurs ? textFrom(one) : null;
      const pointer = `/analysis/${index}`;
      if (one.type === 'speaker_labels' && text !== null && !labels) labels = objectOf(parsed(text));
      else if (one.type !== 'transcript') left_out.push({ pointer, reason: 'unknown_field' });
      else {
        const read = text === null || transcript ? null : imported(text);
        if (read) transcript = read.transcript;
        if (read && !labels && Object.keys(read.names).length > 0) labels = read.names;
        if (!read) left_out.push({ pointer, reason: 'unknown_transcript' });
      }
    });
  return { transcript: transcript as Transcript | null, labels: labels as Json | null };
};

const textFrom = ({ body, encoding }: Json): string | null => {
  if (typeof body === 'object' && body !== null) return JSON.stringify(body);
  if (typeof body !== 'string') return null;
  return encoding === 'base64url' ? Buffer.from(body, 'base64url').toString('utf8') : body;
};

const imported = (text: string) => {
  try {
    return importTranscript(Buffer.from(text));
  } catch (error) {
    if (error instanceof NotImportable) return null;
    throw error;
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const isEmpty = (value: unknown) => value === null || (typeof value === 'object' && Object.keys(value).length === 0);
const escaped = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
