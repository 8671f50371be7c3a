import type { Route } from '@pharos/contract/table/route.ts';
import { nameOf } from '@pharos/contract/table/routes.ts';
import type { FastifyRequest } from 'fastify';
import type { Actor, Person } from '../auth/actor.ts';
import type { ServerContext } from './server-context.ts';

/** Finds who asks, by what the route takes: a token or session, the secret of a provider, or nothing. Throws 401. */
export const identify = async (context: ServerContext, route: Route, request: FastifyRequest): Promise<Actor> => {
  const person = await personOf(context, route, request);
  const actor = { ...person, action: nameOf(route), request_id: request.id, address: request.ip };
  request.actor = actor;
  return actor;
};

const NOBODY: Person = { user_uuid: '', organization_uuid: '', access_level: 'viewer', location_uuids: [] };

const personOf = async (context: ServerContext, { access }: Route, { raw }: FastifyRequest): Promise<Person> => {
  if (access === 'public') return NOBODY;
  return access === 'callback' ? context.authenticateCallback(raw) : context.authenticate(raw);
};
