import { randomUUID } from 'node:crypto';
import type { VersionNote } from '@pharos/contract/versions.ts';
import { record, subject } from '../platform/audit/record.ts';
import type { Actor, UserActor } from '../platform/auth/actor.ts';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { notFound } from '../platform/errors/errors.ts';
import { requireMatch } from '../platform/http/etag.ts';
import { StoredJson } from '../platform/json/stored-json.ts';
import type { ImportedFile, StoredTranscript } from '../transcripts/stored.ts';
import { type Changes, changedFields } from './changes.ts';
import { indexKept } from './index-kept.ts';
import { numbersOf } from './numbers.ts';
import {
  type CallRow,
  findCallForUpdate,
  insertCallRow,
  insertCallVersion,
  insertDocument,
  insertProviderFile,
  insertTranscript,
  type LockedCall,
  moveDocument,
  updateCallRow,
} from './queries.ts';
import { timeOf } from './time.ts';
import { keepAtHand, withTranscript } from './transcripts.ts';

/** Origin of a change: the file that was read, the version's note about itself, and the person the server acts for. */
export type Origin = { by: string; file?: ImportedFile; note?: VersionNote | null };

/** Locks a call until the transaction ends; throws 404 where there is none. */
export const lockCall = async (
  tx: Transaction,
  { organization_uuid }: Pick<Actor, 'organization_uuid'>,
  uuid: string,
): Promise<LockedCall> => {
  const call = await findCallForUpdate(tx, organization_uuid, uuid);
  if (!call) throw notFound('call');
  return call;
};

/**
 * Changes a locked call and keeps its new state as a version, all or nothing. A change to what the call already is
 * writes only its event, and passes any If-Match; a real one needs If-Match, where sent, to name the current version.
 */
export const changeCall = async (
  tx: OpenTransaction,
  actor: UserActor,
  current: LockedCall,
  changes: Changes,
  { if_match, ...origin }: { if_match?: string } & Omit<Origin, 'by'> = {},
): Promise<CallRow> => {
  const changed = changedFields(current, changes);
  if (changed.length > 0) {
    requireMatch(if_match, current.version);
    const next = writeCall(tx, actor, current, changes, changed, { ...origin, by: actor.user_uuid });
    if (next.transcript_uuid !== current.transcript_uuid) await indexKept(tx, next, changes.transcript);
    return answerOf(tx, next);
  }
  record(tx, actor, { ...subject('call', current), after_version: current.version });
  return answerOf(tx, current);
};

/** Writes a locked call, or one that is not there yet, with its changes as its next version. */
export const writeCall = (
  tx: OpenTransaction,
  actor: Actor,
  current: LockedCall,
  { transcript, ...changes }: Changes,
  changed: string[],
  { by: created_by, file, note = null }: Origin,
): LockedCall => {
  const next = { ...current, ...inColumns(changes), version: current.version + 1, updated_at: current.now };
  const words = changed.includes('transcript') && transcript ? transcript : null;
  if (changed.includes('transcript')) {
    next.transcript_uuid = words && ('bytes' in words ? randomUUID() : words.uuid);
    next.transcript_digest = words?.digest ?? null;
  }
  if (current.version === 0) insertCallRow(tx, next);
  if (words && 'bytes' in words) insertWords(tx, next, words, created_by, file);
  if (current.version > 0) updateCallRow(tx, next);
  if (next.transcript_uuid === current.transcript_uuid && timeOf(next) !== timeOf(current)) moveDocument(tx, next);
  insertCallVersion(tx, next, { changed, note, created_by });
  record(tx, actor, { ...subject('call', current), after_version: next.version });
  return next;
};

/** A call's state as it is answered, with its transcript. */
export const answerOf = (tx: Transaction, call: LockedCall): Promise<CallRow> => {
  const { transcript_digest: _digest, now: _now, ...row } = call;
  return withTranscript(tx, row);
};

/** Inserts a new transcript of a call, which already names it, and the provider's file that it was read in. */
const insertWords = (
  tx: OpenTransaction,
  call: LockedCall,
  words: StoredTranscript,
  created_by: string,
  imported?: ImportedFile,
): void => {
  const uuid = call.transcript_uuid as string;
  const file = imported && { ...imported.file, uuid: randomUUID(), format: imported.report.format };
  if (file) insertProviderFile(tx, file, call, created_by);
  insertTranscript(tx, { ...words, uuid, provider_file_uuid: file?.uuid ?? null }, call, created_by);
  insertDocument(tx, { uuid, document: words.document }, call);
  keepAtHand(uuid, new StoredJson(words.bytes));
};

const inColumns = ({ provider_metadata, speaker_labels, speaker_sides, ...plain }: Omit<Changes, 'transcript'>) => ({
  ...plain,
  ...numbersOf(plain),
  ...(provider_metadata !== undefined && { provider_metadata: provider_metadata && stored(provider_metadata) }),
  ...(speaker_labels !== undefined && { speaker_labels: stored(speaker_labels) }),
  ...(speaker_sides !== undefined && { speaker_sides: stored(speaker_sides) }),
});

const stored = (value: object) => (value instanceof StoredJson ? value : new StoredJson(JSON.stringify(value)));
