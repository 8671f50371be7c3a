import { about } from '../about.ts';
import { audit } from '../audit.ts';
import { backups } from '../backups.ts';
import { callReadings } from '../call-readings.ts';
import { callbacks } from '../callbacks.ts';
import { calls } from '../calls.ts';
import { cases } from '../cases.ts';
import { changes } from '../changes.ts';
import { chat } from '../chat.ts';
import { demo } from '../demo.ts';
import { generationRuns } from '../generation-runs.ts';
import { generationTemplates } from '../generation-templates.ts';
import { generations } from '../generations.ts';
import { inbox } from '../inbox.ts';
import { invitations } from '../invitations.ts';
import { jobs } from '../jobs.ts';
import { locations } from '../locations.ts';
import { me } from '../me.ts';
import { organizations } from '../organizations.ts';
import { recordings } from '../recordings.ts';
import { retention } from '../retention.ts';
import { search } from '../search.ts';
import { sessions } from '../sessions.ts';
import { intake, sources } from '../sources.ts';
import { speech } from '../speech.ts';
import { tokens } from '../tokens.ts';
import { uploads } from '../uploads.ts';
import { users } from '../users.ts';
import { vcons } from '../vcons.ts';
import { callVersions, caseVersions } from '../versions.ts';
import { webhooks } from '../webhooks.ts';
import type { Route } from './route.ts';

/** Every route of the API, by feature and verb. Validation, types, OpenAPI, the client and the tests come from here. */
export const routes = {
  calls: { ...calls, ...inbox, ...callReadings, ...callVersions },
  cases: { ...cases, ...caseVersions },
  recordings,
  jobs,
  callbacks,
  generationTemplates,
  generations,
  generationRuns,
  chat,
  retention,
  search,
  me,
  sessions,
  invitations,
  users,
  tokens,
  locations,
  organizations,
  audit,
  changes,
  webhooks,
  backups,
  demo,
  sources,
  vcons,
  speech,
  intake,
  about,
};
export type Routes = typeof routes;

/** Routes of other protocols, with answers of their own; the client has no methods for them. */
export const protocolRoutes = { uploads };
export type ProtocolRoutes = typeof protocolRoutes;

/** A route with its name, such as `calls.update`. */
export type NamedRoute = { name: string; route: Route };

const listed = (table: Record<string, Record<string, Route>>): NamedRoute[] =>
  Object.entries(table).flatMap(([feature, verbs]) =>
    Object.entries(verbs).map(([verb, route]) => ({ name: `${feature}.${verb}`, route })),
  );

/** The table as a list. */
export const allRoutes: NamedRoute[] = listed(routes);
/** The table as a list, with the routes of other protocols. */
export const allServedRoutes: NamedRoute[] = [...allRoutes, ...listed(protocolRoutes)];

const byName = new Map(allServedRoutes.map(({ name, route }) => [name, route]));
const names = new Map(allServedRoutes.map(({ name, route }) => [route, name]));

/** Name of a route, as audit events and other threads use it. */
export const nameOf = (route: Route): string => {
  const name = names.get(route);
  if (name === undefined) throw new Error(`${route.method} ${route.path} is not in the table`);
  return name;
};

/** Route by its name. Throws for an unknown name. */
export const routeNamed = (name: string): Route => {
  const route = byName.get(name);
  if (!route) throw new Error(`no route is named ${name}`);
  return route;
};
