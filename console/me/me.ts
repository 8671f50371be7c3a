import type { Me } from '@pharos/contract/me.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { pharos } from '../shell/pharos.ts';

const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await pharos.me.get({ signal })).data,
  staleTime: 5 * 60_000,
});

/** Who is signed in, and to which home; null until it is known. */
export const useMe = (): Me | null => useQuery(meQuery).data ?? null;

/** Whether the page offers to change things; the server decides in any case. */
export const useMayWrite = (): boolean => useMe()?.access_level !== 'viewer';
