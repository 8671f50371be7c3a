import { PAGES } from '@pharos/contract/pages.ts';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { callQuery } from '../api/calls.ts';
import { caseAloneQuery } from '../api/cases.ts';
import { load, queries } from '../api/query-client.ts';
import { peopleQuery } from '../api/users.ts';
import { readCompared } from '../versions/pair.ts';
import { callVersions, caseVersions } from '../versions/queries.ts';
import { appRoute } from './app-route.tsx';

export const callHistory = createRoute({
  getParentRoute: () => appRoute,
  path: PAGES.call_history,
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
  component: lazyRouteComponent(() => import('../versions/call-history-page.tsx'), 'CallHistoryPage'),
});

export const caseHistory = createRoute({
  getParentRoute: () => appRoute,
  path: PAGES.case_history,
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
  component: lazyRouteComponent(() => import('../versions/case-history-page.tsx'), 'CaseHistoryPage'),
});
