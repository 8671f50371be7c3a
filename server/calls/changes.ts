import { isDeepStrictEqual } from 'node:util';
import type { Call, CallUpdate } from '@pharos/contract/calls.ts';
import { StoredJson } from '../platform/json/stored-json.ts';
import type { StoredTranscript } from '../transcripts/stored.ts';
import { type Field, fieldsOf, type StoredField, WRITABLE } from './fields.ts';
import type { LockedCall } from './queries.ts';
import { inUtc, offsetOf } from './time.ts';

/** A transcript that the call has had already: its row is used again. */
export type KeptTranscript = { uuid: string; digest: string };

/** New values of a call's fields; null clears one that may be null, absent leaves it. */
export type Changes = Partial<Pick<Call, Exclude<Field, StoredField>>> & {
  provider_metadata?: Call['provider_metadata'] | StoredJson;
  speaker_labels?: Call['speaker_labels'] | StoredJson;
  speaker_sides?: Call['speaker_sides'] | StoredJson;
  transcript?: StoredTranscript | KeptTranscript | null;
  /** Comes with started_at, and is no change by itself. */
  started_at_offset?: string | null;
};

type State = Record<Field | 'started_at_offset', unknown> & {
  transcript_uuid: string | null;
  transcript_digest: string | null;
};

/** The changes that make a call what it was in a state of before. */
export const asItWas = ({ transcript_uuid: uuid, transcript_digest: digest, ...row }: State): Changes => ({
  ...(fieldsOf(row) as Changes),
  started_at_offset: row.started_at_offset as string | null,
  transcript: uuid === null ? null : { uuid, digest: digest as string },
});

type Body = { [F in keyof CallUpdate]?: Changes[F] | null };

/** The writable fields that a body names, null where it says null. */
export const writableFields = (body: Body): Changes => ({
  ...Object.fromEntries(WRITABLE.filter((name) => body[name] !== undefined).map((name) => [name, asKept(name, body)])),
  ...(body.started_at !== undefined && { started_at_offset: body.started_at && offsetOf(body.started_at) }),
});

// Times are compared, kept and answered in UTC, with whatever offset they were sent.
const asKept = (name: keyof Body, body: Body) =>
  name === 'started_at' && body.started_at ? inUtc(body.started_at) : body[name];

/** The writable fields that a body gives a value: null, as in a PUT, counts as absent. */
export const givenFields = (body: Body): Changes =>
  Object.fromEntries(
    Object.entries(writableFields(body)).filter(
      // A new time in UTC leaves no offset of the time before it.
      ([name, value]) => value !== null || (name === 'started_at_offset' && body.started_at),
    ),
  );

/**
 * The fields that the changes would make different. Equal JSON in another order of keys is no difference where a client
 * sent it; where it is a version's own text, it is one.
 */
export const changedFields = (
  current: LockedCall,
  { transcript, started_at_offset: _, ...changes }: Changes,
): string[] => {
  const fields = Object.entries(changes).filter(([name, value]) => {
    const before = current[name as keyof typeof changes];
    if (value instanceof StoredJson) return !(before instanceof StoredJson) || before.text !== value.text;
    return before instanceof StoredJson || typeof value === 'object'
      ? !isDeepStrictEqual(asSent(before), asSent(value))
      : before !== value;
  });
  const names = fields.map(([name]) => name);
  const digest = transcript?.digest ?? null;
  return transcript === undefined || digest === current.transcript_digest ? names : [...names, 'transcript'];
};

const asSent = (value: unknown): unknown =>
  value instanceof StoredJson ? value.parse() : JSON.parse(JSON.stringify(value));
