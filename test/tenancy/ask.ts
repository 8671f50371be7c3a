import type { Route } from '@pharos/contract/table/route.ts';
import type { Person, Pharos } from '../support/pharos.ts';
import { pathOf, validBody } from '../support/requests.ts';

/** Asks a route for things, by path and body, with a body that is otherwise valid. */
export const ask = async (
  { baseUrl }: Pharos,
  route: Route,
  things: Record<string, string>,
  person: Person | undefined,
): Promise<{ status: number; text: string; headers: Headers }> => {
  const { body, type } = validBody(route, named(route, things));
  const headers = {
    ...(person && { authorization: `Bearer ${person.token}` }),
    ...(type && { 'content-type': type }),
  };
  const response = await fetch(baseUrl + pathOf(route, things), { method: route.method, body, headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
};

/** The fields of a route's body that name things, with those that are meant. */
const named = (route: Route, things: Record<string, string>): object => {
  const { properties = {} } = (route.body ?? {}) as { properties?: Record<string, unknown> };
  const fields = Object.keys(properties).filter((field) => field in things);
  return Object.fromEntries(fields.map((field) => [field, field.endsWith('s') ? [things[field]] : things[field]]));
};
