import { PAGES } from '@pharos/contract/pages.ts';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery } from '../api/me.ts';
import { load, queries } from '../api/query-client.ts';
import { hashOf, readAsked } from '../search/asked.ts';
import { foundCases, namedCalls, peopleQuery, saidQuery } from '../search/queries.ts';
import { appRoute } from './app-route.tsx';

export const searchRoute = createRoute({
  getParentRoute: () => appRoute,
  path: PAGES.search,
  // Words that were put into an address by hand leave the part of it that servers and proxies log.
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } => (typeof q === 'string' ? { q } : {}),
  beforeLoad: ({ search: { q } }) => {
    if (q !== undefined) throw redirect({ to: '/search', hash: hashOf({ q }), replace: true });
  },
  loader: ({ location }) => {
    const asked = readAsked(location.hash);
    const found = asked
      ? [
          queries.fetchInfiniteQuery(foundCases(asked.q)),
          queries.fetchQuery(namedCalls(asked.q)),
          queries.fetchQuery(peopleQuery(asked.q)),
          queries.prefetchInfiniteQuery(saidQuery(asked)),
        ]
      : [queries.ensureQueryData(meQuery)];
    return load(Promise.all<unknown>(found), location.href);
  },
  component: lazyRouteComponent(() => import('../search/search-page.tsx'), 'SearchPage'),
});
