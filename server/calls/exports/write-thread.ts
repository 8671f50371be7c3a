import type { ExportFormat, RedactionKind, Transcript } from '@pharos/contract/transcripts.ts';
import type { LeftOut, TranscribedCall } from '../../transcripts/exports/call.ts';
import { type Exported, exportTranscript } from '../../transcripts/exports/export.ts';
import { NotExportable } from '../../transcripts/exports/not-exportable.ts';
import { readCall } from '../../understanding/call.ts';
import { findSecrets, type SecretWords } from '../../understanding/redaction/find-secrets.ts';
import { redact } from '../../understanding/redaction/redact.ts';

/** A call for a thread: its transcript as it is kept, so that no thread but its own parses it. */
export type Unwritten = {
  call: Omit<TranscribedCall, 'transcript' | 'left_out'>;
  transcript: Uint8Array;
  format: ExportFormat;
  /** Kinds of numbers to leave out; null where nobody asked for it. */
  redact: RedactionKind[] | null;
};

/** A refusal crosses from a thread as data: a thrown class would lose its type on the way. */
export type Written = (Exported & { left_out: LeftOut | null }) | { refusal: string };

/** Writes a file from a stored transcript: in a thread, because a long PDF takes seconds. */
export const write = async ({ call, transcript: utf8, format, redact: kinds }: Unwritten): Promise<Written> => {
  try {
    const transcript = JSON.parse(Buffer.from(utf8).toString()) as Transcript;
    if (!kinds) return { ...(await exportTranscript({ ...call, transcript }, format)), left_out: null };
    const secrets = findSecrets(readCall(transcript.words, { called_on: call.started_at ?? call.created_at }), kinds);
    const left_out = countKinds(secrets);
    const words = redact(transcript.words, secrets, call.language);
    const redacted = { ...call, transcript: { ...transcript, words }, left_out };
    return { ...(await exportTranscript(redacted, format)), left_out };
  } catch (error) {
    if (error instanceof NotExportable) return { refusal: error.message };
    throw error;
  }
};

const countKinds = (secrets: readonly SecretWords[]): LeftOut => {
  const left_out: LeftOut = {};
  for (const { kind } of secrets) left_out[kind] = (left_out[kind] ?? 0) + 1;
  return left_out;
};

export default write;
