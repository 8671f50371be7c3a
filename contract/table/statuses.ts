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
  507: {
    title: 'Insufficient Storage',
    meaning:
      "The server's disk is nearly full, so nothing more is taken until its operator makes room. Nothing was changed; reading goes on.",
  },
} as const;
export type ErrorStatus = keyof typeof ERRORS;
export const ERROR_STATUSES = Object.keys(ERRORS).map(Number) as ErrorStatus[];
