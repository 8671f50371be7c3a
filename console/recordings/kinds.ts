import { PharosError } from '@pharos/client/error.ts';
import type { ErrorEnvelope } from '@pharos/contract/table/envelope.ts';

/** How files of sound are called; what they are, the server sees in their bytes. */
const ENDING =
  /\.(wav|mp3|m4a|m4b|mp4|aac|ogg|oga|opus|flac|webm|weba|3gp|3gpp|3ga|mov|qta|amr|awb|wma|aif|aiff|caf|au)$/i;

/** Whether a file is to be heard rather than read. */
export const isSound = ({ name, type }: { name: string; type: string }): boolean =>
  /^(audio|video)\//.test(type) || ENDING.test(name);

/** Anything that tells one chosen file from another, and is the same when it is chosen again. */
export type Chosen = { name: string; size: number; lastModified: number };

/** Under what a file's upload into a case, or into one call of it, is found again after a break. */
export const fingerprintOf = ({ name, size, lastModified }: Chosen, into: string): string =>
  `${fingerprintStart(into)}${[name, size, lastModified].join('-')}`;
export const fingerprintStart = (into: string): string => `pharos-${into}-`;

/** The same from the key under which the protocol's client keeps an upload: `tus::<fingerprint>::<number>`. */
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
