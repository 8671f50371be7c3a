import type { RefusalCode } from '@pharos/contract/table/refusals.ts';
import pg from 'pg';
import { badRequest, Refusal, unavailable } from '../errors/errors.ts';

// Classes of SQLSTATE in which the database, not the request, is the trouble; the same request may succeed later.
const PASSING = /^(08|53|55P03|57|58|25006|40)/;
// A time whose form is right but which PostgreSQL cannot hold, such as an offset of 20 hours.
const IMPOSSIBLE_TIME = /^2200[789]/;
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);

/** Translates a database error for the caller: 503 for trouble that passes, else the error itself (a 500). */
export const failure = (error: unknown): unknown => {
  if (error instanceof Refusal) return error;
  if (error instanceof pg.DatabaseError) {
    if (IMPOSSIBLE_TIME.test(error.code ?? ''))
      return badRequest('timestamp_out_of_range', 'A time or a day is out of range');
    if (!PASSING.test(error.code ?? '')) return error;
    const full = error.code === '53100';
    return full
      ? causedBy(error, 'disk_full', 'The disk is full; nothing was changed')
      : causedBy(error, 'database_unavailable', 'The database is busy or restarting');
  }
  if (error instanceof Error && isConnectionTrouble(error))
    return causedBy(error, 'database_unavailable', 'The database cannot be reached');
  return error;
};

const isConnectionTrouble = (error: Error & { code?: string }) =>
  UNREACHABLE.has(error.code ?? '') ||
  /connection terminated|connection ended|timeout (exceeded|expired)|read timeout|not queryable|closed/i.test(
    error.message,
  );

const causedBy = (cause: Error, code: RefusalCode, message: string) =>
  Object.assign(unavailable(code, `${message}; try again`), { cause });

/** Tells whether a statement failed because of a named constraint or unique index. */
export const violates = (error: unknown, constraint: string): boolean =>
  error instanceof pg.DatabaseError && error.constraint === constraint;

/** Tells whether an error comes from PostgreSQL, whose messages quote the values of a statement. */
export const quotesValues = (error: unknown): boolean => error instanceof pg.DatabaseError;
