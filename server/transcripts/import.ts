import type { ImportReport, Transcript } from '@pharos/contract/transcripts.ts';
import { recognise } from './formats/recognise.ts';
import { decode } from './reading/decode-text.ts';
import { type Warning, warningSentence } from './warning-sentences.ts';

export type Imported = {
  transcript: Transcript;
  report: ImportReport;
  /** The warnings of the report, as data. */
  warnings: Warning[];
  /** Whole seconds, where the provider says how long the recording is. */
  duration?: number;
  /** The provider's own id of the transcript, such as `assembly_ai_id`, where it gives one. */
  provider_metadata: Record<string, string>;
  /** Speaker id to person's name, for formats that carry names. */
  names: Record<string, string>;
};

/**
 * Recognises a provider's result or a subtitle file by its shape and makes a transcript of it.
 * Throws NotImportable, and nothing else, on a file that cannot be one.
 */
export const importTranscript = (file: Uint8Array): Imported => {
  const { format, reading } = recognise(decode(file));
  const { source, words, repaired, estimated_times = false, duration } = reading;
  const warnings: Warning[] = [...(words.length === 0 ? [{ code: 'no_words' } as const] : []), ...reading.warnings];
  const speakers = new Set(words.map(({ speaker }) => speaker).filter((speaker) => speaker !== undefined)).size;
  return {
    transcript: { source, words },
    report: {
      ...{ format, words: words.length, speakers, repaired, estimated_times },
      warnings: warnings.map(warningSentence),
    },
    warnings,
    ...(duration !== undefined && { duration }),
    provider_metadata: reading.provider_metadata ?? {},
    names: reading.names ?? {},
  };
};
