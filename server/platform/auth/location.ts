import { type Actor, reaches } from './actor.ts';

/** The locations that somebody's lists are limited to; null is no limit. Admins have none. */
export const limitOf = (actor: Actor): string[] | null =>
  actor.kind !== 'user' || actor.location_uuids.length === 0 || reaches(actor.access_level, 'admin')
    ? null
    : actor.location_uuids;

/** Whether somebody may work on the cases of a location. A case of no location is everybody's. */
export const mayWorkAt = (actor: Actor, location_uuid: string | null): boolean =>
  location_uuid === null || (limitOf(actor)?.includes(location_uuid) ?? true);
