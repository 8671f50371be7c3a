import { PharosError } from '@pharos/client/error.ts';
import { type FetchQueryOptions, QueryClient, type QueryKey } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { isSignedOut } from './failures.ts';
import { meQuery } from './me.ts';

/** An answer of the server that will be the same if it is asked again. */
const isAnswer = (error: unknown) => error instanceof PharosError && error.status_code < 500;

/** Query client that keeps what was read before, so that a reader without a connection can go on reading. */
class OfflineQueryClient extends QueryClient {
  override async fetchQuery<Q, E = Error, D = Q, K extends QueryKey = QueryKey, P = never>(
    options: FetchQueryOptions<Q, E, D, K, P>,
  ): Promise<D> {
    try {
      return await super.fetchQuery(options);
    } catch (error) {
      const known = this.getQueryData<D>(options.queryKey);
      if (error instanceof PharosError || known === undefined) throw error;
      return known;
    }
  }
}

export const queries = new OfflineQueryClient({
  defaultOptions: {
    // Without a connection a request fails and says so, rather than to wait in silence.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      // Also what failed while there was none.
      refetchOnReconnect: true,
      staleTime: 10_000,
      retry: (failures, error) => !isAnswer(error) && navigator.onLine && failures < 2,
    },
  },
});

/**
 * Loads what a route needs before it is shown, including the user, so that nobody is offered what they may not do. A
 * reader who is not signed in signs in first, and comes back.
 */
export const load = async <D>(read: Promise<D>, href: string): Promise<D> => {
  const known = queries.ensureQueryData(meQuery).catch(() => null);
  try {
    const found = await read;
    await known;
    return found;
  } catch (error) {
    throw isSignedOut(error) ? redirect({ to: '/sign-in', search: { to: href } }) : error;
  }
};
