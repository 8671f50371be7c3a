import type { Route } from '@pharos/contract/table/route.ts';
import type { FastifyRequest } from 'fastify';
import { browserSecret } from '../auth/session.ts';
import { readParams, readQuery, requireDecodable } from '../http/parameters.ts';

/** Reads what stands in the path, the query and the headers beside them; throws 400 for what is not as documented. */
export const readAddress = (route: Route, { raw, params, query }: FastifyRequest) => {
  if (route.query && raw.url?.includes('?')) requireDecodable(raw.url);
  return {
    params: readParams(route, params as Record<string, string>),
    query: readQuery(route, query as Record<string, string>),
    if_match: raw.headers['if-match'],
    origin: raw.headers.origin,
    user_agent: raw.headers['user-agent'],
    browser: browserSecret(raw),
  };
};
