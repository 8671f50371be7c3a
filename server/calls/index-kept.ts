import type { Transcript } from '@pharos/contract/transcripts.ts';
import type { OpenTransaction } from '../platform/database/database.ts';
import { buildDocument } from '../transcripts/search/document.ts';
import type { Changes } from './changes.ts';
import { insertDocument, type LockedCall, reviveDocument } from './queries.ts';
import { withTranscript } from './transcripts.ts';

/** Makes an earlier transcript of a call searchable again, also one written before there was a search. */
export const indexKept = async (tx: OpenTransaction, call: LockedCall, given: Changes['transcript']): Promise<void> => {
  const { transcript_uuid } = call;
  if (transcript_uuid === null || !given || 'bytes' in given) return;
  if (await reviveDocument(tx, call)) return;
  const { transcript } = await withTranscript(tx, call);
  if (!transcript) return;
  const { words } = transcript.parse() as Transcript;
  insertDocument(tx, { uuid: transcript_uuid, document: buildDocument(words) }, call);
};
