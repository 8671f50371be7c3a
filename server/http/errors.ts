import { STATUS_CODES } from 'node:http';
import { type ErrorEnvelope, MAX_LISTED_ERRORS, type Problem } from '@pharos/contract/envelope.ts';

/** A refusal that the caller is told of. Every one of them is made by a function of this file. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly problems: Problem[];
  readonly headers: Record<string, string>;

  constructor(status: number, message: string, more: { problems?: Problem[]; headers?: Record<string, string> } = {}) {
    super(message);
    this.status = status;
    this.problems = more.problems ?? [];
    this.headers = more.headers ?? {};
  }
}

export const badRequest = (message: string, problems?: Problem[]) => new Refusal(400, message, { problems });

/** A body whose fields are wrong: the first problem is told in the message, the others are listed. */
export const invalid = (problems: Problem[]) => {
  const [first] = problems;
  const where = first?.pointer ? `${first.pointer} ` : '';
  const rest = problems.length > 1 ? ' (and more: see errors)' : '';
  return badRequest(`${where}${first?.message}${rest}`, problems);
};

// One wording for every reason, so that a refusal tells nothing about which check failed.
export const unauthorized = () =>
  new Refusal(401, 'A valid bearer token is required: send "Authorization: Bearer <token>"', {
    headers: { 'www-authenticate': 'Bearer' },
  });

/** Whether the address is unknown, the password wrong or the user deactivated: one wording. */
export const wrongPassword = () =>
  new Refusal(401, 'The e-mail address or the password is wrong', { headers: { 'www-authenticate': 'Bearer' } });

export const forbidden = (message: string) => new Refusal(403, message);

export const notFound = (thing: string) => new Refusal(404, `${thing} not found`);

/** Whether it never was, was used or has expired: one wording. */
export const invitationNotFound = () =>
  new Refusal(404, 'This invitation cannot be used: it was used, has expired or never was. Ask for a new one');

/** A thing that a body names is not there, or is another organization's: the same answer. */
export const noSuch = (thing: string, pointer: string) =>
  new Refusal(404, `${thing} not found`, { problems: [{ pointer, message: `names no ${thing.toLowerCase()}` }] });

export const conflict = (message: string) => new Refusal(409, message);

export const deletedTooLongAgo = (thing: string, days: number) =>
  conflict(`This ${thing} was deleted more than ${days === 1 ? 'a day' : `${days} days`} ago, too long to be restored`);

export const methodNotAllowed = (method: string, allowed: string[]) =>
  new Refusal(405, `${method} is not allowed here; use ${allowed.join(', ')}`, {
    headers: { allow: allowed.join(', ') },
  });

// The connection is closed: what is left of the body may still be on its way.
export const requestTimeout = () =>
  new Refusal(408, 'The body did not arrive in time; nothing was changed', { headers: { connection: 'close' } });

export const preconditionFailed = (etag: string) =>
  new Refusal(412, `If-Match does not name the current version, which is ${etag}; read it and try again`, {
    headers: { etag },
  });

export const tooLarge = (limit: number, size?: number) =>
  new Refusal(413, `The body may have at most ${limit} bytes${size === undefined ? '' : `; it has ${size}`}`);

export const unsupportedMediaType = (message: string) => new Refusal(415, message);

export const tooManyRequests = (seconds: number) =>
  new Refusal(429, `This was tried too often; try again in ${seconds} seconds`, {
    headers: { 'retry-after': String(seconds) },
  });

export const unavailable = (message: string) => new Refusal(503, message, { headers: { 'retry-after': '1' } });

/** The body of every answer that is not a success. */
export const errorEnvelope = (status: number, message: string, request_id: string, problems: Problem[] = []) =>
  ({
    status: 'error',
    error: STATUS_CODES[status] ?? 'Error',
    message,
    status_code: status,
    timestamp: new Date().toISOString(),
    request_id,
    ...(problems.length > 0 && { errors: problems.slice(0, MAX_LISTED_ERRORS) }),
  }) satisfies ErrorEnvelope;
