import Type, { type Static } from 'typebox';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, Uuid } from './table/schema.ts';

/** A recording may be this long, in bytes: 4 GiB. */
export const RECORDING_LIMIT = 4 * 1024 ** 3;

/** Last part of a link's address: 88 bytes in base64url. */
const LINK_PATTERN = '^[A-Za-z0-9_-]{118}$';

/** What the channels of a recording hold, by its sound and not by its header. */
export const CHANNEL_CONTENTS = ['mixed', 'separate', 'same', 'inverted', 'left_only', 'right_only'] as const;
export type ChannelContent = (typeof CHANNEL_CONTENTS)[number];
const ChannelContent = oneOf(CHANNEL_CONTENTS, {
  description:
    'Heard in the sound. separate: each of two channels has a party of its own. One voice for all are mixed (one channel, or more than two), same (two channels with one sound), inverted (the same, one of them upside down), left_only and right_only (the other one of two is silent). Null until the sound has been heard, which takes ffmpeg but for plain WAV.',
});

/** The sound of a call. What it is was read from its bytes, whatever it was called. */
export const Recording = named('Recording', {
  uuid: Uuid,
  call_uuid: Uuid,
  content_type: Type.String({ description: 'Such as audio/mpeg.' }),
  bytes: Type.Integer({ minimum: 1 }),
  sha256: Type.String({ description: 'Of the bytes, in hex.' }),
  duration_ms: nullable(Type.Integer({ minimum: 0, description: 'Null where only decoding it would tell.' })),
  channels: Type.Integer({ minimum: 1 }),
  channel_content: nullable(ChannelContent),
  created_at: DateTime,
  created_by: Uuid,
});
export type Recording = Static<typeof Recording>;

/** Loudness of a recording over time, as a waveform to draw. */
export const Peaks = named('Peaks', {
  duration_ms: Type.Integer({ minimum: 0, description: 'As decoded.' }),
  bucket_ms: Type.Number({ description: 'Milliseconds that one number stands for.' }),
  channels: Type.Array(Type.Array(Type.Number()), {
    description: 'For each channel the loudest sample of each bucket, from 0 to 1.',
  }),
});
export type Peaks = Static<typeof Peaks>;

/** An address that gives the recording's bytes to whoever has it, for a short time. */
export const RecordingLink = named('RecordingLink', { url: Type.String(), expires_at: DateTime });
export type RecordingLink = Static<typeof RecordingLink>;

const params = Type.Object({ call_uuid: Uuid });

export const recordings = {
  upload: route({
    method: 'PUT',
    path: '/v1/calls/{call_uuid}/recording',
    summary:
      'Send the recording of a call, in one body; a large one is better sent to /v1/uploads, which can go on after a break',
    access: 'member',
    params,
    query: Type.Object({
      file_name: Type.Optional(
        Type.String({ maxLength: 1024, description: "The file's name, for file_name of the call if it has none." }),
      ),
    }),
    body: Type.Unsafe<Uint8Array | Blob | ReadableStream>({ type: 'string', format: 'binary' }),
    body_kind: 'stream',
    body_limit: RECORDING_LIMIT,
    status: 200,
    data: Recording,
    message: 'Recording kept',
  }),
  get: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/recording',
    summary: 'Hear a recording: its bytes, whole or a Range of them',
    access: 'viewer',
    params,
    status: 200,
    answer_kind: 'bytes',
  }),
  info: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/recording/info',
    summary: 'Read what is known of a recording',
    access: 'viewer',
    params,
    status: 200,
    data: Recording,
  }),
  peaks: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/recording/peaks',
    summary: 'Read the waveform of a recording; the first time it may take a while to draw',
    access: 'viewer',
    params,
    status: 200,
    data: Peaks,
  }),
  link: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/recording/link',
    summary: 'Make an address for a player, which needs no token and is good for five minutes',
    access: 'viewer',
    params,
    status: 201,
    data: RecordingLink,
    shows_secret: true,
  }),
  open: route({
    method: 'GET',
    path: '/v1/recordings/{link}',
    summary: 'Hear a recording by such an address',
    access: 'public',
    params: Type.Object({ link: Type.String({ pattern: LINK_PATTERN }) }),
    status: 200,
    answer_kind: 'bytes',
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/calls/{call_uuid}/recording',
    summary:
      'Take the recording of a call away; its words stay. What was taken away is destroyed when its time is over',
    access: 'admin',
    params,
    status: 204,
  }),
};
