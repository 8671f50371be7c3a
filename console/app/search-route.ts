import { PAGES } from '@pharos/contract/pages.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meQuery } from '../api/me.ts';
import { load, queries } from '../api/query-client.ts';
import { foundCases, namedCalls, readSearch } from '../search/queries.ts';
import { appRoute } from './app-route.tsx';

export const searchRoute = createRoute({
  getParentRoute: () => appRoute,
  path: PAGES.search,
  validateSearch: readSearch,
  loader: ({ location }) => {
    const { q } = readSearch(location.search);
    const found =
      q === undefined
        ? [queries.ensureQueryData(meQuery)]
        : [queries.fetchInfiniteQuery(foundCases(q)), queries.fetchQuery(namedCalls(q))];
    return load(Promise.all<unknown>(found), location.href);
  },
  component: lazyRouteComponent(() => import('../search/search-page.tsx'), 'SearchPage'),
});
