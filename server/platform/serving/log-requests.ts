import type { FastifyInstance } from 'fastify';
import { type Actor, type NobodyActor, userOf } from '../auth/actor.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor | NobodyActor;
  }
}

/** One line a request: which route, not which address, because a query can hold a family's name. */
export const logRequests = (app: FastifyInstance): void => {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { actor } = request;
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        organization_uuid: actor && 'organization_uuid' in actor ? actor.organization_uuid : undefined,
        user_uuid: (actor && userOf(actor)) ?? undefined,
      },
      'request',
    );
  });
};
