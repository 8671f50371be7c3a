import type { Route } from '@pharos/contract/table/route.ts';
import { type Actor, reaches } from '../auth/actor.ts';
import type { Database, ScopedDatabase } from '../database/database.ts';
import { needsLevel } from '../errors/errors.ts';

/** Throws 403 where the actor's access level is below the one that the route takes. */
export const authorize = (actor: Actor, { access }: Route): void => {
  if (access === 'public' || access === 'callback' || reaches(actor.access_level, access)) return;
  throw needsLevel(access, actor.access_level);
};

/**
 * The database as the actor may see it for a route: the rows of their organization. Only an operator's is ever scoped to
 * the installation as well, and only where the route says so.
 */
export const scopeFor = (database: Database, actor: Actor, route: Route): ScopedDatabase => {
  const { access, for_installation = access === 'operator' } = route;
  const installation = for_installation && actor.access_level === 'operator';
  return database.scopedTo({ organization_uuid: actor.organization_uuid, installation });
};
