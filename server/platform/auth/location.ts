import { type Actor, reaches } from './actor.ts';

/**
 * Locations that the actor's lists are limited to; null is no limit. Admins have none; somebody whom only the claim of a
 * JWT makes an admin keeps theirs.
 */
export const limitOf = (actor: Actor): string[] | null => {
  if (actor.kind !== 'user' || actor.location_uuids.length === 0) return null;
  return reaches(actor.access_level, 'admin') && !actor.jwt?.is_lifted ? null : actor.location_uuids;
};

/** Tells whether the actor may work on the cases of a location. A case without a location is open to everyone. */
export const mayWorkAt = (actor: Actor, location_uuid: string | null): boolean =>
  location_uuid === null || (limitOf(actor)?.includes(location_uuid) ?? true);
