import { invalid, problem } from '../platform/errors/errors.ts';
import type { Place } from './find.ts';

/** Encodes the place where a page of a search ended, tied to that search by its digest. */
export const encodePlace = ({ score, created_at, call_uuid }: Place, digest: string): string =>
  Buffer.from(JSON.stringify([digest, score, created_at, call_uuid])).toString('base64url');

export const decodePlace = (cursor: string, digest: string): Place => {
  try {
    const [of, score, created_at, call_uuid] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (of === digest && typeof score === 'number' && typeof created_at === 'string' && typeof call_uuid === 'string')
      return { score, created_at, call_uuid };
  } catch {
    // Refused below, as any other cursor that is not ours.
  }
  throw invalid(problem('/cursor', 'invalid_cursor', 'must be the next_cursor of the page before, of the same search'));
};
