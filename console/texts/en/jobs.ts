import { count } from './numbers.ts';

/** Transcriptions. */
export const jobs = {
  transcribe: 'Transcribe',
  progress: (percent: string) => `Transcribing, ${percent}`,
  long_states: {
    queued: 'Waiting to be transcribed',
    running: 'Transcribing',
    failed: 'Couldn’t be transcribed',
    succeeded: 'Transcribed',
    cancelled: 'Transcription canceled',
  },
  filter: 'Filter by status',
  list: 'Transcriptions',
  all: 'All',
  states: {
    queued: 'Waiting',
    running: 'In progress',
    failed: 'Failed',
    succeeded: 'Finished',
    cancelled: 'Canceled',
  },
  none: 'No transcriptions.',
  providers: { speech_server: 'your speech server', local: 'this computer' },
  by: (provider: string) => `By ${provider}`,
  asked_by: (name: string, when: string) => `Requested by ${name}, ${when}`,
  finished: (when: string) => `Finished ${when}`,
  attempts: (n: number) => count(n, 'attempt'),
  reason: 'Reason:',
  note: 'Note:',
  cancel: 'Cancel transcription',
  cancel_ask: 'Cancel this transcription? Its result won’t be used.',
};
