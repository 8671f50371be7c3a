import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Call } from '@pharos/contract/calls.ts';
import { eventOf, record } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import type { Sent, Transaction } from '../database/database.ts';
import { StoredJson } from '../database/stored-json.ts';
import { notFound } from '../http/errors.ts';
import { requireMatch } from '../http/etag.ts';
import type { ImportedFile, StoredTranscript } from '../transcripts/stored.ts';
import { readCall } from './get.ts';
import { type CallRow, insertProviderFile, insertTranscript, type LockedCall, lockCall, writeCall } from './queries.ts';
import { keepAtHand, withTranscript } from './transcripts.ts';

/** New values of a call's fields; null clears one that may be null, absent leaves it. */
export type Changes = Partial<Omit<Call, 'transcript' | 'uuid' | 'case_uuid' | 'organization_uuid'>> & {
  transcript?: StoredTranscript | null;
};

/** What is to change, decided with the call locked: nobody can write between the reading and the writing. */
export type Decide = (current: LockedCall) => Changes;

/**
 * Changes a call and keeps its new state as a version, all or nothing. A change to what the call already is writes
 * nothing and passes any If-Match; a real one needs If-Match, where sent, to name the current version (412).
 */
export const changeCall = async (
  tx: Transaction,
  actor: Actor,
  call_uuid: string,
  decide: Decide,
  { if_match, file }: { if_match?: string; file?: ImportedFile } = {},
): Promise<CallRow | Sent<CallRow>> => {
  const current = await lockCall(tx, actor.organization_uuid, call_uuid);
  if (!current) throw notFound('Call');
  const changes = decide(current);
  const changed = changedFields(current, changes);
  if (changed.length === 0) {
    const unchanged = record(tx, actor, { ...subjectOf(current), after_version: current.version });
    const read = Promise.all([readCall(tx, actor.organization_uuid, call_uuid), unchanged]);
    return { sent: read.then(([call]) => call) };
  }
  requireMatch(if_match, current.version);
  return writeChanges(tx, actor, current, changes, changed, file);
};

/** Writes a locked call with its changes, as its next version. */
export const writeChanges = (
  tx: Transaction,
  actor: Actor,
  current: LockedCall,
  { transcript, ...changes }: Changes,
  changed: string[],
  file?: ImportedFile,
): Sent<CallRow> => {
  const next = { ...current, ...inColumns(changes) };
  const by = actor.user_uuid;
  const event = eventOf(actor, { ...subjectOf(current), after_version: current.version + 1 });
  if (!changed.includes('transcript')) {
    // The transcript is asked for before the commit travels: a failure here must still undo the write.
    const written = Promise.all([writeCall(tx, next, changed, by, event), withTranscript(tx, current)]);
    return { sent: written.then(([{ transcript_uuid: _uuid, ...row }, { transcript }]) => ({ ...row, transcript })) };
  }

  const inserts: Promise<unknown>[] = [];
  next.transcript_uuid = transcript ? randomUUID() : null;
  next.transcript_digest = transcript?.digest ?? null;
  if (transcript && next.transcript_uuid) {
    const provider_file_uuid = file ? randomUUID() : null;
    if (file && provider_file_uuid) {
      inserts.push(
        insertProviderFile(tx, { ...file.file, uuid: provider_file_uuid, format: file.report.format }, next, by),
      );
    }
    inserts.push(insertTranscript(tx, { ...transcript, uuid: next.transcript_uuid, provider_file_uuid }, next, by));
  }
  const written = writeCall(tx, next, changed, by, event);
  const sent = Promise.all([written, ...inserts]).then(([{ transcript_uuid, ...row }]) => {
    const json = transcript ? new StoredJson(transcript.bytes) : null;
    if (transcript_uuid && json) keepAtHand(transcript_uuid, json);
    return { ...row, transcript: json };
  });
  return { sent };
};

const subjectOf = ({ uuid, version }: LockedCall) => ({
  subject_type: 'call',
  subject_uuid: uuid,
  before_version: version || null,
});

/** The fields that the changes would make different; equal JSON in another order of keys is no difference. */
export const changedFields = (current: LockedCall, { transcript, ...changes }: Changes): string[] => {
  const fields = Object.entries(changes).filter(([name, value]) => {
    const before = current[name as keyof typeof changes];
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

const stored = (value: object) => new StoredJson(JSON.stringify(value));
