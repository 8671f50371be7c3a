import type { FastifyInstance } from 'fastify';
import { badRequest } from '../errors/errors.ts';
import { countHeader } from './count-header.ts';

/** Refuses HTTP/1.1 without Host, and several of them (RFC 9112, section 3.2), with the error envelope. */
export const requireHost = (app: FastifyInstance): void => {
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.httpVersion === '1.1' && raw.headers.host === undefined)
      throw badRequest('malformed_request', 'The header Host is missing');
    if (countHeader(raw, 'host') > 1) throw badRequest('malformed_request', 'The header Host is given more than once');
  });
};
