import Type, { type Static } from 'typebox';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, Uuid } from './table/schema.ts';

/** Maximum size of a recording, in bytes: 4 GiB. */
export const RECORDING_LIMIT = 4 * 1024 ** 3;

/** Last part of a link's address: 88 bytes in base64url. */
const LINK_PATTERN = '^[A-Za-z0-9_-]{118}$';

/** Content of a recording's channels, judged by its sound and not by its header. */
export const CHANNEL_CONTENTS = ['mixed', 'separate', 'same', 'inverted', 'left_only', 'right_only'] as const;
export type ChannelContent = (typeof CHANNEL_CONTENTS)[number];
const ChannelContent = oneOf(CHANNEL_CONTENTS, {
  description:
    'Heard in the sound. separate: each of two channels has a party of its own. One voice for all are mixed (one channel, or more than two), same (two channels with one sound), inverted (the same, one of them upside down), left_only and right_only (the other one of two is silent). Null until the sound has been heard, which takes ffmpeg but for plain WAV.',
});

/** Recording of a call. Its format was detected from its bytes, not from its name. */
export const Recording = named('Recording', {
  uuid: Uuid,
  call_uuid: Uuid,
  content_type: Type.String({ description: 'For example, audio/mpeg.' }),
  bytes: Type.Integer({ minimum: 1 }),
  sha256: Type.String({ description: 'SHA-256 of the bytes, in hex.' }),
  duration_ms: nullable(Type.Integer({ minimum: 0, description: 'Null if it can only be known by decoding.' })),
  channels: Type.Integer({ minimum: 1 }),
  channel_content: nullable(ChannelContent),
  created_at: DateTime,
  created_by: Uuid,
});
export type Recording = Static<typeof Recording>;

/** Loudness of a recording over time, as a waveform to draw. */
export const Peaks = named('Peaks', {
  duration_ms: Type.Integer({ minimum: 0, description: 'Length as decoded.' }),
  bucket_ms: Type.Number({ description: 'Milliseconds per bucket.' }),
  channels: Type.Array(Type.Array(Type.Number()), {
    description: 'Loudest sample of each bucket, per channel, from 0 to 1.',
  }),
});
export type Peaks = Static<typeof Peaks>;

/** Short-lived address of a recording, which needs no token. */
export const RecordingLink = named('RecordingLink', { url: Type.String(), expires_at: DateTime });
export type RecordingLink = Static<typeof RecordingLink>;

const params = Type.Object({ call_uuid: Uuid });

const Redact = Type.Optional(
  Type.String({
    maxLength: 255,
    description:
      'Kinds of numbers to mute, separated by commas, as in an export of the transcript: the sound is silent where its words ' +
      'say them, and `X-Redacted` counts the places. Plain WAV (PCM, A-law, mu-law) only; the recording itself stays as it is.',
  }),
);

const player = Type.Object({
  playable: Type.Optional(
    Type.Boolean({
      description:
        'For a player: where browsers do not play the recording as it is (GSM, ADPCM, G.7xx, Apple Lossless …), a copy in M4A that is made once, if the server has ffmpeg.',
    }),
  ),
});

export const recordings = {
  upload: route({
    method: 'PUT',
    path: '/v1/calls/{call_uuid}/recording',
    summary: 'Upload the recording of a call in one body; for a large one, use /v1/uploads, which can resume',
    access: 'member',
    conflicts: true,
    params,
    query: Type.Object({
      file_name: Type.Optional(
        Type.String({ maxLength: 1024, description: 'Name of the file; becomes file_name of a call that has none.' }),
      ),
    }),
    body: Type.Unsafe<Uint8Array | Blob | ReadableStream>({ type: 'string', format: 'binary' }),
    body_kind: 'stream',
    body_limit: RECORDING_LIMIT,
    status: 200,
    data: Recording,
    message: 'Recording saved',
  }),
  get: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/recording',
    summary: 'Get the bytes of a recording, whole or a range',
    access: 'viewer',
    conflicts: true,
    params,
    query: Type.Object({ ...player.properties, redact: Redact }),
    status: 200,
    answer_kind: 'bytes',
  }),
  info: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/recording/info',
    summary: 'Get the details of a recording',
    access: 'viewer',
    params,
    status: 200,
    data: Recording,
  }),
  peaks: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/recording/peaks',
    summary: 'Get the waveform of a recording; the first request may take a while',
    access: 'viewer',
    params,
    status: 200,
    data: Peaks,
  }),
  link: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/recording/link',
    summary: 'Create a link for a player, which needs no token and works for five minutes',
    access: 'viewer',
    only_reads: true,
    params,
    status: 201,
    data: RecordingLink,
    shows_secret: true,
  }),
  open: route({
    method: 'GET',
    path: '/v1/recordings/{link}',
    summary: 'Get a recording by such a link',
    access: 'public',
    params: Type.Object({ link: Type.String({ pattern: LINK_PATTERN }) }),
    query: player,
    status: 200,
    answer_kind: 'bytes',
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/calls/{call_uuid}/recording',
    summary: 'Delete the recording of a call; the transcript stays. The file is destroyed after the restore period',
    access: 'admin',
    params,
    status: 204,
  }),
};
