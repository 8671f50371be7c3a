import type { Given, ProblemCode, RefusalCode, Thing } from '@pharos/contract/table/refusals.ts';
import { count, number, size } from './numbers.ts';
import { settings } from './settings.ts';

const levels: Record<string, string> = settings.levels;
const levelOf = (level: unknown) => levels[String(level)] ?? String(level);

const THINGS: Record<Thing, string> = {
  address: 'no page',
  call: 'no call',
  case: 'no case',
  generation_template: 'no template',
  hold: 'no hold',
  job: 'no transcription',
  location: 'no location',
  organization: 'no home',
  purge_certificate: 'no certificate',
  recording: 'no recording',
  token: 'no token',
  transcript: 'no transcript',
  upload: 'no upload',
  user: 'no person',
  version: 'no version',
};
const thingOf = (thing: unknown) => THINGS[thing as Thing] ?? 'nothing';

/** A text, or how it is made of what the refusal gives beside its code. */
export type Words = string | ((given: Given) => string);

const READ_ELSEWHERE = 'Only recordings in WAV, MP3, M4A, AAC, OGG, FLAC or WebM are taken.';

/** Why something was not done, by the codes of the contract. */
export const refusals = {
  another_origin: 'This page does not belong to this server. Open Pharos by its own address.',
  another_recording: 'This call has another recording. An administrator can take that away first.',
  busy: 'Too much is being done at this moment. Try again in a little while.',
  call_deleted: 'This call is deleted. Bring it back first.',
  case_deleted: 'The case of this call is deleted. Bring the case back first.',
  changed_meanwhile: 'Somebody else changed this meanwhile. Look at it as it is now, and try again.',
  database_away:
    'The server cannot reach its database at the moment. Nothing was changed. Try again in a little while.',
  deleted_too_long_ago: ({ days }) =>
    `This was deleted more than ${count(Number(days), 'day')} ago and can no longer come back.`,
  disk_full: 'The server has no room left. Nothing was changed. Tell whoever looks after Pharos.',
  email_taken: 'Somebody in your home has this email address already.',
  failed: 'Something went wrong in Pharos itself. Nothing was changed. Tell whoever looks after it.',
  file_name: 'The name of this file cannot be kept. Give it a shorter, simpler one.',
  home_not_empty: 'There are cases here: the sample home is for an empty one.',
  hold_released: 'This hold was released already.',
  invitation_spent: 'This invitation no longer works: it was used already, or it is too old. Ask for a new one.',
  issuer_away: 'Whoever issues your access cannot be reached at the moment. Try again in a little while.',
  job_finished: 'This transcription has ended already.',
  job_succeeded: 'This transcription has been done. Ask for another one at the call.',
  key_used: 'This was sent twice, with something else the second time. Load the page again, then try again.',
  last_admin: 'This is the last administrator of your home. Make somebody else one first.',
  last_operator: 'This is the last operator of the installation. Make somebody else one first.',
  location_has_cases: 'There are cases of this location, or deleted ones that can still come back.',
  location_has_users: 'Somebody is limited to this location. Change that first, under People.',
  malformed: 'The server could not make sense of what this page sent. Load the page again, then try again.',
  maybe_saved: 'The connection to the database broke while saving. Look whether it is there before you try again.',
  media_type: 'This kind of file is not taken here.',
  method: 'That cannot be done here. Load the page again, then try again.',
  needs_level: ({ level, yours }) => settings.needs_level(levelOf(level), levelOf(yours)),
  never_transcribed: 'This call never had a transcript.',
  no_provider: 'No speech service is set up here. Whoever looks after Pharos can do that.',
  no_recording: 'This call has no recording. Add one first.',
  no_waveform: 'This recording has no waveform. It can be heard all the same.',
  not_found: ({ thing }) => `There is ${thingOf(thing)} here. It may have been deleted.`,
  not_printable: 'This transcript is too long for a document of pages. Take it as plain text or as a table.',
  not_your_location:
    'This belongs to a location that is not one of yours. An administrator of your home can change that.',
  not_your_token: 'This token is somebody else’s. An administrator of your home can revoke it.',
  operators_template: 'All homes share this template, and only an operator changes it. You can make one of your own.',
  password_kept_elsewhere: 'Your password is not kept here, but where you sign in.',
  recording_damaged: 'The recording is damaged and cannot be read. Take it anew from where it was made.',
  recording_empty: 'There is no sound in this file.',
  recording_here: 'This recording is here already, in another call of the case.',
  recording_in_deleted_call: 'This recording is here already, in a deleted call that can come back.',
  recording_not_audio: `This is not a recording. ${READ_ELSEWHERE}`,
  recording_other_audio: `This kind of recording is not taken. ${READ_ELSEWHERE}`,
  recording_video: 'There are moving pictures in this file. Send its sound alone.',
  several_organizations: 'These belong to several homes. Ask your administrator for the sign-in link of yours.',
  shown_only_once: 'This was done already. What it gave was shown only that once.',
  sign_in: 'You are signed out. Sign in in another window, then try again.',
  storage_away: 'The recordings cannot be reached at the moment. Nothing was changed. Try again in a little while.',
  storage_full: 'There is no room left for recordings. Nothing was changed. Tell whoever looks after Pharos.',
  time_out_of_range: 'A day or a time is too far away to be kept.',
  token_scope: 'The token that was used may not do that.',
  too_large: ({ limit }) =>
    limit ? `This is too large: at most ${size(Number(limit))} are taken.` : 'This is too large.',
  too_many_tries: ({ seconds }) =>
    `That was tried too often. Please wait ${count(Number(seconds), 'second')}, then try again.`,
  too_much_for_a_token: 'A token cannot make one that may do more, or works longer, than itself.',
  too_slow: 'It took too long to arrive. Nothing was changed. Try again.',
  transcript_damaged: 'This file is cut off or damaged. Fetch it again from where it was made.',
  transcript_document:
    'This is a document or a compressed file, not a transcript. Unpack it, or save it as WebVTT or SRT.',
  transcript_empty: 'There is nothing in this file.',
  transcript_encoding: 'The letters of this file cannot be read. Save it as text in UTF-8.',
  transcript_failed: 'There are no words in this file: the speech service could not put the recording into words.',
  transcript_not_ready: 'The speech service was not done yet. Fetch the file again when it is.',
  transcript_odd: 'Something in this file is not as its service writes it. Add it just as it came from there.',
  transcript_part: 'This is only a part or a message of a speech service. Add its whole final result.',
  transcript_recording: 'This is a recording, not a transcript. Add it as the recording of the call.',
  transcript_unknown:
    'Pharos does not know this kind of file. Add the result of a speech service, or subtitles (WebVTT or SRT).',
  transcript_without_times:
    'The words of this file have no times. Have it transcribed again with the time of every word.',
  transcription_under_way: 'This call is being transcribed already. Wait for it, or cancel it.',
  unknown_organization: 'Your home is not known to this installation.',
  upload_out_of_step: 'The upload came out of step. Choose the file again.',
  user_above_you: settings.above_you,
  user_deactivated: 'This person is deactivated. Let them in again first.',
  version_without_location: 'The location of that version is no longer there. Take the other fields over by hand.',
  wrong_current_password: 'The password until now is not right.',
  wrong_password: 'The email or the password is not right.',
  cursor: 'Load the list again.',
  day: 'This is no day of the calendar.',
  email: 'This is no email address, such as anna@example.org.',
  form: 'This is not written as it has to be.',
  future: 'Choose a time that is still to come.',
  given_twice: 'This was given more than once.',
  invited_email: 'Take the email address that was invited. An administrator can change it later.',
  not_set_up: 'This speech service is not set up here.',
  one_of: 'Choose one of what is offered.',
  own_email: 'Your email address cannot be your password.',
  required: 'This has to be filled in.',
  time: 'This is no time.',
  too_big: 'This is too long to be kept.',
  too_high: ({ limit }) => `At most ${number(Number(limit))}.`,
  too_long: ({ limit }) => `At most ${count(Number(limit), 'character')}.`,
  too_low: ({ limit }) => `At least ${number(Number(limit))}.`,
  too_short: ({ limit }) =>
    Number(limit) === 1 ? 'This has to be filled in.' : `At least ${count(Number(limit), 'character')}.`,
  type: ({ wanted }: Given): string =>
    wanted === 'integer' ? 'Write a whole number here, such as 30.' : 'This is not written as it has to be.',
  unkept: 'There is a character in it that cannot be kept.',
  unknown: ({ thing }) => `There is ${thingOf(thing)} like that any more.`,
  uuid: 'This is not an identifier.',
} satisfies Record<RefusalCode | ProblemCode, Words>;
