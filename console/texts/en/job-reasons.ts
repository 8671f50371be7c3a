import type { JobReasonCode, JobRemarkCode } from '@pharos/contract/job-reasons.ts';
import type { Given } from '@pharos/contract/table/refusals.ts';
import { count, number, size } from './numbers.ts';

const countOf = (n: unknown, one: string) => count(Number(n), one);
const quoted = (words: unknown) => (words === undefined ? '' : `: “${words}”`);
const BY_SOUND = 'and speakers were separated by how they sound.';
const LISTEN = 'Some words may be made up or repeated. Listen to the recording.';
const unread = (what: string, place: unknown) => `${what} under “${place}” in the result weren’t read.`;

/** A text, or a function that makes it of the values beside a code and the name of the speech service. */
export type Words = string | ((given: Given, by: string) => string);

/** Reasons why a transcription failed or waits, by the codes of the contract. */
export const job_reasons = {
  answer_broken_off: (_: Given, by: string) => `The connection to ${by} was lost before the result was complete.`,
  answer_invalid: (_: Given, by: string) => `The result from ${by} couldn’t be read.`,
  answer_too_large: (_: Given, by: string) => `The result from ${by} is too large.`,
  answer_without_id: (_: Given, by: string) => `The answer from ${by} was incomplete.`,
  callback_missing: (_: Given, by: string) =>
    `No result arrived from ${by}. Your administrator can check the public address of Pharos.`,
  engine_failed: ({ words }: Given) => `The speech engine on the server failed${quoted(words)}`,
  engine_stopped: 'The speech engine on the server stopped before it was done.',
  ffmpeg_missing: 'The server doesn’t have ffmpeg. Your administrator can install it.',
  ffmpeg_timeout: 'Reading the recording took too long.',
  internal_error: 'Something went wrong on the server.',
  no_recording: 'The call no longer has a recording.',
  provider_failed: ({ words }: Given, by: string) => `Transcription failed at ${by}${quoted(words)}`,
  provider_not_configured: (_: Given, by: string) => `Transcription by ${by} is no longer set up.`,
  provider_refused: ({ status, provider_code, words }: Given, by: string) => {
    const error = [status, provider_code].filter((part) => part !== undefined).join(' ');
    return `Refused by ${by} (error ${error})${quoted(words)}`;
  },
  provider_silent: ({ seconds }: Given, by: string) => `No answer from ${by} for ${countOf(seconds, 'second')}.`,
  provider_timeout: (_: Given, by: string) => `No result from ${by} after several hours.`,
  provider_unreachable: ({ cause }: Given, by: string) => `Couldn’t connect to ${by}${cause ? ` (${cause})` : ''}.`,
  recording_not_audio: 'The recording has no sound that can be read.',
  recording_too_large: ({ bytes }: Given, by: string) =>
    `At ${size(Number(bytes))}, the recording is too large for ${by}. Use another speech service or a smaller file.`,
  recording_unreadable: 'The recording couldn’t be read from storage.',
  result_lost: (_: Given, by: string) => `The result from ${by} was lost. Try again.`,
  result_unreadable: (_: Given, by: string) => `The result from ${by} couldn’t be read.`,
  text: ({ text }: Given) => String(text),
  worker_stopped: 'The server was interrupted every time before it was done.',
} satisfies Record<JobReasonCode, Words>;

/** Remarks about the result of a transcription, by the codes of the contract. */
export const job_remarks = {
  call_deleted: 'The call was deleted before the transcription was done.',
  channels_identical: `Both channels sound the same, so they were transcribed as one, ${BY_SOUND}`,
  channels_inverted: `Both channels sound the same, so only one was transcribed, ${BY_SOUND}`,
  channels_mixed:
    'Both channels were transcribed as one, without separating speakers: that needs ffmpeg on the server.',
  left_channel_only: `The right channel is silent, so only the left one was transcribed, ${BY_SOUND}`,
  right_channel_only: `The left channel is silent, so only the right one was transcribed, ${BY_SOUND}`,
  lines_outside_cues: ({ count: n }: Given) => `Left out: ${countOf(n, 'line')} outside of any caption.`,
  lines_untimed: ({ count: n }: Given) => `Left out: ${countOf(n, 'line')} without a time.`,
  no_words: 'The result has no words.',
  result_empty: ({ version }: Given) =>
    `No speech was found, so the transcript was kept. The result is version ${number(Number(version))} in the history.`,
  result_set_aside: ({ version }: Given) =>
    `The transcript was edited during transcription, so the edits were kept. The result is version ${number(Number(version))} in the history.`,
  speakers_unread: ({ place }: Given) => unread('Speakers', place),
  speech_too_fast: ({ words_a_minute: n }: Given) =>
    `${countOf(n, 'word')} per minute is faster than people speak. ${LISTEN}`,
  speech_twice: 'Two channels hold the same speech, so every sentence appears twice.',
  text: ({ text }: Given) => String(text),
  times_unread: ({ place }: Given) => unread('Times of single words', place),
  words_too_short: ({ count: n, ms }: Given) => `${countOf(n, 'word')} of less than ${ms} ms. ${LISTEN}`,
  words_unread: ({ place }: Given) => unread('Some words', place),
  words_untimed: ({ count: n }: Given) => `Left out: ${countOf(n, 'word')} without a time.`,
} satisfies Record<JobRemarkCode, Words>;
