import { preconditionFailed } from '../errors/errors.ts';

/** The ETag of a thing's version. */
export const etagOf = (version: number): string => `"${version}"`;

/** A thing as it is answered: its version becomes the ETag. */
export const versioned = <Row extends { version: number }>({ version, ...data }: Row) => ({
  data,
  etag: etagOf(version),
});

/** The ending that a proxy puts to the tag of what it compresses: `"4-gzip"` (Apache), `"4;gzip"` (Jetty), `"4-br"`. */
const CODING = /(?:-{1,2}|[;:])(?:gzip|gz|deflate|br|zstd|compress|df)"$/;

/**
 * Tells whether a list of ETags names one. Proxies that compress make a tag weak (nginx, CDNs) or give it an ending,
 * and send back what they made; our answers have one representation, so all of these mean the same version.
 */
const names = (header: string, etag: string): boolean =>
  header.trim() === '*' ||
  header.split(',').some((one) => one.trim().replace(/^W\//, '').replace(CODING, '"') === etag);

/** True if If-None-Match names an ETag (RFC 9110, section 13.1.2). */
export const isKnown = (if_none_match: string | undefined, etag: string): boolean =>
  if_none_match !== undefined && names(if_none_match, etag);

/** 412 if If-Match is there and does not name the current version. Weak tags count, against RFC 9110, 13.1.1. */
export const requireMatch = (if_match: string | undefined, version: number): void => {
  if (if_match !== undefined && !names(if_match, etagOf(version))) throw preconditionFailed(etagOf(version));
};
