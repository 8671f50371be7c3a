import type { JobReason, JobReasonCode, JobRemark, JobRemarkCode } from '@pharos/contract/job-reasons.ts';
import type { ProviderName } from '@pharos/contract/jobs.ts';
import type { Given } from '@pharos/contract/table/refusals.ts';
import { WARNING_SENTENCES } from '../transcripts/warning-sentences.ts';

const NAMES: Record<ProviderName, string> = {
  deepgram: 'Deepgram',
  assembly_ai: 'AssemblyAI',
  speech_server: 'The speech server',
  local: 'The engine of this machine',
};

const MB = 1_000_000;

/** A reason as an English sentence, in which `whom` is the name of the provider. */
const REASONS: Record<JobReasonCode, (given: Given, whom: string) => string> = {
  answer_broken_off: (_, whom) => `${whom} broke off in the middle of its answer`,
  answer_invalid: ({ value }, whom) =>
    value === undefined
      ? `${whom} answered with no JSON, or with half of it`
      : `${whom} answered with JSON that holds ${value}, which JSON does not allow: correct or update it`,
  answer_too_large: (_, whom) => `${whom} answered with more than 64 MiB`,
  answer_without_id: (_, whom) => `${whom} gave the transcript no id`,
  callback_missing: (_, whom) => `${whom} did not call back; is PUBLIC_URL reachable from the internet?`,
  engine_failed: ({ words }, whom) => `${whom} failed: ${words}`,
  engine_stopped: (_, whom) => `${whom} ended before it was done`,
  ffmpeg_missing: () => 'ffmpeg is not installed on the server, and transcribing there needs it',
  ffmpeg_timeout: () => 'The recording takes ffmpeg too long',
  internal_error: () => 'Something failed on our side',
  no_recording: () => 'The call has no recording any more',
  provider_failed: ({ words }, whom) => `${whom} could not transcribe it: ${words}`,
  provider_not_configured: (_, whom) => `${whom} is not set up here any more`,
  provider_refused: ({ status, provider_code, words, request_id }, whom) => {
    const about = [status, provider_code].filter((part) => part !== undefined).join(' ');
    return `${whom} answered ${about}${words ? `: ${words}` : ''}${request_id ? ` (request ${request_id})` : ''}`;
  },
  provider_silent: ({ seconds }, whom) => `${whom} did not answer within ${seconds} seconds`,
  provider_timeout: (_, whom) => `${whom} has not finished after hours`,
  provider_unreachable: ({ cause }, whom) => `${whom} cannot be reached${cause ? ` (${cause})` : ''}`,
  recording_not_audio: () => 'The recording cannot be read as sound',
  recording_too_large: ({ bytes }, whom) =>
    `${whom} takes no file of ${(Number(bytes) / MB).toFixed(1)} MB (OpenAI takes 25 MB); use another provider, or a smaller file`,
  recording_unreadable: () => 'The recording could not be read from the storage',
  result_lost: (_, whom) => `${whom} answers at once, or not at all: the result is lost`,
  result_unreadable: ({ words }) => String(words),
  text: ({ text }) => String(text),
  worker_stopped: () => 'Every worker that took the job ended before it was done',
};

const TOLD_BY_VOICE = 'and speakers were told apart by their voices';

/** A remark as an English sentence. */
const REMARKS: Record<JobRemarkCode, (given: Given) => string> = {
  ...WARNING_SENTENCES,
  call_deleted: () => 'The call was deleted in the meantime',
  channels_identical: () => `Both channels have the same sound: they were heard as one, ${TOLD_BY_VOICE}`,
  channels_inverted: () => `Both channels have the same sound: one of them was heard, ${TOLD_BY_VOICE}`,
  channels_mixed: () => 'Both channels were heard as one, without telling who spoke: splitting them needs ffmpeg',
  left_channel_only: () => `The right channel is silent: only the left one was heard, ${TOLD_BY_VOICE}`,
  right_channel_only: () => `The left channel is silent: only the right one was heard, ${TOLD_BY_VOICE}`,
  result_empty: ({ version }) =>
    `Nothing was heard: the words that were there stay, and the result is version ${version} of the call`,
  result_set_aside: ({ version }) =>
    `The transcript was edited while this was under way: the edit stays, and the result is version ${version} of the call`,
  text: ({ text }) => String(text),
};

export const reasonSentence = ({ code, given = {} }: JobReason, provider: ProviderName): string =>
  REASONS[code](given, NAMES[provider]);

export const remarkSentence = ({ code, given = {} }: JobRemark): string => REMARKS[code](given);
