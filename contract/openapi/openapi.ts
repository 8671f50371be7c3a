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

All routes except those for health, signing in and invitations need \`Authorization: Bearer <token>\` or the cookie of a session, and only show records of the caller's organization.

A response with a body is an envelope, with the record in \`data\`. An error is an envelope too: \`message\` says what is wrong, and \`errors\` lists each place by a JSON pointer. Besides the statuses listed with each route, 405 (method not allowed), 431 (headers too long) and 500 (a fault of the server) have the same form.

A refused request changes nothing. Data accepted with a 200 is later returned exactly as it was sent.`;

/** The OpenAPI 3.1 document of the whole route table. */
export const openApiDocument = (): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Pharos',
    version: VERSION,
    summary: 'Call records of a funeral home',
    description: DESCRIPTION,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/', description: 'The server that serves this document' }],
  tags: Object.entries(FEATURES).map(([name, { text }]) => ({ name, description: text })),
  paths: paths(),
  components: {
    securitySchemes: {
      bearerAuth: { type: 'http', scheme: 'bearer', description: 'An API token, or a JWT of your sign-in service.' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: '__Host-pharos_session',
        description: 'Set by signing in; called `pharos_session` on loopback without TLS.',
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
        'A key you choose for this request, at most 255 characters. Sent again within 24 hours, the request does nothing and returns the same data; with a different body it gets 409.',
      ),
      IfNoneMatch: header('If-None-Match', 'An ETag from an earlier answer; 304 if the thing is still the same.'),
    },
    headers: {
      RequestId: { description: 'ID of the request, also in request_id.', schema: { type: 'string' } },
      ETag: { description: 'Version of the record, in quotes.', schema: { type: 'string' }, example: '"4"' },
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
