import { eventOf } from '../platform/audit/record.ts';
import type { Actor } from '../platform/auth/actor.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { ImportedFile } from '../transcripts/stored.ts';
import { changedFields, subjectOf, writeChanges } from './change.ts';
import { imported } from './import-transcript.ts';
import { type LockedCall, transcriptWrittenSince, writeCall } from './queries.ts';

/** Who asked for a result, and the call's version then. */
export type Wish = { by: string; call_version: number };

/**
 * Takes a provider's result as the transcript of a locked call. Where somebody has changed the transcript since it was
 * asked for, or where the result has no words and the call has, what is there stays: the result is kept as a version,
 * whose number is returned, and what was there is written over it.
 */
export const takeResult = async (
  tx: Transaction,
  actor: Actor,
  call: LockedCall,
  file: ImportedFile,
  { by, call_version }: Wish,
): Promise<{ kept_as: number | null }> => {
  const changes = imported(call, file);
  const changed = changedFields(call, changes);
  if (changed.length === 0) return { kept_as: null };
  const is_empty = file.report.words === 0 && call.transcript_uuid !== null;
  const is_edited = is_empty || (await transcriptWrittenSince(tx, call, call_version)) !== null;
  const why = is_empty ? ' without words, kept beside those that are there' : ', kept beside an edit made meanwhile';
  const note = `Result of ${file.source}${is_edited ? why : ''}`;
  await writeChanges(tx, actor, call, changes, changed, { file, by, note }).pipelined;
  if (!is_edited) return { kept_as: null };
  const kept_as = call.version + 1;
  const event = eventOf(actor, { ...subjectOf({ ...call, version: kept_as }), after_version: kept_as + 1 });
  const rule = is_empty ? 'words are not replaced by none' : 'an edit is not replaced by a result';
  const kept = `As in version ${call.version}: ${rule}`;
  await writeCall(tx, call, { changed, created_by: by, note: kept }, event);
  return { kept_as };
};
