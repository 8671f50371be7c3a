import { preconditionFailed } from '../errors/errors.ts';

/** The ETag of a thing's version. */
export const etagOf = (version: number): string => `"${version}"`;

/** A thing as it is answered: its version becomes the ETag. */
export const versioned = <Row extends { version: number }>({ version, ...data }: Row) => ({
  data,
  etag: etagOf(version),
});

const names = (header: string, etag: string): boolean =>
  header.trim() === '*' || header.split(',').some((one) => one.trim() === etag);

/** Whether If-None-Match names an ETag, also weakly, as proxies that compress make it (RFC 9110, section 13.1.2). */
export const isKnown = (if_none_match: string | undefined, etag: string): boolean =>
  if_none_match !== undefined && names(if_none_match.replaceAll('W/', ''), etag);

/** 412 where If-Match is there and does not name the current version strongly (RFC 9110, section 13.1.1). */
export const requireMatch = (if_match: string | undefined, version: number): void => {
  if (if_match !== undefined && !names(if_match, etagOf(version))) throw preconditionFailed(etagOf(version));
};
