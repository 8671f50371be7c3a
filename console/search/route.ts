import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meQuery } from '../me/me.ts';
import { house } from '../shell/house.tsx';
import { load, queries } from '../shell/queries.ts';
import { foundCases, namedCalls, readSearch } from './queries.ts';

export const searchRoute = createRoute({
  getParentRoute: () => house,
  path: '/search',
  validateSearch: readSearch,
  loader: ({ location }) => {
    const { q } = readSearch(location.search);
    const found =
      q === undefined
        ? [queries.ensureQueryData(meQuery)]
        : [queries.fetchInfiniteQuery(foundCases(q)), queries.fetchQuery(namedCalls(q))];
    return load(Promise.all<unknown>(found), location.href);
  },
  component: lazyRouteComponent(() => import('./search-page.tsx'), 'SearchPage'),
});
