import { invalid, problem } from '../errors/errors.ts';

/** Position at which a page ended: lists run from the newest by (created_at, uuid), so new rows never shift a page. */
export type Position = { created_at: string; uuid: string };

const SHAPE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const encodeCursor = ({ created_at, uuid }: Position): string =>
  Buffer.from(`${created_at} ${uuid}`).toString('base64url');

const decodeCursor = (cursor: string): Position => {
  const [, created_at, uuid] = SHAPE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!created_at || !uuid || Number.isNaN(Date.parse(created_at))) {
    throw wrongCursor();
  }
  return { created_at, uuid };
};

/** Lists of versions run from the newest by their number. */
const decodeVersionCursor = (cursor: string): number => {
  const [, version] = /^version ([1-9]\d{0,8})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!version) throw wrongCursor();
  return Number(version);
};

const wrongCursor = () => invalid(problem('/cursor', 'invalid_cursor', 'must be the next_cursor of the page before'));

const DEFAULT_LIMIT = 50;

/** A part of a list as a query is asked for it: where the page before ended, and how many rows at most. */
export type Slice = { after: Position | null; limit: number };

/** Rows that a query has found; fewer than it `found` where all of them would be too many bytes for one page. */
export type Found<Row> = { rows: Row[]; found: number };

type Paging = { limit?: number; cursor?: string };

/** A page of things, newest first. */
export const pageOf = <Row extends Position>(query: Paging, select: (slice: Slice) => Promise<Row[] | Found<Row>>) =>
  pageBy(query, select, encodeCursor);

/** A page of a list; `cursorOf` tells where a row of it stands. */
export const pageBy = async <Row>(
  { limit = DEFAULT_LIMIT, cursor }: Paging,
  select: (slice: Slice) => Promise<Row[] | Found<Row>>,
  cursorOf: (last: Row) => string,
) => {
  const after = cursor === undefined ? null : decodeCursor(cursor);
  // One row more than is shown tells whether another page follows.
  return cut(await select({ after, limit: limit + 1 }), limit, cursorOf);
};

/** A page of versions, newest first; `select` is given the version that the page before ended with. */
export const versionPageOf = async <Row extends { version: number }>(
  { limit = DEFAULT_LIMIT, cursor }: Paging,
  select: (slice: { before: number | null; limit: number }) => Promise<Row[]>,
) => {
  const before = cursor === undefined ? null : decodeVersionCursor(cursor);
  const rows = await select({ before, limit: limit + 1 });
  return cut(rows, limit, ({ version }) => Buffer.from(`version ${version}`).toString('base64url'));
};

const cut = <Row>(selected: Row[] | Found<Row>, limit: number, cursorOf: (last: Row) => string) => {
  const { rows, found } = Array.isArray(selected) ? { rows: selected, found: selected.length } : selected;
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next_cursor: found > items.length && last ? cursorOf(last) : null };
};
