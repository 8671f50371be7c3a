import type { Me } from '@pharos/contract/me.ts';
import { ACCESS_LEVELS, type AccessLevel } from '@pharos/contract/table/route.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { pharos } from './pharos.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await pharos.me.get({ signal })).data,
  staleTime: 5 * 60_000,
});

/** Who is signed in, and to which home; null until it is known. */
export const useMe = (): Me | null => useQuery(meQuery).data ?? null;

/** Whether the page offers to change things, also where it cannot be known; the server decides in any case. */
export const useMayWrite = (): boolean => useMe()?.access_level !== 'viewer';

/** Whether somebody may do what takes this level. */
export const reaches = (me: Me, level: AccessLevel): boolean =>
  ACCESS_LEVELS.indexOf(me.access_level) >= ACCESS_LEVELS.indexOf(level);

/** The same of whoever is signed in; false until it is known. */
export const useReaches = (level: AccessLevel): boolean => {
  const me = useMe();
  return me !== null && reaches(me, level);
};
