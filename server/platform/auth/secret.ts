import { createHash, randomBytes } from 'node:crypto';
import { bytesOfUuid, uuidOfBytes } from './uuid-bytes.ts';

const KINDS = {
  token: 'pharos_',
  session: 'pharos_session_',
  browser: 'pharos_browser_',
  invitation: 'pharos_invitation_',
  callback: 'pharos_callback_',
};
type Kind = keyof typeof KINDS;

/**
 * A new secret: 16 bytes that name the organization, so that the look-up is bound to it like every other statement,
 * and 32 random ones. Shown once; only its digest is kept.
 */
export const mintSecret = (kind: Kind, organization_uuid: string): string => {
  return KINDS[kind] + Buffer.concat([bytesOfUuid(organization_uuid), randomBytes(32)]).toString('base64url');
};

/** The organization that a secret names; null for what is no secret of this kind. */
export const organizationOf = (kind: Kind, secret: string): string | null => {
  const coded = secret.startsWith(KINDS[kind]) ? secret.slice(KINDS[kind].length) : '';
  if (!/^[\w-]{64}$/.test(coded)) return null;
  return uuidOfBytes(Buffer.from(coded, 'base64url').subarray(0, 16));
};

/** SHA-256 in hex, as secrets are stored: they have 256 random bits, so a slow hash would add nothing. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The characters by which people tell a token from their others: of the random part, and too few to guess by. */
export const prefixOf = (token: string): string => `${KINDS.token}…${token.slice(-6)}`;
