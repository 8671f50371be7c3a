import { preconditionFailed } from './errors.ts';

/** The ETag of a thing's version. */
export const etagOf = (version: number): string => `"${version}"`;

/** Whether an If-Match or If-None-Match header names an ETag (RFC 9110, strong comparison; `*` names all). */
export const names = (header: string, etag: string): boolean =>
  header.trim() === '*' || header.split(',').some((one) => one.trim() === etag);

/** 412 where If-Match is there and does not name the current version. */
export const requireMatch = (if_match: string | undefined, version: number): void => {
  if (if_match !== undefined && !names(if_match, etagOf(version))) throw preconditionFailed(etagOf(version));
};
