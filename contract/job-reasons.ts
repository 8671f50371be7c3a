import Type, { type Static } from 'typebox';
import { GivenValues } from './table/refusals.ts';
import { named, oneOf } from './table/schema.ts';
import { IMPORT_WARNINGS } from './transcripts.ts';

/** Codes of why a job failed, or waits for another attempt. */
export const JOB_REASONS = [
  'answer_broken_off',
  'answer_invalid',
  'answer_too_large',
  'answer_without_id',
  'callback_missing',
  'engine_failed',
  'engine_stopped',
  'ffmpeg_missing',
  'ffmpeg_timeout',
  'internal_error',
  'no_recording',
  'provider_failed',
  'provider_not_configured',
  'provider_refused',
  'provider_silent',
  'provider_timeout',
  'provider_unreachable',
  'recording_not_audio',
  'recording_too_large',
  'recording_unreadable',
  'result_lost',
  'result_unreadable',
  'text',
  'worker_stopped',
] as const;
export type JobReasonCode = (typeof JOB_REASONS)[number];

/** Codes of what is to be known of a job's result. */
export const JOB_REMARKS = [
  'call_deleted',
  'channels_identical',
  'channels_inverted',
  'channels_mixed',
  'left_channel_only',
  'result_empty',
  'result_set_aside',
  'right_channel_only',
  'text',
  ...IMPORT_WARNINGS,
] as const;
export type JobRemarkCode = (typeof JOB_REMARKS)[number];

/** Reason as data, for texts of your own. */
export const JobReason = named('JobReason', {
  code: oneOf(JOB_REASONS, {
    description:
      'A stable code. `given.words` are the words of the provider. `text`: `given.text`, written by an earlier version of Pharos.',
  }),
  given: Type.Optional(GivenValues),
});
export type JobReason = Static<typeof JobReason>;

/** Remark as data, for texts of your own. */
export const JobRemark = named('JobRemark', {
  code: oneOf(JOB_REMARKS, {
    description: 'A stable code. `text`: `given.text`, written by an earlier version of Pharos.',
  }),
  given: Type.Optional(GivenValues),
});
export type JobRemark = Static<typeof JobRemark>;
