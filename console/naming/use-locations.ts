import { useQuery } from '@tanstack/react-query';
import { locationsQuery } from '../api/locations.ts';
import { isolate } from '../texts/isolate.ts';

/** Locations of the organization, to choose among and to name. */
export const useLocations = () => {
  const locations = useQuery(locationsQuery).data ?? [];
  const names = new Map(locations.map(({ uuid, name }) => [uuid, name]));
  return {
    locations,
    options: [...names].sort(([, one], [, other]) => one.localeCompare(other, undefined, { numeric: true })),
    nameOf: (location_uuid: string): string => isolate(names.get(location_uuid) ?? location_uuid),
  };
};
