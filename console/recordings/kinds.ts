import { PharosError } from '@pharos/client/error.ts';
import type { ErrorEnvelope } from '@pharos/contract/table/envelope.ts';

/** Bytes of a piece of an upload: below 1 MiB, nginx's default limit. */
export const PIECE = 1_000_000;

/** Extensions of audio files; the server detects the format from the bytes. */
const ENDING =
  /\.(wav|mp3|m4a|m4b|mp4|aac|ogg|oga|opus|flac|webm|weba|3gp|3gpp|3ga|mov|qta|amr|awb|wma|aif|aiff|caf|au)$/i;

/** True for an audio file, false for a transcript. */
export const isSound = ({ name, type }: { name: string; type: string }): boolean =>
  /^(audio|video)\//.test(type) || ENDING.test(name);

/** Anything that tells one chosen file from another, and is the same when it is chosen again. */
export type Chosen = { name: string; size: number; lastModified: number };

/** Fingerprint of a file's upload into a case or a call, by which it is resumed after a break. */
export const fingerprintOf = ({ name, size, lastModified }: Chosen, into: string): string =>
  `${fingerprintStart(into)}${[name, size, lastModified].join('-')}`;
export const fingerprintStart = (into: string): string => `pharos-${into}-`;

/** Fingerprint in a key of the tus client, which is `tus::<fingerprint>::<number>`. */
export const fingerprintIn = (key: string): string => key.replace(/^tus::/, '').replace(/::\d+$/, '');

/** The server's refusal, from the status and the body of its answer; null where it gave no reason. */
export const refusalOf = (status: number, body: string | undefined): PharosError | null => {
  try {
    const envelope = JSON.parse(body ?? '') as Partial<ErrorEnvelope> | null;
    return typeof envelope?.message === 'string' ? new PharosError(new Response(null, { status }), envelope) : null;
  } catch {
    return null;
  }
};
