import { invalid, problem } from '../errors/errors.ts';

/** Where a page ended: lists run from the newest by (created_at, uuid), so new rows never shift a page. */
export type Position = { created_at: string; uuid: string };

const SHAPE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const encodeCursor = ({ created_at, uuid }: Position): string =>
  Buffer.from(`${created_at} ${uuid}`).toString('base64url');

export const decodeCursor = (cursor: string): Position => {
  const [, created_at, uuid] = SHAPE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!created_at || !uuid || Number.isNaN(Date.parse(created_at))) {
    throw wrongCursor();
  }
  return { created_at, uuid };
};

/** Lists of versions run from the newest by their number. */
export const decodeVersionCursor = (cursor: string): number => {
  const [, version] = /^version ([1-9]\d{0,8})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!version) throw wrongCursor();
  return Number(version);
};

const wrongCursor = () => invalid(problem('/cursor', 'invalid_cursor', 'must be the next_cursor of the page before'));

export const DEFAULT_LIMIT = 50;

/** A page from the rows of a query that asked for one more than `limit`; `cursorOf` says where its last row stands. */
export const pageBy = <Row>(rows: Row[], limit: number, cursorOf: (last: Row) => string) => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next_cursor: rows.length > limit && last ? cursorOf(last) : null };
};

/** A page of things, newest first. */
export const pageOf = <Row extends Position>(rows: Row[], limit: number) => pageBy(rows, limit, encodeCursor);

/** A page of versions. */
export const versionPageOf = <Row extends { version: number }>(rows: Row[], limit: number) =>
  pageBy(rows, limit, ({ version }) => Buffer.from(`version ${version}`).toString('base64url'));
