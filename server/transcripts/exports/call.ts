import type { Call } from '@pharos/contract/calls.ts';
import type { ExportLanguage, Transcript } from '@pharos/contract/transcripts.ts';

/** A call to be written. It must have a transcript. */
export type TranscribedCall = Pick<
  Call,
  | 'uuid'
  | 'title'
  | 'file_name'
  | 'created_at'
  | 'started_at'
  | 'direction'
  | 'from'
  | 'to'
  | 'answered_by'
  | 'duration'
  | 'speaker_labels'
> & {
  transcript: Transcript;
  /** Name of the funeral home whose record it is. Like the next two, null where it is not known. */
  home: string | null;
  person: string | null;
  case_number: string | null;
  /** An IANA name, for times of day. */
  time_zone: string;
  language: ExportLanguage;
};
