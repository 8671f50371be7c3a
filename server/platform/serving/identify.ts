import type { Route } from '@pharos/contract/table/route.ts';
import { nameOf } from '@pharos/contract/table/routes.ts';
import type { FastifyRequest } from 'fastify';
import type { Actor, Doing, NobodyActor } from '../auth/actor.ts';
import type { Guard } from '../database/guard.ts';
import type { ServerContext } from './server-context.ts';

/** An identified caller, with the condition that must still be found to hold before they are answered. */
export type Identified = { actor: Actor | NobodyActor; guard?: Guard };

/** Finds who asks, by what the route takes: a token or session, the secret of a provider, or nothing. Throws 401. */
export const identify = async (context: ServerContext, route: Route, request: FastifyRequest): Promise<Identified> => {
  const doing = { action: nameOf(route), request_id: request.id, address: request.ip };
  const { caller, guard } = await callerOf(context, route, request, doing);
  const actor = { ...caller, ...doing };
  request.actor = actor;
  return { actor, guard };
};

const callerOf = async (context: ServerContext, { access }: Route, { raw }: FastifyRequest, doing: Doing) => {
  // A source is known by the signature of its body, which is still to be read.
  if (access === 'public' || access === 'source') return { caller: { kind: 'nobody' as const } };
  if (access === 'callback') {
    return { caller: { kind: 'provider' as const, ...(await context.authenticateCallback(raw)) } };
  }
  const { person, guard } = await context.authentication.authenticate(raw, doing);
  return { caller: { kind: 'user' as const, ...person }, guard };
};
