import type { ExportFormat, Transcript } from '@pharos/contract/transcripts.ts';
import type { TranscribedCall } from '../../transcripts/exports/call.ts';
import { type Exported, exportTranscript } from '../../transcripts/exports/export.ts';
import { NotExportable } from '../../transcripts/exports/not-exportable.ts';

/** A call for a thread: its transcript as it is kept, so that no thread but its own parses it. */
export type Unwritten = { call: Omit<TranscribedCall, 'transcript'>; transcript: Uint8Array; format: ExportFormat };

/** A refusal crosses from a thread as data: a thrown class would lose its type on the way. */
export type Written = Exported | { refusal: string };

/** Writes a file from a stored transcript: in a thread, because a long PDF takes seconds. */
export const write = async ({ call, transcript: utf8, format }: Unwritten): Promise<Written> => {
  try {
    const transcript = JSON.parse(Buffer.from(utf8).toString()) as Transcript;
    return await exportTranscript({ ...call, transcript }, format);
  } catch (error) {
    if (error instanceof NotExportable) return { refusal: error.message };
    throw error;
  }
};

export default write;
