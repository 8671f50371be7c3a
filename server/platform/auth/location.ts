import { type Actor, reaches } from './actor.ts';

/** The locations that somebody's lists are limited to; null is no limit. Admins have none. */
export const limitOf = ({ access_level, location_uuids }: Actor): string[] | null =>
  location_uuids.length === 0 || reaches(access_level, 'admin') ? null : location_uuids;

/** Whether somebody may work on the cases of a location. A case of no location is everybody's. */
export const mayWorkAt = (actor: Actor, location_uuid: string | null): boolean =>
  location_uuid === null || (limitOf(actor)?.includes(location_uuid) ?? true);
