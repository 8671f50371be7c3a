import type { FastifyInstance } from 'fastify';
import { badRequest } from '../errors/errors.ts';

/** Refuses HTTP/1.1 without Host (RFC 9112, section 3.2), as Node would, but with the error envelope. */
export const requireHost = (app: FastifyInstance): void => {
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.httpVersion === '1.1' && raw.headers.host === undefined)
      throw badRequest('malformed_request', 'The header Host is missing');
  });
};
