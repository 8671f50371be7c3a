import { useQuery } from '@tanstack/react-query';
import { isolate } from '../texts/isolate.ts';
import { locationsQuery } from './queries.ts';

/** The houses of the home, to choose among and to name. */
export const useLocations = () => {
  const locations = useQuery(locationsQuery).data ?? [];
  const names = new Map(locations.map(({ uuid, name }) => [uuid, name]));
  return {
    locations,
    options: [...names].sort(([, one], [, other]) => one.localeCompare(other, undefined, { numeric: true })),
    nameOf: (location_uuid: string): string => isolate(names.get(location_uuid) ?? location_uuid),
  };
};
