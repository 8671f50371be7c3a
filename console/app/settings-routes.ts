import { PAGES, type SettingsPage } from '@pharos/contract/pages.ts';
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { locationsQuery } from '../api/locations.ts';
import { meQuery, reaches } from '../api/me.ts';
import { load, queries } from '../api/query-client.ts';
import { speechQuery } from '../api/speech.ts';
import { peopleQuery, userPages } from '../api/users.ts';
import { auditPages, readFilter } from '../audit/queries.ts';
import { deletedTemplates, templatePages } from '../generation-templates/queries.ts';
import { jobPages, readState } from '../jobs/queries.ts';
import { organizationQuery } from '../organizations/queries.ts';
import { certificatePages, duePages, holdPages, readDay } from '../retention/queries.ts';
import { sessionPages } from '../sessions/queries.ts';
import { sourcePages } from '../sources/queries.ts';
import { readWhose, tokenPages } from '../tokens/queries.ts';
import { webhookPages } from '../webhooks/queries.ts';
import { appRoute } from './app-route.tsx';

const settings = createRoute({
  getParentRoute: () => appRoute,
  path: PAGES.settings,
  beforeLoad: async ({ location }) => ({ me: await load(queries.ensureQueryData(meQuery), location.href) }),
  component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
});

const index = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/account', replace: true });
  },
});

const account = createRoute({
  getParentRoute: () => settings,
  path: 'account' satisfies SettingsPage,
  loader: ({ location }) => load(queries.fetchInfiniteQuery(sessionPages()), location.href),
  component: lazyRouteComponent(() => import('../me/account-page.tsx'), 'AccountPage'),
});

const organization = createRoute({
  getParentRoute: () => settings,
  path: 'organization' satisfies SettingsPage,
  loader: ({ context, location }) =>
    load(queries.fetchQuery(organizationQuery(context.me.organization.uuid)), location.href),
  component: lazyRouteComponent(() => import('../organizations/organization-page.tsx'), 'OrganizationPage'),
});

const people = createRoute({
  getParentRoute: () => settings,
  path: 'people' satisfies SettingsPage,
  loader: ({ location }) =>
    load(Promise.all([queries.fetchInfiniteQuery(userPages()), queries.fetchQuery(locationsQuery)]), location.href),
  component: lazyRouteComponent(() => import('../users/people-page.tsx'), 'PeoplePage'),
});

const locations = createRoute({
  getParentRoute: () => settings,
  path: 'locations' satisfies SettingsPage,
  loader: ({ location }) => load(queries.fetchQuery(locationsQuery), location.href),
  component: lazyRouteComponent(() => import('../locations/locations-page.tsx'), 'LocationsPage'),
});

const speech = createRoute({
  getParentRoute: () => settings,
  path: 'speech' satisfies SettingsPage,
  loader: ({ location }) => load(queries.fetchQuery(speechQuery), location.href),
  component: lazyRouteComponent(() => import('../speech/speech-page.tsx'), 'SpeechPage'),
});

const tokens = createRoute({
  getParentRoute: () => settings,
  path: 'tokens' satisfies SettingsPage,
  validateSearch: readWhose,
  loader: ({ location }) =>
    load(
      Promise.all([
        queries.fetchInfiniteQuery(tokenPages(readWhose(location.search))),
        queries.ensureQueryData(peopleQuery),
      ]),
      location.href,
    ),
  component: lazyRouteComponent(() => import('../tokens/tokens-page.tsx'), 'TokensPage'),
});

const templates = createRoute({
  getParentRoute: () => settings,
  path: 'templates' satisfies SettingsPage,
  loader: ({ location }) =>
    load(
      Promise.all([queries.fetchInfiniteQuery(templatePages()), queries.fetchInfiniteQuery(deletedTemplates())]),
      location.href,
    ),
  component: lazyRouteComponent(() => import('../generation-templates/templates-page.tsx'), 'TemplatesPage'),
});

const jobs = createRoute({
  getParentRoute: () => settings,
  path: 'jobs' satisfies SettingsPage,
  validateSearch: readState,
  loader: ({ location }) =>
    load(
      Promise.all([
        queries.fetchInfiniteQuery(jobPages(readState(location.search).state)),
        queries.ensureQueryData(peopleQuery),
      ]),
      location.href,
    ),
  component: lazyRouteComponent(() => import('../jobs/jobs-page.tsx'), 'JobsPage'),
});

const sources = createRoute({
  getParentRoute: () => settings,
  path: 'sources' satisfies SettingsPage,
  loader: ({ context, location }) =>
    reaches(context.me, 'admin') ? load(queries.fetchInfiniteQuery(sourcePages()), location.href) : undefined,
  component: lazyRouteComponent(() => import('../sources/sources-page.tsx'), 'SourcesPage'),
});

const webhooks = createRoute({
  getParentRoute: () => settings,
  path: 'webhooks' satisfies SettingsPage,
  loader: ({ context, location }) =>
    reaches(context.me, 'admin') ? load(queries.fetchInfiniteQuery(webhookPages()), location.href) : undefined,
  component: lazyRouteComponent(() => import('../webhooks/webhooks-page.tsx'), 'WebhooksPage'),
});

const audit = createRoute({
  getParentRoute: () => settings,
  path: 'audit' satisfies SettingsPage,
  validateSearch: readFilter,
  loader: ({ context, location }) =>
    reaches(context.me, 'admin')
      ? load(
          Promise.all([
            queries.fetchInfiniteQuery(auditPages(readFilter(location.search))),
            queries.ensureQueryData(peopleQuery),
          ]),
          location.href,
        )
      : undefined,
  component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
});

const retention = createRoute({
  getParentRoute: () => settings,
  path: 'retention' satisfies SettingsPage,
  validateSearch: readDay,
  loader: ({ context, location }) =>
    reaches(context.me, 'admin')
      ? load(
          Promise.all([
            queries.fetchInfiniteQuery(duePages(readDay(location.search).at)),
            queries.fetchInfiniteQuery(holdPages()),
            queries.fetchInfiniteQuery(certificatePages()),
            queries.ensureQueryData(peopleQuery),
          ]),
          location.href,
        )
      : undefined,
  component: lazyRouteComponent(() => import('../retention/retention-page.tsx'), 'RetentionPage'),
});

export const settingsRoutes = settings.addChildren([
  index,
  account,
  organization,
  people,
  locations,
  speech,
  sources,
  tokens,
  webhooks,
  templates,
  jobs,
  audit,
  retention,
]);
