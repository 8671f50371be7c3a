import { about } from '../about.ts';
import { audit } from '../audit.ts';
import { callbacks } from '../callbacks.ts';
import { calls } from '../calls.ts';
import { cases } from '../cases.ts';
import { demo } from '../demo.ts';
import { generationTemplates } from '../generation-templates.ts';
import { invitations } from '../invitations.ts';
import { jobs } from '../jobs.ts';
import { locations } from '../locations.ts';
import { me } from '../me.ts';
import { organizations } from '../organizations.ts';
import { recordings } from '../recordings.ts';
import { retention } from '../retention.ts';
import { sessions } from '../sessions.ts';
import { tokens } from '../tokens.ts';
import { users } from '../users.ts';
import { callVersions, caseVersions } from '../versions.ts';
import type { Route } from './route.ts';

/** Every route of the API, by feature and verb. Validation, types, OpenAPI, the client and the tests come from here. */
export const routes = {
  calls: { ...calls, ...callVersions },
  cases: { ...cases, ...caseVersions },
  recordings,
  jobs,
  callbacks,
  generationTemplates,
  retention,
  me,
  sessions,
  invitations,
  users,
  tokens,
  locations,
  organizations,
  audit,
  demo,
  about,
};
export type Routes = typeof routes;

/** The table as a list, each route with its name, such as `calls.update`. */
export const allRoutes: { name: string; route: Route }[] = Object.entries(routes).flatMap(([feature, verbs]) =>
  Object.entries(verbs).map(([verb, route]) => ({ name: `${feature}.${verb}`, route: route as Route })),
);
