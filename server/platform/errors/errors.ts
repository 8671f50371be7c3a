import { STATUS_CODES } from 'node:http';
import { type ErrorEnvelope, MAX_LISTED_ERRORS, type Problem } from '@pharos/contract/table/envelope.ts';
import type { Given, RefusalCode, Thing } from '@pharos/contract/table/refusals.ts';

/** A refusal that is answered to the caller. Every one of them is made by a function of this file. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  /** Problems found, at least one. */
  readonly problems: Problem[];
  readonly headers: Record<string, string>;

  constructor(status: number, message: string, problems: Problem[], headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.problems = problems;
    this.headers = headers;
  }
}

/**
 * Describes what is wrong at one place, or with the whole. `given` is what a text in another language needs beside the
 * code.
 */
export const problem = (pointer: string, code: Problem['code'], message: string, given?: Given): Problem => ({
  pointer,
  message,
  code,
  ...(given && { given }),
});

/** A refusal of the request as a whole. */
export const refusal = (
  status: number,
  code: RefusalCode,
  message: string,
  { given, headers }: { given?: Given; headers?: Record<string, string> } = {},
) => new Refusal(status, message, [problem('', code, message, given)], headers);

export const badRequest = (code: RefusalCode, message: string) => refusal(400, code, message);

/** Refuses a body whose fields are wrong: the message states the first problem, and all are listed. */
export const invalid = (...problems: Problem[]) => {
  const [first] = problems;
  const where = first?.pointer ? `${first.pointer} ` : '';
  const rest = problems.length > 1 ? ' (and more: see errors)' : '';
  return new Refusal(400, `${where}${first?.message}${rest}`, problems);
};

const BEARER = { 'www-authenticate': 'Bearer' };

// One wording for every reason, so that a refusal tells nothing about which check failed.
export const unauthorized = (message = 'A valid bearer token is required: send "Authorization: Bearer <token>"') =>
  refusal(401, 'unauthenticated', message, { headers: BEARER });

/** Refuses a sign-in with one wording, whether the address is unknown, the password wrong or the user deactivated. */
export const wrongPassword = () =>
  refusal(401, 'invalid_credentials', 'The e-mail address or the password is wrong', { headers: BEARER });

export const forbidden = (code: RefusalCode, message: string, given?: Given) => refusal(403, code, message, { given });

/** Refuses a caller whose access level is lower than the route needs. */
export const needsLevel = (level: string, yours: string) =>
  forbidden('insufficient_access_level', `This needs the access level ${level}; yours is ${yours}`, { level, yours });

export const notFound = (thing: Thing) => refusal(404, 'not_found', `${named(thing)} not found`, { given: { thing } });

const named = (thing: Thing) => `${thing[0]?.toUpperCase()}${thing.slice(1).replaceAll('_', ' ')}`;

/** Refuses an invitation with one wording, whether it never existed, was used or has expired. */
export const invitationNotFound = () =>
  refusal(
    404,
    'invitation_invalid',
    'This invitation was already used, has expired or does not exist; ask for a new one',
  );

/** A thing that a body names is not there, or is another organization's: the same answer. */
export const noSuch = (thing: Thing, pointer: string) =>
  new Refusal(404, `${named(thing)} not found`, [
    problem(pointer, 'unknown_reference', `names no ${thing.replaceAll('_', ' ')}`, { thing }),
  ]);

export const conflict = (code: RefusalCode, message: string, given?: Given) => refusal(409, code, message, { given });

export const deletedTooLongAgo = (thing: Thing, days: number) =>
  conflict(
    'restore_period_ended',
    `This ${thing} was deleted more than ${days === 1 ? 'a day' : `${days} days`} ago, too long to be restored`,
    { thing, days },
  );

export const methodNotAllowed = (method: string, allowed: string[]) =>
  refusal(405, 'method_not_allowed', `${method} is not allowed here; use ${allowed.join(', ')}`, {
    headers: { allow: allowed.join(', ') },
  });

// The connection is closed: what is left of the body may still be on its way.
export const requestTimeout = () =>
  refusal(408, 'body_timeout', 'The body did not arrive in time; nothing was changed', {
    headers: { connection: 'close' },
  });

export const preconditionFailed = (etag: string) =>
  refusal(
    412,
    'version_conflict',
    `If-Match does not name the current version, which is ${etag}; read it and try again`,
    { headers: { etag } },
  );

export const tooLarge = (limit: number, size?: number) =>
  refusal(
    413,
    'body_too_large',
    `The body may have at most ${limit} bytes${size === undefined ? '' : `; it has ${size}`}`,
    {
      given: { limit },
    },
  );

export const unsupportedMediaType = (message: string) => refusal(415, 'unsupported_media_type', message);

export const tooManyRequests = (seconds: number) =>
  refusal(429, 'rate_limited', `Too many attempts; try again in ${seconds} seconds`, {
    given: { seconds },
    headers: { 'retry-after': String(seconds) },
  });

export const unavailable = (code: RefusalCode, message: string) =>
  refusal(503, code, message, { headers: { 'retry-after': '1' } });

/** Refuses what would be added while the disk is nearly full, before PostgreSQL runs out of it. */
export const spaceLow = () =>
  refusal(507, 'space_low', "The server's disk is nearly full: nothing was changed, and reading goes on", {
    headers: { 'retry-after': '60' },
  });

type Told = Pick<Refusal, 'status' | 'message' | 'problems'>;

/** The body of every answer that is not a success. */
export const errorEnvelope = ({ status, message, problems }: Told, request_id: string) =>
  ({
    status: 'error',
    error: STATUS_CODES[status] ?? 'Error',
    message,
    status_code: status,
    timestamp: new Date().toISOString(),
    request_id,
    errors: problems.slice(0, MAX_LISTED_ERRORS),
  }) satisfies ErrorEnvelope;
