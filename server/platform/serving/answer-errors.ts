import { allServedRoutes } from '@pharos/contract/table/routes.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { quotesValues } from '../database/failure.ts';
import { badRequest, errorEnvelope, methodNotAllowed, notFound, Refusal, refusal } from '../errors/errors.ts';
import { refusalOf as refusalOfStorage } from '../storage/refusal.ts';
import { StorageError } from '../storage/storage-error.ts';

/** Answers an unknown address with a page if the request comes from a browser that reads pages; else null. */
export type MissingPage = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | null;

/** Turns every throw, unknown address and wrong method into the one error envelope. */
export const answerErrors = (app: FastifyInstance, missingPage: MissingPage): void => {
  app.setErrorHandler((error, request, reply) => {
    const refused = refusalOf(error);
    if (error instanceof Refusal) logRefusal(request, error);
    else if (refused.status >= 500) request.log.error({ error: described(error) }, 'request failed');
    return answer(request, reply, refused);
  });
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] as string;
    const allowed = allowedMethods(path);
    if (allowed.length > 0) return answer(request, reply, methodNotAllowed(request.method, allowed));
    return missingPage(request, reply) ?? answer(request, reply, notFound('address'));
  });
};

/** A refusal for want of something (503) says what is wanting; it is no fault of the code, so its stack tells nothing. */
const logRefusal = (request: FastifyRequest, { status, problems, cause }: Refusal) => {
  if (status < 500) return;
  const because = cause === undefined ? undefined : described(cause);
  request.log.warn({ status, code: problems[0]?.code, cause: because && { ...because, stack: undefined } }, 'refused');
};

/** Answers an address that cannot be decoded, which no route and no hook ever sees. */
export const answerBadAddress = (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
  answer(
    request,
    reply.header('x-request-id', request.id),
    badRequest('malformed_request', 'The address is not valid'),
  );

const answer = (request: FastifyRequest, reply: FastifyReply, refused: Refusal) =>
  reply
    .code(refused.status)
    .headers(refused.headers)
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(errorEnvelope(refused, request.id)));

const refusalOf = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  const storage = error instanceof StorageError ? refusalOfStorage(error.problem) : null;
  if (storage) return storage;
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status < 500) return refusal(status, 'malformed_request', 'The address is not valid');
  const message = 'Internal error; nothing was changed. Give your operator the request_id';
  return refusal(500, 'internal_error', message);
};

const patterns = allServedRoutes.map(({ route }) => ({
  method: route.method,
  matches: new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
}));

const allowedMethods = (path: string): string[] => {
  const methods = patterns.filter(({ matches }) => matches.test(path)).map(({ method }) => method);
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
};

/**
 * Reduces an error to what a log may say of it. Messages of the database and of parsers can quote what they were given,
 * so of these only the code and the place are kept.
 */
export const described = (error: unknown) => {
  if (!(error instanceof Error)) return { name: typeof error };
  const quotes = quotesValues(error) || error instanceof SyntaxError;
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  return {
    name: error.name,
    ...(!quotes && { message: error.message }),
    code,
    constraint,
    table,
    stack: error.stack?.split('\n').filter((line) => line.startsWith('    at ')),
    ...(error.cause instanceof Error && { cause: { code: (error.cause as { code?: string }).code } }),
  };
};
