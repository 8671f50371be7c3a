import type { Location } from '@pharos/contract/locations.ts';
import { queryOptions } from '@tanstack/react-query';
import { pharos } from './pharos.ts';

/** Locations of the organization: there are few, and choosing among them takes them all. */
export const locationsQuery = queryOptions({
  queryKey: ['locations'],
  queryFn: async ({ signal }) => {
    const locations: Location[] = [];
    let cursor: string | undefined;
    do {
      const { data } = await pharos.locations.list({ limit: 200, cursor, signal });
      locations.push(...data.items);
      cursor = data.next_cursor ?? undefined;
    } while (cursor);
    return locations;
  },
});

/** One of them, with the ETag that a change names. */
export const locationQuery = (location_uuid: string) =>
  queryOptions({
    queryKey: ['location', location_uuid],
    queryFn: ({ signal }) => pharos.locations.get({ location_uuid, signal }),
  });
