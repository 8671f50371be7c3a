import type { Given, ProblemCode, RefusalCode, Thing } from '@pharos/contract/table/refusals.ts';
import { count, number, size } from './numbers.ts';
import { settings } from './settings.ts';
import { users } from './users.ts';

const levels: Record<string, string> = users.levels;
const levelOf = (level: unknown) => levels[String(level)] ?? String(level);

const THINGS: Record<Thing, string> = {
  address: 'page',
  call: 'call',
  case: 'case',
  generation_template: 'template',
  hold: 'hold',
  job: 'transcription',
  location: 'location',
  organization: 'funeral home',
  purge_certificate: 'certificate',
  recording: 'recording',
  token: 'token',
  transcript: 'transcript',
  upload: 'upload',
  user: 'team member',
  version: 'version',
};
const thingOf = (thing: unknown) => THINGS[thing as Thing] ?? 'item';

/** A text, or a function that makes it of the values beside a refusal's code. */
export type Words = string | ((given: Given) => string);

const AUDIO_TYPES = 'Use WAV, MP3, M4A, AAC, OGG, FLAC or WebM.';

/** Reasons for a refusal, by the codes of the contract. */
export const refusals = {
  cross_origin_request: 'This page belongs to another address. Open Pharos at its own address and try again.',
  recording_exists: 'This call already has a different recording. An administrator can remove it first.',
  server_busy: 'The server is busy. Try again in a moment.',
  call_deleted: 'This call was deleted. Restore it first.',
  case_deleted: 'This call’s case was deleted. Restore the case first.',
  version_conflict: 'Someone else just changed this. Review the latest version and try again.',
  database_unavailable: 'The database can’t be reached. Nothing was changed. Try again in a moment.',
  restore_period_ended: ({ days }) =>
    `This was deleted more than ${count(Number(days), 'day')} ago and can’t be restored.`,
  disk_full: 'The server is out of disk space. Nothing was changed. Tell your administrator.',
  email_taken: 'Someone at your funeral home already uses this email.',
  internal_error: 'Something went wrong. Nothing was changed. Tell your administrator if it keeps happening.',
  invalid_file_name: 'This file name can’t be used. Rename the file with a shorter, simpler name.',
  organization_not_empty: 'Sample data can only be added while there are no cases.',
  hold_already_released: 'This hold was already released.',
  invitation_invalid: 'This invitation was already used, or it has expired. Ask for a new one.',
  issuer_unavailable: 'Your sign-in service can’t be reached. Try again in a moment.',
  job_already_finished: 'This transcription has already ended.',
  job_already_succeeded: 'This call is already transcribed. You can transcribe it again from the call.',
  idempotency_key_reused: 'This request was already sent with different data. Reload the page and try again.',
  last_admin: 'This is the only administrator of your funeral home. Make someone else an administrator first.',
  last_operator: 'This is the only operator. Make someone else an operator first.',
  location_has_cases: 'Cases still belong to this location, or deleted ones could be restored to it.',
  location_has_users: 'Someone’s access is limited to this location. Change it on the Team page first.',
  malformed_request: 'The server couldn’t read the request. Reload the page and try again.',
  commit_uncertain: 'The connection was lost while saving. Check if your change is there before you try again.',
  unsupported_media_type: 'This type of file isn’t supported here.',
  method_not_allowed: 'This can’t be done here. Reload the page and try again.',
  insufficient_access_level: ({ level, yours }) => settings.needs_level(levelOf(level), levelOf(yours)),
  no_transcript: 'This call never had a transcript.',
  no_provider: 'Transcription isn’t set up. Your administrator can set up a speech service.',
  no_recording: 'This call has no recording. Add one first.',
  waveform_unavailable: 'No waveform for this recording, but you can play it.',
  not_found: ({ thing }) => `This ${thingOf(thing)} doesn’t exist, or it was deleted.`,
  not_exportable: 'This transcript is too long for a PDF or Word file. Export it as plain text or as a spreadsheet.',
  location_not_permitted: 'You don’t have access to this location. Ask an administrator.',
  token_not_owned: 'This token belongs to someone else. An administrator can revoke it.',
  template_operator_only:
    'All funeral homes share this template, and only an operator can edit it. Create your own instead.',
  password_managed_externally: 'You sign in with another service, so your password can’t be changed here.',
  recording_damaged: 'This recording is damaged. Export it again from where it was recorded.',
  recording_empty: 'This file has no sound.',
  recording_duplicate: 'This recording is already in another call of this case.',
  recording_in_deleted_call: 'This recording is already in a deleted call, which you can restore.',
  recording_not_audio: `This isn’t a recording. ${AUDIO_TYPES}`,
  recording_unsupported_format: `This type of recording isn’t supported. ${AUDIO_TYPES}`,
  recording_has_video: 'This file contains video. Upload the audio only.',
  ambiguous_organization:
    'You belong to more than one funeral home. Ask your administrator for the right sign-in link.',
  secret_already_shown: 'This was already created, and its secret was shown once.',
  unauthenticated: 'You’ve been signed out. Sign in again in another window, then try again.',
  storage_unavailable: 'Recordings can’t be reached right now. Nothing was changed. Try again in a moment.',
  storage_full: 'There’s no space left for recordings. Nothing was changed. Tell your administrator.',
  timestamp_out_of_range: 'A date or time is too far away.',
  insufficient_scope: 'This token doesn’t have permission.',
  body_too_large: ({ limit }) =>
    limit ? `This is too large. The limit is ${size(Number(limit))}.` : 'This is too large.',
  rate_limited: ({ seconds }) => `Too many attempts. Wait ${count(Number(seconds), 'second')} and try again.`,
  exceeds_token_rights: 'A token can’t create one with more access or a later expiration than its own.',
  body_timeout: 'The upload took too long. Nothing was changed. Try again.',
  too_many_uploads: ({ most }) =>
    `There are already ${most} recordings being uploaded. Finish one, or remove one that has stopped.`,
  transcript_damaged: 'This file is incomplete or damaged. Download it again from the speech service.',
  transcript_is_document: 'This is a document or a ZIP file, not a transcript. Unzip it, or save it as WebVTT or SRT.',
  transcript_empty: 'This file is empty.',
  transcript_not_utf8: 'This file’s text encoding isn’t supported. Save it as UTF-8.',
  transcript_failed: 'This file has no words: the speech service couldn’t transcribe the recording.',
  transcript_not_ready: 'The speech service wasn’t finished. Download the file again when it is.',
  transcript_malformed: 'This file doesn’t match its speech service’s format. Add it exactly as you downloaded it.',
  transcript_partial: 'This is only part of a transcript. Add the complete final result.',
  transcript_is_recording: 'This is a recording, not a transcript. Add it as the call’s recording.',
  transcript_unknown_format:
    'This file format isn’t supported. Add a speech service’s result, or subtitles (WebVTT or SRT).',
  transcript_untimed: 'The words in this file have no times. Transcribe again with word timestamps.',
  transcription_in_progress: 'This call is already being transcribed. Wait for it, or cancel it.',
  unknown_organization: 'Your funeral home isn’t set up on this server.',
  upload_offset_mismatch: 'The upload was interrupted. Choose the file again.',
  user_outranks_you: users.above_you,
  user_deactivated: 'This team member is deactivated. Reactivate them first.',
  version_location_deleted: 'That version’s location was deleted. Copy the other fields by hand.',
  incorrect_current_password: 'Your current password is incorrect.',
  invalid_credentials: 'Incorrect email or password.',
  invalid_query: 'This search isn’t complete. Check the quotation marks and the words around OR.',
  invalid_cursor: 'Reload the list.',
  invalid_date: 'Enter a valid date.',
  invalid_email: 'Enter an email address like anna@example.org.',
  invalid_format: 'This isn’t in the right format.',
  must_be_future: 'Choose a time in the future.',
  duplicate_key: 'This was entered more than once.',
  duplicate_parameter: 'This was entered more than once.',
  invited_email_mismatch: 'Use the email you were invited with. An administrator can change it later.',
  provider_not_configured: 'This speech service isn’t set up.',
  invalid_choice: 'Choose one of the options.',
  password_is_email: 'Your password can’t be your email.',
  password_too_common: 'Choose a harder password. A few words that don’t belong together work well.',
  required: 'Fill in this field.',
  invalid_timestamp: 'Enter a valid time.',
  too_many_bytes: 'This is too long.',
  above_maximum: ({ limit }) => `Enter ${number(Number(limit))} or less.`,
  too_long: ({ limit }) => `Use at most ${count(Number(limit), 'character')}.`,
  below_minimum: ({ limit }) => `Enter ${number(Number(limit))} or more.`,
  too_short: ({ limit }) =>
    Number(limit) === 1 ? 'Fill in this field.' : `Use at least ${count(Number(limit), 'character')}.`,
  invalid_type: ({ wanted }: Given): string =>
    wanted === 'integer' ? 'Enter a whole number, such as 30.' : 'This isn’t in the right format.',
  unstorable_value: 'This contains a character that isn’t supported.',
  unknown_reference: ({ thing }) => `This ${thingOf(thing)} no longer exists.`,
  invalid_uuid: 'This isn’t a valid ID.',
} satisfies Record<RefusalCode | ProblemCode, Words>;
