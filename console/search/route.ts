import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { meQuery } from '../me/me.ts';
import { house } from '../shell/house.tsx';
import { load, queries } from '../shell/queries.ts';
import { foundCases, namedCalls } from './queries.ts';

export const searchRoute = createRoute({
  getParentRoute: () => house,
  path: '/search',
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    typeof q === 'string' && q.trim() !== '' ? { q: q.trim().slice(0, 200) } : {},
  loaderDeps: ({ search }) => search,
  loader: ({ deps: { q }, location }) =>
    load(
      Promise.all(
        q === undefined
          ? [queries.ensureQueryData(meQuery)]
          : [queries.fetchInfiniteQuery(foundCases(q)), queries.fetchQuery(namedCalls(q))],
      ),
      location.href,
    ),
  component: lazyRouteComponent(() => import('./search-page.tsx'), 'SearchPage'),
});
