import { type Actor, reaches } from './actor.ts';

/** Locations that the actor's lists are limited to; null is no limit. Admins have none. */
export const limitOf = (actor: Actor): string[] | null =>
  actor.kind !== 'user' || actor.location_uuids.length === 0 || reaches(actor.access_level, 'admin')
    ? null
    : actor.location_uuids;

/** Tells whether the actor may work on the cases of a location. A case without a location is open to everyone. */
export const mayWorkAt = (actor: Actor, location_uuid: string | null): boolean =>
  location_uuid === null || (limitOf(actor)?.includes(location_uuid) ?? true);
