import { number } from './numbers.ts';

/** The texts of the work that is done apart from a request. */
export const jobs = {
  ask: 'Put it into words',
  far: (percent: string) => `being put into words, ${percent}`,
  on_its_way: {
    queued: 'waiting to be put into words',
    running: 'being put into words',
    failed: 'could not be put into words',
    succeeded: 'put into words',
    cancelled: 'not put into words',
  },
  which: 'Which of them',
  list: 'Transcriptions',
  all: 'all',
  states: { queued: 'waiting', running: 'under way', failed: 'failed', succeeded: 'done', cancelled: 'cancelled' },
  none: 'There are none.',
  providers: {
    speech_server: 'a speech server',
    local: 'this machine',
  },
  transcription_by: (provider: string) => `A call, by ${provider}`,
  asked_by: (name: string, when: string) => `asked for by ${name}, ${when}`,
  finished: (when: string) => `ended ${when}`,
  attempts: (n: number) => `begun ${number(n)} times`,
  why: 'Why:',
  note: 'Note:',
  cancel: 'Cancel it',
  cancel_ask: 'Cancel this transcription? Its result is not taken, whenever it comes.',
};
