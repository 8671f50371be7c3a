import type { Route } from './route.ts';
import { ERROR_STATUSES, type ErrorStatus } from './statuses.ts';

/** True for a route that changes or deletes one record, and honors If-Match. */
export const takesIfMatch = ({ method, params, takes_if_match, unversioned }: Route): boolean =>
  takes_if_match === true || (params !== undefined && !unversioned && ['PUT', 'PATCH', 'DELETE'].includes(method));

/** True for a POST that takes an Idempotency-Key: sent again, it does nothing and gets the first answer. */
export const takesIdempotencyKey = ({ method, access, in_many_steps, only_reads, answer_kind }: Route): boolean =>
  method === 'POST' &&
  access !== 'public' &&
  access !== 'callback' &&
  access !== 'source' &&
  !in_many_steps &&
  !only_reads &&
  answer_kind !== 'protocol';

/** True for a route that answers with one record and its version as ETag. */
export const hasEtag = (route: Route): boolean => {
  const { data, params, unversioned } = route;
  return data !== undefined && !unversioned && !isList(route) && (params !== undefined || '$id' in data);
};

/** True for a route that answers with a page of a list. */
export const isList = ({ data }: Route): boolean =>
  'next_cursor' in ((data as { properties?: object } | undefined)?.properties ?? {});

/** The scope that a token needs for a route. */
export const scopeOf = ({ method, only_reads, answer_kind }: Route): 'read' | 'write' =>
  only_reads || (['GET', 'HEAD'].includes(method) && answer_kind !== 'protocol') ? 'read' : 'write';

/** Tells whether a route adds to what is kept, so that it is refused while the disk is nearly full. */
export const needsSpace = ({ method, access, only_reads, frees_space }: Route): boolean =>
  access !== 'public' && !only_reads && !frees_space && ['POST', 'PUT', 'PATCH'].includes(method);

/** The error statuses that a route can answer with. */
export const errorsOf = (route: Route): ErrorStatus[] => {
  const { access, params, query, body, also_refuses = [] } = route;
  const is_callers = access !== 'public';
  const possible: Record<ErrorStatus, boolean> = {
    400: Boolean(params ?? query ?? body),
    401: is_callers,
    403: is_callers && access !== 'callback' && access !== 'source',
    404: params !== undefined || (is_callers && namesThings(body)),
    408: body !== undefined,
    // A key that was used for something else, or whose first request is not answered yet.
    409: route.conflicts === true || takesIdempotencyKey(route),
    412: takesIfMatch(route),
    413: body !== undefined,
    415: body !== undefined,
    429: route.rate_limit !== undefined,
    503: !route.without_database,
    507: needsSpace(route),
  };
  return ERROR_STATUSES.filter((status) => possible[status] || also_refuses.includes(status));
};

const namesThings = (body: Route['body']): boolean => {
  const { properties = {} } = (body ?? {}) as { properties?: object };
  return Object.keys(properties).some((name) => /_uuids?$/.test(name));
};
