import type { TObject } from 'typebox';
import { success } from '../table/envelope.ts';
import { errorsOf, hasEtag, takesIdempotencyKey, takesIfMatch } from '../table/errors.ts';
import { BODY_LIMIT, type BodyKind, type Route } from '../table/route.ts';
import { ERRORS, type ErrorStatus } from '../table/statuses.ts';
import { refer } from './schemas.ts';

/** OpenAPI operation of a route, which is named as in `calls.update`. */
export const operation = (name: string, route: Route) => ({
  operationId: name,
  tags: [name.split('.')[0]],
  summary: route.summary,
  description: whoMay(route),
  security: security(route),
  parameters: parameters(route),
  ...(route.body && { requestBody: requestBody(route) }),
  responses: {
    [route.status]: successResponse(route),
    ...(answersNotModified(route) && { 304: notModified }),
    ...Object.fromEntries(
      errorsOf(route).map((status) => [status, { $ref: `#/components/responses/${errorResponseName(status)}` }]),
    ),
  },
});

const whoMay = ({ access }: Route): string => {
  if (access === 'public') return 'Needs no token.';
  if (access === 'callback') return 'Needs the secret that the provider was given with the job.';
  if (access === 'source') return 'Needs the signature of the source, as its kind makes it.';
  return `Needs the access level ${access}, or a higher one.`;
};

const security = ({ access }: Route): object[] => {
  if (access === 'public' || access === 'source') return [];
  return access === 'callback'
    ? [{ callbackPassword: [] }, { callbackHeader: [] }]
    : [{ bearerAuth: [] }, { session: [] }];
};

/** The name of an error's shared response: `NotFound` for 404. */
export const errorResponseName = (status: ErrorStatus): string => ERRORS[status].title.replaceAll(' ', '');

const answersNotModified = (route: Route) => route.method === 'GET' && hasEtag(route);

const parameters = (route: Route) => [
  ...parametersIn('path', route.params),
  ...parametersIn('query', route.query),
  ...Object.entries(route.headers ?? {}).map(([name, example]) => ({
    name,
    in: 'header',
    required: true,
    example,
    schema: { type: 'string' },
  })),
  ...(takesIfMatch(route) ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
  ...(answersNotModified(route) ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : []),
  ...(takesIdempotencyKey(route) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
];

const parametersIn = (place: 'path' | 'query', object?: TObject) =>
  Object.entries(object?.properties ?? {}).map(([name, schema]) => {
    const { description, ...rest } = refer(schema) as { description?: string };
    return {
      name,
      in: place,
      required: object?.required?.includes(name) ?? false,
      ...(description !== undefined && { description }),
      schema: rest,
    };
  });

const FILE_CONTENT = {
  'application/json': { schema: { type: 'object', description: "A provider's result, as the provider gave it." } },
  'text/vtt': { schema: { type: 'string', description: 'A WebVTT file.' } },
  'application/x-subrip': { schema: { type: 'string', description: 'An SRT file.' } },
  'application/octet-stream': {},
};

const contentOf: Record<BodyKind, (body: object) => object> = {
  json: (body) => ({ 'application/json': body }),
  merge_patch: (body) => ({ 'application/merge-patch+json': body }),
  file: () => FILE_CONTENT,
  raw: () => ({ 'application/json': {}, 'application/x-www-form-urlencoded': {} }),
  stream: () => ({ 'application/octet-stream': {}, 'audio/*': {} }),
};

/** Formats bytes for people: `16 KiB`, `32 MiB`. */
export const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${bytes / 1024} KiB` : `${bytes / 1024 / 1024} MiB`;

const requestBody = ({ body, body_kind = 'json', body_limit = BODY_LIMIT, example }: Route) => {
  const size = `At most ${sizeOf(body_limit)}.`;
  if (body_kind === 'raw')
    return {
      required: true,
      description: `The message as the source signs it. ${size}`,
      content: contentOf.raw(body ?? {}),
    };
  const file = 'The file itself, in any of these types; what it is, is recognised by its content.';
  const isFile = body_kind === 'file' || body_kind === 'stream';
  return {
    required: true,
    description: isFile ? `${file} ${size}` : size,
    content: contentOf[body_kind]({
      schema: refer(body),
      ...(example !== undefined && { example }),
    }),
  };
};

const requestId = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };
const etag = { ETag: { $ref: '#/components/headers/ETag' } };

const notModified = {
  description: 'Not modified: the record still has the version in If-None-Match.',
  headers: { ...requestId, ...etag },
};

const successResponse = (route: Route) => ({
  description: route.message ?? (route.status === 204 ? 'Done; there is no body' : 'As asked'),
  headers: { ...requestId, ...(hasEtag(route) && etag) },
  ...(route.data && { content: { 'application/json': { schema: refer(success(route.data)) } } }),
  ...(route.answer_kind === 'bytes' && { content: { '*/*': {} } }),
});
