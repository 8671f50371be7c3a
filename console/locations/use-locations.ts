import { useQuery } from '@tanstack/react-query';
import { locationsQuery } from './queries.ts';

/** The houses of the home, to choose among and to name. */
export const useLocations = () => {
  const locations = useQuery(locationsQuery).data ?? [];
  const names = new Map(locations.map(({ uuid, name }) => [uuid, name]));
  return {
    locations,
    options: [...names],
    nameOf: (location_uuid: string): string => names.get(location_uuid) ?? location_uuid,
  };
};
