import type { Route } from './route.ts';

/** The error statuses that routes document, and what each says. 405, 431 and 500 can happen anywhere. */
export const ERRORS = {
  400: {
    title: 'Bad Request',
    meaning: 'Something that was sent is not as documented; `errors` says where. Nothing was changed.',
  },
  401: { title: 'Unauthorized', meaning: 'There is no valid token or session, or what you signed in with is wrong.' },
  403: {
    title: 'Forbidden',
    meaning: 'Your access level is too low, or the token names no organization of this installation.',
  },
  404: {
    title: 'Not Found',
    meaning: 'There is no such thing, or it belongs to another organization: the two cannot be told apart.',
  },
  408: { title: 'Request Timeout', meaning: 'The body did not arrive in time. Nothing was changed.' },
  409: { title: 'Conflict', meaning: 'Something else has to happen first; the message says what.' },
  412: {
    title: 'Precondition Failed',
    meaning: '`If-Match` does not name the current version, which the header `ETag` of this answer does.',
  },
  413: { title: 'Payload Too Large', meaning: 'The body has more bytes than the route takes.' },
  415: {
    title: 'Unsupported Media Type',
    meaning: 'The `Content-Type` is not one that the route takes, or the body is compressed.',
  },
  429: {
    title: 'Too Many Requests',
    meaning: 'This was tried too often. Try again after as many seconds as `Retry-After` says.',
  },
  503: {
    title: 'Service Unavailable',
    meaning:
      'What the server needs, such as its database, is busy or out of reach. Try again after as many seconds as `Retry-After` says.',
  },
} as const;
export type ErrorStatus = keyof typeof ERRORS;
export const ERROR_STATUSES = Object.keys(ERRORS).map(Number) as ErrorStatus[];

const CONFLICTS = new Set([
  'calls.restore',
  'calls.restoreTranscript',
  'cases.restore',
  'cases.restoreVersion',
  'demo.add',
  'invitations.accept',
  'locations.remove',
  'organizations.create',
  'retention.release',
  'jobs.cancel',
  'jobs.retry',
  'jobs.transcribe',
  'sessions.create',
  'users.create',
  'users.invite',
  'users.patch',
  'users.remove',
  'users.setAccessLevel',
]);
/** Routes whose secrets could be guessed, so that attempts are counted. */
const SECRETS = new Set(['invitations.accept', 'invitations.read', 'me.changePassword', 'sessions.create']);
const WITHOUT_DATABASE = new Set(['about.live']);

/** True for a route that changes or deletes one record, and honors If-Match. */
export const takesIfMatch = ({ method, params, takes_if_match, unversioned }: Route): boolean =>
  takes_if_match === true || (params !== undefined && !unversioned && ['PUT', 'PATCH', 'DELETE'].includes(method));

/** True for a POST that takes an Idempotency-Key: sent again, it does nothing and gets the first answer. */
export const takesIdempotencyKey = ({ method, access, in_many_steps, answer_kind }: Route): boolean =>
  method === 'POST' && access !== 'public' && access !== 'callback' && !in_many_steps && answer_kind !== 'protocol';

/** True for a route that answers with one record and its version as ETag. */
export const hasEtag = ({ data, params, unversioned }: Route): boolean =>
  data !== undefined && !unversioned && !isPage(data) && (params !== undefined || '$id' in data);

const isPage = (data: object) => 'next_cursor' in ((data as { properties?: object }).properties ?? {});

/** The error statuses that a route, named as in the table, can answer with. */
export const errorsOf = (name: string, route: Route): ErrorStatus[] => {
  const { access, params, query, body } = route;
  const possible: Record<ErrorStatus, boolean> = {
    400: Boolean(params ?? query ?? body),
    401: access !== 'public' || name === 'sessions.create',
    403: access !== 'public' && access !== 'callback',
    404: params !== undefined || name.startsWith('invitations.') || (access !== 'public' && namesThings(body)),
    408: body !== undefined,
    409: CONFLICTS.has(name),
    412: takesIfMatch(route),
    413: body !== undefined,
    415: body !== undefined,
    429: SECRETS.has(name),
    503: !WITHOUT_DATABASE.has(name),
  };
  return ERROR_STATUSES.filter((status) => possible[status]);
};

const namesThings = (body: Route['body']): boolean => {
  const { properties = {} } = (body ?? {}) as { properties?: object };
  return Object.keys(properties).some((name) => /_uuids?$/.test(name));
};
