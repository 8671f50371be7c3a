import { isList, scopeOf } from '@pharos/contract/table/errors.ts';
import type { Route } from '@pharos/contract/table/route.ts';
import { type Actor, type NobodyActor, reaches } from '../auth/actor.ts';
import type { Database, ScopedDatabase } from '../database/database.ts';
import { forbidden, needsLevel } from '../errors/errors.ts';
import type { Identified } from './identify.ts';

/** Throws 403 where the actor's token lacks the scope that the route takes, or their access level is below it. */
export const authorize = (actor: Actor | NobodyActor, route: Route): void => {
  const { access } = route;
  if (access === 'public' || access === 'callback' || access === 'source' || actor.kind !== 'user') return;
  const { scopes } = actor.token ?? {};
  const scope = scopeOf(route);
  if (scopes && !scopes.includes(scope))
    throw forbidden('insufficient_scope', `This token may not ${scope}: its scope is ${scopes.join(', ')}`);
  if (!reaches(actor.access_level, access)) throw needsLevel(access, actor.access_level);
};

/** Seconds that a statement of a list or a search may take, so that it holds up no other home. */
const LIST_SECONDS = 5;

/**
 * The database as the actor may see it for a route: the rows of their organization. Only an operator's is ever scoped to
 * the installation as well, and only where the route says so. Its first transaction asks what has still to hold of them.
 */
export const scopeFor = (database: Database, { actor, guard }: Identified, route: Route): ScopedDatabase => {
  if (actor.kind === 'nobody') return database.scopedTo({});
  const { access, for_installation = access === 'operator' } = route;
  const installation = for_installation && actor.kind === 'user' && actor.access_level === 'operator';
  const statement_seconds = isList(route) || route.only_reads ? LIST_SECONDS : undefined;
  return database.scopedTo({ organization_uuid: actor.organization_uuid, installation, statement_seconds }, guard);
};

/**
 * Throws GuardFailed where a remembered token, session or user has changed since they were looked up, and no statement
 * has asked yet: nobody is answered before that was asked.
 */
export const requireUnchanged = async (database: ScopedDatabase, { guard }: Identified): Promise<void> => {
  if (guard && !guard.held) await database.transaction(async () => {});
};
