import { CALLBACK_HEADER } from '../callbacks.ts';
import manifest from '../package.json' with { type: 'json' };
import { allServedRoutes } from '../table/routes.ts';
import { ERROR_STATUSES, ERRORS, type ErrorStatus } from '../table/statuses.ts';
import { FEATURES } from './features.ts';
import { errorResponseName, operation } from './operation.ts';
import { componentSchemas } from './schemas.ts';

/** The version of the API and of the server. */
export const VERSION = manifest.version;

const DESCRIPTION = `Pharos keeps the phone calls of a funeral home: what was said, who said it, and the case that it is about.

Every route but those of health, of signing in and of invitations wants \`Authorization: Bearer <token>\` or the cookie of a session, and shows only what belongs to the organization of whoever asks.

An answer with a body is an envelope, with the thing itself in \`data\`. An error is an envelope too: \`message\` says what was wrong, and \`errors\` names each wrong place by a JSON pointer. Besides the statuses that are listed with each route, 405 (the method is not allowed here), 431 (the headers are too long) and 500 (a fault of the server) have the same form.

A refused request has changed nothing. What a 200 has accepted is answered later exactly as it was sent.`;

/** The OpenAPI 3.1 document of the whole route table. */
export const openApiDocument = (): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Pharos',
    version: VERSION,
    summary: 'The call records of a funeral home',
    description: DESCRIPTION,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/', description: 'The server that this document comes from' }],
  tags: Object.entries(FEATURES).map(([name, { text }]) => ({ name, description: text })),
  paths: paths(),
  components: {
    securitySchemes: {
      bearerAuth: { type: 'http', scheme: 'bearer', description: 'A JWT of your sign-in, or an API token.' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: '__Host-pharos_session',
        description: 'What signing in sets; `pharos_session` to a page of loopback without TLS.',
      },
      callbackPassword: { type: 'http', scheme: 'basic', description: "A job's secret as the password: Deepgram." },
      callbackHeader: {
        type: 'apiKey',
        in: 'header',
        name: CALLBACK_HEADER,
        description: "A job's secret: AssemblyAI.",
      },
    },
    parameters: {
      IfMatch: header('If-Match', 'An ETag from an earlier answer; 412 if the thing has changed since then.'),
      IdempotencyKey: header(
        'Idempotency-Key',
        'A name of your own for this request, at most 255 characters. Sent again within 24 hours, it gets the same data and does nothing; with another body it is 409.',
      ),
      IfNoneMatch: header('If-None-Match', 'An ETag from an earlier answer; 304 if the thing is still the same.'),
    },
    headers: {
      RequestId: { description: "The request's own id, also in request_id.", schema: { type: 'string' } },
      ETag: { description: 'The version of the thing, in quotes.', schema: { type: 'string' }, example: '"4"' },
      RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 0 } },
      Authenticate: { description: 'How to authenticate.', schema: { type: 'string', const: 'Bearer' } },
    },
    responses: Object.fromEntries(ERROR_STATUSES.map((status) => [errorResponseName(status), errorResponse(status)])),
    schemas: componentSchemas(),
  },
});

const paths = () => {
  const byPath: Record<string, Record<string, unknown>> = {};
  for (const { name, route } of allServedRoutes) {
    byPath[route.path] = { ...byPath[route.path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return byPath;
};

const header = (name: string, description: string) => ({ name, in: 'header', description, schema: { type: 'string' } });

const OWN_HEADERS: Partial<Record<ErrorStatus, object>> = {
  401: { 'WWW-Authenticate': { $ref: '#/components/headers/Authenticate' } },
  412: { ETag: { $ref: '#/components/headers/ETag' } },
  429: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
  503: { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } },
};

const errorResponse = (status: ErrorStatus) => ({
  description: ERRORS[status].meaning,
  headers: { 'X-Request-Id': { $ref: '#/components/headers/RequestId' }, ...OWN_HEADERS[status] },
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
});
