import type { Call } from '@pharos/contract/calls.ts';
import type { Transcript } from '@pharos/contract/transcripts.ts';

/** What an export needs of a call. The call must have a transcript. */
export type TranscribedCall = Pick<Call, 'uuid' | 'speaker_labels' | 'file_name' | 'created_at' | 'duration'> & {
  transcript: Transcript;
};
