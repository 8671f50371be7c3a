import { createHmac, type KeyObject, sign } from 'node:crypto';

type Json = Record<string, unknown>;
export type Signer = (input: string, header: Json) => string | Uint8Array;

const base64url = (value: Json | string | Uint8Array) =>
  Buffer.from(typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value)).toString(
    'base64url',
  );

/** A JWT made by hand, so that every part of it can be wrong. */
export const forge = (header: Json | string, payload: Json | string, signer: Signer): string => {
  const input = `${base64url(header)}.${base64url(payload)}`;
  return `${input}.${base64url(signer(input, typeof header === 'string' ? {} : header))}`;
};

export const hmac =
  (secret: string | Uint8Array, hash = 'sha256'): Signer =>
  (input) =>
    createHmac(hash, secret).update(input).digest();

/** ES256 and RS256: the key's own algorithm, its signature in the form that JWTs have. */
export const signed =
  (key: KeyObject): Signer =>
  (input) =>
    sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });

export const nothing: Signer = () => '';
