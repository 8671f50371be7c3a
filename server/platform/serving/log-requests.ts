import type { FastifyInstance } from 'fastify';
import type { Actor } from '../auth/actor.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
}

/** One line a request: which route, not which address, because a query can hold a family's name. */
export const logRequests = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { organization_uuid, user_uuid } = request.actor ?? {};
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        organization_uuid: organization_uuid || undefined,
        user_uuid: user_uuid || undefined,
      },
      'request',
    );
  });
};
