import type { Me } from '@pharos/contract/me.ts';
import { ACCESS_LEVELS, type AccessLevel } from '@pharos/contract/table/route.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { pharos } from './pharos.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await pharos.me.get({ signal })).data,
  staleTime: 5 * 60_000,
});

/** Signed-in user and their organization; null until known. */
export const useMe = (): Me | null => useQuery(meQuery).data ?? null;

/** True if the page offers changes, also while the rights are unknown; the server decides in any case. */
export const useMayWrite = (): boolean => useMe()?.access_level !== 'viewer';

/** True if a user has at least this access level. */
export const reaches = (me: Me, level: AccessLevel): boolean =>
  ACCESS_LEVELS.indexOf(me.access_level) >= ACCESS_LEVELS.indexOf(level);

/** True if the signed-in user has at least this access level; false until known. */
export const useReaches = (level: AccessLevel): boolean => {
  const me = useMe();
  return me !== null && reaches(me, level);
};
