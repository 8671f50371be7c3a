import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Call } from '@pharos/contract/calls.ts';
import { eventOf, record } from '../platform/audit/record.ts';
import type { Actor } from '../platform/auth/actor.ts';
import type { Pipelined, Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import { StoredJson } from '../platform/json/stored-json.ts';
import type { ImportedFile, StoredTranscript } from '../transcripts/stored.ts';
import { type CallRow, insertProviderFile, insertTranscript, type LockedCall, lockCall, writeCall } from './queries.ts';
import { keepAtHand, withTranscript } from './transcripts.ts';

/** A transcript that the call has had already: its row is used again. */
export type KeptTranscript = { uuid: string; digest: string };

type Plain = Omit<
  Call,
  'transcript' | 'uuid' | 'case_uuid' | 'organization_uuid' | 'speaker_labels' | 'provider_metadata'
>;

/** New values of a call's fields; null clears one that may be null, absent leaves it. */
export type Changes = Partial<Plain> & {
  provider_metadata?: Call['provider_metadata'] | StoredJson;
  speaker_labels?: Call['speaker_labels'] | StoredJson;
  transcript?: StoredTranscript | KeptTranscript | null;
};

/** What is to change, decided with the call locked: nobody can write between the reading and the writing. */
export type Decide = (current: LockedCall) => Changes | Promise<Changes>;

/** Where a change comes from: the file that was read, and what the version says of itself. */
export type Origin = { file?: ImportedFile; note?: string | null };

/**
 * Changes a call and keeps its new state as a version, all or nothing. A change to what the call already is writes
 * nothing and passes any If-Match; a real one needs If-Match, where sent, to name the current version (412).
 */
export const changeCall = async (
  tx: Transaction,
  actor: Actor,
  call_uuid: string,
  decide: Decide,
  { if_match, ...origin }: { if_match?: string } & Origin = {},
): Promise<CallRow | Pipelined<CallRow>> => {
  const current = await lockCall(tx, actor.organization_uuid, call_uuid);
  if (!current) throw notFound('call');
  const changes = await decide(current);
  const changed = changedFields(current, changes);
  if (changed.length === 0) {
    const unchanged = record(tx, actor, { ...subjectOf(current), after_version: current.version });
    // Asked for at once: what is asked after the commit sees nothing any more.
    const read = Promise.all([withTranscript(tx, current), unchanged]);
    return { pipelined: read.then(([{ transcript_digest: _digest, ...call }]) => call) };
  }
  requireMatch(if_match, current.version);
  return writeChanges(tx, actor, current, changes, changed, origin);
};

/** Writes a locked call with its changes, as its next version; `by` somebody else where the server acts for them. */
export const writeChanges = (
  tx: Transaction,
  actor: Actor,
  current: LockedCall,
  { transcript, ...changes }: Changes,
  changed: string[],
  { file, note = null, by = actor.user_uuid }: Origin & { by?: string } = {},
): Pipelined<CallRow> => {
  const next = { ...current, ...inColumns(changes) };
  const given = changed.includes('transcript') ? transcript : undefined;
  if (given !== undefined) {
    next.transcript_uuid = given && ('bytes' in given ? randomUUID() : given.uuid);
    next.transcript_digest = given?.digest ?? null;
  }
  const kept = { changed, created_by: by, note };
  const event = eventOf(actor, { ...subjectOf(current), after_version: current.version + 1 });
  if (given && 'bytes' in given) {
    const inserted = insertWords(tx, next, given, kept.created_by, file);
    const pipelined = Promise.all([writeCall(tx, next, kept, event), ...inserted]).then(
      ([{ transcript_uuid, ...row }]) => {
        const json = new StoredJson(given.bytes);
        if (transcript_uuid) keepAtHand(transcript_uuid, json);
        return { ...row, transcript: json };
      },
    );
    return { pipelined };
  }
  // The transcript is asked for before the commit travels: a failure here must still undo the write.
  const written = Promise.all([writeCall(tx, next, kept, event), withTranscript(tx, next)]);
  return {
    pipelined: written.then(([{ transcript_uuid: _uuid, ...row }, { transcript }]) => ({ ...row, transcript })),
  };
};

/** Inserts a new transcript of a call, which already names it, and the provider's file that it was read in. */
const insertWords = (
  tx: Transaction,
  call: LockedCall,
  words: StoredTranscript,
  created_by: string,
  imported?: ImportedFile,
): Promise<unknown>[] => {
  const file = imported && { ...imported.file, uuid: randomUUID(), format: imported.report.format };
  const transcript = { ...words, uuid: call.transcript_uuid as string, provider_file_uuid: file?.uuid ?? null };
  return [
    ...(file ? [insertProviderFile(tx, file, call, created_by)] : []),
    insertTranscript(tx, transcript, call, created_by),
  ];
};

export const subjectOf = ({ uuid, version }: LockedCall) => ({
  subject_type: 'call',
  subject_uuid: uuid,
  before_version: version || null,
});

/**
 * The fields that the changes would make different. Equal JSON in another order of keys is no difference where a client
 * sent it; where it is a version's own text, it is one.
 */
export const changedFields = (current: LockedCall, { transcript, ...changes }: Changes): string[] => {
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

const inColumns = ({ provider_metadata, speaker_labels, ...plain }: Omit<Changes, 'transcript'>) => ({
  ...plain,
  ...(provider_metadata !== undefined && { provider_metadata: provider_metadata && stored(provider_metadata) }),
  ...(speaker_labels !== undefined && { speaker_labels: stored(speaker_labels) }),
});

const stored = (value: object) => (value instanceof StoredJson ? value : new StoredJson(JSON.stringify(value)));
