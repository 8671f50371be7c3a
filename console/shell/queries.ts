import { PharosError } from '@pharos/client/error.ts';
import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { meQuery } from '../me/me.ts';

/** An answer of the server that will be the same if it is asked again. */
const isFinal = (error: unknown) => error instanceof PharosError && error.status_code < 500;

export const queries = new QueryClient({
  defaultOptions: {
    // Without a connection a request fails and says so, rather than to wait in silence.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 10_000,
      retry: (failures, error) => !isFinal(error) && navigator.onLine && failures < 2,
    },
  },
});

type Fetch = (options: { queryKey: QueryKey }) => Promise<unknown>;
const fetchAnew = queries.fetchQuery.bind(queries) as Fetch;
const fetchOrKeep: Fetch = (options) =>
  fetchAnew(options).catch((error: unknown) => {
    const known = queries.getQueryData(options.queryKey);
    if (error instanceof PharosError || known === undefined) throw error;
    return known;
  });
// Whoever has no connection goes on reading what was read before.
queries.fetchQuery = fetchOrKeep as typeof queries.fetchQuery;

/**
 * What a route needs before it is shown: also who reads it, so that nobody is offered for a moment what they may not do.
 * Whoever is not signed in does that first, and comes back.
 */
export const load = async <D>(read: Promise<D>, href: string): Promise<D> => {
  const known = queries.ensureQueryData(meQuery).catch(() => null);
  try {
    const found = await read;
    await known;
    return found;
  } catch (error) {
    if (error instanceof PharosError && error.status_code === 401) {
      throw redirect({ to: '/sign-in', search: { to: href } });
    }
    throw error;
  }
};
