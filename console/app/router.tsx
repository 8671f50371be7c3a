import { PAGES } from '@pharos/contract/pages.ts';
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { callQuery } from '../api/calls.ts';
import { casePages, caseQuery, readCaseFilter } from '../api/cases.ts';
import { load, queries } from '../api/query-client.ts';
import { todayQuery } from '../today/queries.ts';
import { LoadingPage } from '../ui/loading.tsx';
import { appRoute, root } from './app-route.tsx';
import { ErrorPage } from './error-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { searchRoute } from './search-route.ts';
import { settingsRoutes } from './settings-routes.ts';
import { callHistory, caseHistory } from './version-routes.ts';

const today = createRoute({
  getParentRoute: () => appRoute,
  path: PAGES.today,
  loader: ({ location }) => load(queries.fetchQuery(todayQuery()), location.href),
  component: lazyRouteComponent(() => import('../today/today-page.tsx'), 'TodayPage'),
});

const cases = createRoute({
  getParentRoute: () => appRoute,
  path: PAGES.cases,
  validateSearch: readCaseFilter,
  loader: ({ location }) => load(queries.fetchInfiniteQuery(casePages(readCaseFilter(location.search))), location.href),
  component: lazyRouteComponent(() => import('../cases/cases-page.tsx'), 'CasesPage'),
});

const oneCase = createRoute({
  getParentRoute: () => appRoute,
  path: PAGES.case,
  loader: ({ params, location }) => load(queries.fetchQuery(caseQuery(params.case_uuid)), location.href),
  component: lazyRouteComponent(() => import('../cases/case-page.tsx'), 'CasePage'),
});

const call = createRoute({
  getParentRoute: () => appRoute,
  path: PAGES.call,
  loader: ({ params, location }) => load(queries.fetchQuery(callQuery(params.call_uuid)), location.href),
  component: lazyRouteComponent(() => import('../calls/call-page.tsx'), 'CallPage'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: PAGES.sign_in,
  validateSearch: ({
    to,
    organization_uuid,
  }: Record<string, unknown>): { to?: string; organization_uuid?: string } => ({
    ...(typeof to === 'string' && { to }),
    ...(typeof organization_uuid === 'string' && { organization_uuid }),
  }),
  component: lazyRouteComponent(() => import('../sessions/sign-in-page.tsx'), 'SignInPage'),
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: PAGES.welcome,
  component: lazyRouteComponent(() => import('../invitations/welcome-page.tsx'), 'WelcomePage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    appRoute.addChildren([today, cases, oneCase, caseHistory, call, callHistory, searchRoute, settingsRoutes]),
    signIn,
    welcome,
  ]),
  // A search is text: “123” is what somebody typed, never a number.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(
      Object.entries(search).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ).toString();
    return text && `?${text}`;
  },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
