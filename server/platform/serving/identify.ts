import type { Route } from '@pharos/contract/table/route.ts';
import { nameOf } from '@pharos/contract/table/routes.ts';
import type { FastifyRequest } from 'fastify';
import type { Actor, NobodyActor } from '../auth/actor.ts';
import type { ServerContext } from './server-context.ts';

/** Finds who asks, by what the route takes: a token or session, the secret of a provider, or nothing. Throws 401. */
export const identify = async (
  context: ServerContext,
  route: Route,
  request: FastifyRequest,
): Promise<Actor | NobodyActor> => {
  const doing = { action: nameOf(route), request_id: request.id, address: request.ip };
  const actor = { ...(await callerOf(context, route, request)), ...doing };
  request.actor = actor;
  return actor;
};

const callerOf = async (context: ServerContext, { access }: Route, { raw }: FastifyRequest) => {
  if (access === 'public') return { kind: 'nobody' as const };
  if (access === 'callback') return { kind: 'provider' as const, ...(await context.authenticateCallback(raw)) };
  return { kind: 'user' as const, ...(await context.authenticate(raw)) };
};
