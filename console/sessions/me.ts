import type { AccessLevel } from '@pharos/contract/route.ts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { send } from './send.ts';

/** Who is signed in, and to which home. */
export type Me = {
  user: { uuid: string; email: string; name: string | null };
  organization: { uuid: string; name: string };
  access_level: AccessLevel;
};

const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => send<Me>('GET', '/v1/me'),
  staleTime: 5 * 60_000,
  retry: false,
});

/** Null until it is known. */
export const useMe = (): Me | null => useQuery(meQuery).data ?? null;

/** Whether the page offers to change things; the server decides in any case. */
export const useMayWrite = (): boolean => useMe()?.access_level !== 'viewer';
