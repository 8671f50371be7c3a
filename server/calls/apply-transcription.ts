import type { Actor } from '../platform/auth/actor.ts';
import type { OpenTransaction } from '../platform/database/database.ts';
import type { ImportedFile } from '../transcripts/stored.ts';
import { lockCall, writeCall } from './change.ts';
import { asItWas, changedFields } from './changes.ts';
import { imported } from './import-transcript.ts';
import { findTranscriptChange, type LockedCall } from './queries.ts';

/** A request for a transcription: who made it, and the call's version then. */
export type TranscriptionRequest = { by: string; call_version: number };

/**
 * Makes a provider's result the transcript of a locked call. Where someone has changed the transcript since it was
 * asked for, or where the result has no words and the call has, what is there stays: the result is kept as a version,
 * whose number is returned, and what was there is written over it.
 */
export const applyTranscription = async (
  tx: OpenTransaction,
  actor: Actor,
  call: LockedCall,
  file: ImportedFile,
  { by, call_version }: TranscriptionRequest,
): Promise<{ kept_as: number | null }> => {
  const changes = imported(call, file);
  const changed = changedFields(call, changes);
  if (changed.length === 0) return { kept_as: null };
  const is_empty = file.report.words === 0 && call.transcript_uuid !== null;
  const is_edited = is_empty || (await findTranscriptChange(tx, call, call_version)) !== null;
  if (!is_edited) {
    writeCall(tx, actor, call, changes, changed, { file, by, note: { kind: 'transcribed', source: file.source } });
    return { kept_as: null };
  }
  const reason = is_empty ? 'no_words' : 'edited';
  const note = { kind: 'set_aside', source: file.source, reason } as const;
  const { version } = writeCall(tx, actor, call, changes, changed, { file, by, note });
  const current = await lockCall(tx, actor, call.uuid);
  const kept = { kind: 'kept', version: call.version, reason } as const;
  writeCall(tx, actor, current, asItWas(call), changed, { by, note: kept });
  return { kept_as: version };
};
