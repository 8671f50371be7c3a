import { EXPORT_FORMATS, type ExportFormat } from '@pharos/contract/transcripts.ts';
import type { TranscribedCall } from './call.ts';
import { writeCsv } from './csv.ts';
import { writeJson } from './json.ts';
import { writeMarkdown } from './markdown.ts';
import { writeSrt } from './srt.ts';
import { writeTxt } from './txt.ts';
import { writeVtt } from './vtt.ts';

/** A transcript as a file. */
export type Exported = { bytes: Uint8Array; content_type: string; extension: string };

const encoded = (write: (call: TranscribedCall) => string) => async (call: TranscribedCall) => Buffer.from(write(call));

// The libraries behind the last two are large: only who asks for such a file waits for them.
const WRITERS: Record<ExportFormat, (call: TranscribedCall) => Promise<Uint8Array>> = {
  json: encoded(writeJson),
  txt: encoded(writeTxt),
  md: encoded(writeMarkdown),
  srt: encoded(writeSrt),
  vtt: encoded(writeVtt),
  csv: encoded(writeCsv),
  docx: async (call) => (await import('./docx.ts')).writeDocx(call),
  pdf: async (call) => (await import('./pdf.ts')).writePdf(call),
};

/**
 * A call's transcript as a file of the format. Speakers stand under the names of `speaker_labels`. Whatever was said
 * is text there and nothing else: no markup, formula, time line or terminal command. Throws NotExportable if it is too
 * long for a Word document or PDF, whose pages take memory and time.
 */
export const exportTranscript = async (call: TranscribedCall, format: ExportFormat): Promise<Exported> => ({
  bytes: await WRITERS[format](call),
  ...EXPORT_FORMATS[format],
});
