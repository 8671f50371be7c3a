import type { ImportReport, Transcript } from '@pharos/contract/transcripts.ts';
import { readJson } from './formats/recognise.ts';
import { isSbv, readSbv } from './formats/sbv.ts';
import { readSrt } from './formats/srt.ts';
import { readVtt } from './formats/vtt.ts';
import { NotImportable } from './not-importable.ts';
import { isTiming, linesOf } from './reading/cue-lines.ts';
import { decode } from './reading/decode-text.ts';
import { parseJson } from './reading/json.ts';
import type { Reading } from './reading/words.ts';

export type Imported = {
  transcript: Transcript;
  report: ImportReport;
  /** Whole seconds, where the provider says how long the recording is. */
  duration?: number;
  /** The provider's own id of the transcript, such as `assembly_ai_id`, where it gives one. */
  provider_metadata: Record<string, string>;
  /** Speaker id to person's name, for formats that carry names. */
  names: Record<string, string>;
};

const read = (text: string): { format: string; reading: Reading } => {
  const start = text.trimStart();
  if (start.startsWith('WEBVTT')) return { format: 'vtt', reading: readVtt(text) };
  if (start.startsWith('{') || start.startsWith('[')) return readJson(parseJson(text));
  if (text.includes('-->') && linesOf(text).some(isTiming)) return { format: 'srt', reading: readSrt(text) };
  if (isSbv(text)) return { format: 'sbv', reading: readSbv(text) };
  throw new NotImportable(
    'This is text without times, or of no format that Pharos knows. Hand in the JSON result of a speech service, WebVTT or SRT.',
    'unknown',
  );
};

/**
 * Recognises a provider's result or a subtitle file by its shape and makes a transcript of it.
 * Throws NotImportable, and nothing else, on a file that cannot be one.
 */
export const importTranscript = (file: Uint8Array): Imported => {
  const { format, reading } = read(decode(file));
  const { source, words, repaired, estimated_times = false, duration } = reading;
  const warnings = words.length === 0 ? ['There are no words in this file.', ...reading.warnings] : reading.warnings;
  const speakers = new Set(words.map(({ speaker }) => speaker).filter((speaker) => speaker !== undefined)).size;
  return {
    transcript: { source, words },
    report: { format, words: words.length, speakers, repaired, estimated_times, warnings },
    ...(duration !== undefined && { duration }),
    provider_metadata: reading.provider_metadata ?? {},
    names: reading.names ?? {},
  };
};
