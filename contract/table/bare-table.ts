import type { Route } from './route.ts';

/** Fields of a row that a request is made of. */
const OF_A_REQUEST = ['method', 'path', 'body_kind', 'answer_kind'] as const;

/**
 * Route table as programs read it that check nothing by it, a tenth of its size: of a row's schemas only the names of its
 * query, and that there is a body. `fields` names what else is read of a row.
 */
export const bareTable = (table: Record<string, Record<string, Route>>, fields: readonly (keyof Route)[] = []) => {
  const bareRow = (route: Route) => ({
    ...Object.fromEntries([...OF_A_REQUEST, ...fields].map((name) => [name, route[name]])),
    query: route.query && {
      properties: Object.fromEntries(Object.keys(route.query.properties).map((name) => [name, true])),
    },
    body: route.body && true,
  });
  return mapValues(table, (verbs) => mapValues(verbs, bareRow));
};

const mapValues = <V, W>(of: Record<string, V>, change: (value: V) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(value)]));
