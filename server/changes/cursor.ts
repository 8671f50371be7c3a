import { BEGINNING } from '../platform/audit/chain.ts';
import { invalid, problem } from '../platform/errors/errors.ts';

/** Place in an organization's history: a position, and the hash that its link has there. */
export type Place = { position: number; hash: string };

/** The place before the first event. */
export const START: Place = { position: 0, hash: BEGINNING };

// As much of a hash as no other history has at this position by chance.
const HASH_LENGTH = 32;

export const encodePlace = ({ position, hash }: Place): string =>
  Buffer.from(`changes ${position} ${hash.slice(0, HASH_LENGTH)}`).toString('base64url');

export const decodePlace = (cursor: string): Place => {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, position, hash] = /^changes (\d{1,15}) ([0-9a-f]{32})$/.exec(text) ?? [];
  if (position === undefined || hash === undefined)
    throw invalid(problem('/since', 'invalid_cursor', 'must be the next_cursor of an answer before, or now'));
  return { position: Number(position), hash };
};

/** Tells whether a link's hash is the one of a place. */
export const isAt = ({ hash }: Place, link: string): boolean =>
  link.slice(0, HASH_LENGTH) === hash.slice(0, HASH_LENGTH);
