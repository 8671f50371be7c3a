import { createHash, randomBytes } from 'node:crypto';

const PREFIX = 'pharos_';
const SHAPE = /^pharos_[\w-]{64}$/;

/**
 * A new API token: 16 bytes that name the organization, so that the look-up is bound to it like every other statement,
 * and 32 random ones. Shown once; only its digest is kept.
 */
export const mintApiToken = (organization_uuid: string): string => {
  const organization = Buffer.from(organization_uuid.replaceAll('-', ''), 'hex');
  return PREFIX + Buffer.concat([organization, randomBytes(32)]).toString('base64url');
};

/** Whether a bearer token claims to be one of ours rather than a JWT. */
export const isApiToken = (token: string): boolean => SHAPE.test(token);

/** The organization that an API token names. */
export const organizationOf = (token: string): string => {
  const hex = Buffer.from(token.slice(PREFIX.length), 'base64url').subarray(0, 16).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

/** SHA-256 in hex, as tokens are stored. */
export const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');
