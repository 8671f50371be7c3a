import type { Call } from '@pharos/contract/calls.ts';
import type { ExportLanguage, RedactionKind, Transcript } from '@pharos/contract/transcripts.ts';

/** Number of places that were left out of a transcript, by kind. */
export type LeftOut = Partial<Record<RedactionKind, number>>;

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
  | 'speaker_sides'
> & {
  transcript: Transcript;
  /** Name of the funeral home whose record it is. Like the next two, null where it is not known. */
  home: string | null;
  person: string | null;
  case_number: string | null;
  /** An IANA name, for times of day. */
  time_zone: string;
  language: ExportLanguage;
  /** Places that its transcript no longer has; absent where nothing was to be left out. */
  left_out?: LeftOut;
};
