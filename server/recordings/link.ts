import { createHmac, timingSafeEqual } from 'node:crypto';
import { bytesOfUuid, uuidOfBytes } from '../platform/auth/uuid-bytes.ts';

/** Milliseconds that a link is good for. */
export const LINK_MS = 5 * 60_000;

export type Link = { organization_uuid: string; call_uuid: string; user_uuid: string; expires_ms: number };

const TERMS = 16 * 3 + 8;
const sign = (terms: Buffer, key: string) => createHmac('sha256', key).update('recording link').update(terms).digest();

/** A link's last part: whose it is, for how long, and a signature by the organization's own key. */
export const mintLink = ({ organization_uuid, call_uuid, user_uuid, expires_ms }: Link, key: string): string => {
  const expires = Buffer.alloc(8);
  expires.writeBigUInt64BE(BigInt(expires_ms));
  const terms = Buffer.concat([...[organization_uuid, call_uuid, user_uuid].map(bytesOfUuid), expires]);
  return Buffer.concat([terms, sign(terms, key)]).toString('base64url');
};

/** Claims of a link, still to be proved by `isSigned`; null if it is not a link. */
export const readLink = (link: string): Link | null => {
  const bytes = Buffer.from(link, 'base64url');
  if (bytes.length !== TERMS + 32 || bytes.toString('base64url') !== link) return null;
  const [organization_uuid, call_uuid, user_uuid] = [0, 16, 32].map((at) =>
    uuidOfBytes(bytes.subarray(at, at + 16)),
  ) as [string, string, string];
  return { organization_uuid, call_uuid, user_uuid, expires_ms: Number(bytes.readBigUInt64BE(48)) };
};

export const isSigned = (link: string, key: string): boolean => {
  const bytes = Buffer.from(link, 'base64url');
  return timingSafeEqual(bytes.subarray(TERMS), sign(bytes.subarray(0, TERMS), key));
};
