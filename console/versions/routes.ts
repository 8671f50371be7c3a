import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { callQuery } from '../calls/queries.ts';
import { caseAloneQuery } from '../cases/queries.ts';
import { house } from '../shell/house.tsx';
import { load, queries } from '../shell/queries.ts';
import { peopleQuery } from '../users/queries.ts';
import { readCompared } from './pair.ts';
import { callVersions, caseVersions } from './queries.ts';

export const callHistory = createRoute({
  getParentRoute: () => house,
  path: '/calls/$call_uuid/history',
  validateSearch: readCompared,
  loader: ({ params: { call_uuid }, location }) =>
    load(
      Promise.all([
        queries.fetchQuery({ ...callQuery(call_uuid), staleTime: 0 }),
        queries.fetchInfiniteQuery(callVersions(call_uuid)),
        queries.ensureQueryData(peopleQuery),
      ]),
      location.href,
    ),
  component: lazyRouteComponent(() => import('./call-history-page.tsx'), 'CallHistoryPage'),
});

export const caseHistory = createRoute({
  getParentRoute: () => house,
  path: '/cases/$case_uuid/history',
  validateSearch: readCompared,
  loader: ({ params: { case_uuid }, location }) =>
    load(
      Promise.all([
        queries.fetchQuery(caseAloneQuery(case_uuid)),
        queries.fetchInfiniteQuery(caseVersions(case_uuid)),
        queries.ensureQueryData(peopleQuery),
      ]),
      location.href,
    ),
  component: lazyRouteComponent(() => import('./case-history-page.tsx'), 'CaseHistoryPage'),
});
