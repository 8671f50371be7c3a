// Random requests of one organization that name, point at and cite what another has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Route } from '@pharos/contract/table/route.ts';
import { allRoutes } from '@pharos/contract/table/routes.ts';
import { openPharos, type Person } from '../support/pharos.ts';
import { fc } from '../support/properties.ts';
import { pathOf, validBody } from '../support/requests.ts';
import { MARK, thingsFor } from './things.ts';

/** `FULL=1` asks as often as it must hold; the suite as often as there is time for. */
const PROBES = process.env.FULL ? 10_000 : 600;
const AT_ONCE = 8;

const pharos = await openPharos();
const owner = await pharos.person('operator');
const strangers = [await pharos.person('admin'), await pharos.person('member'), await pharos.person('viewer')];
const routes = allRoutes.filter(({ route }) => route.access !== 'public');

/** Everything that the owner has, with the cursors and ETags that only they have seen. */
const loot: { ids: string[]; named: Record<string, string>; cursors: string[]; etags: string[] } = {
  ids: [owner.actor.organization_uuid, owner.actor.user_uuid],
  named: {},
  cursors: ['e30'],
  etags: ['*', '"1"'],
};
for (const { name, route } of routes) {
  const things = await thingsFor(pharos, name, route, owner);
  Object.assign(loot.named, things);
  loot.ids.push(...Object.values(things).filter((thing) => thing.length === 36));
}
for (const { route } of routes.filter(({ route }) => route.query && 'cursor' in route.query.properties)) {
  const response = await asPerson(owner, 'GET', `${pathOf(route, loot.named)}?limit=1`);
  const { data } = (await response.json()) as { data?: { next_cursor?: string | null } };
  if (data?.next_cursor) loot.cursors.push(data.next_cursor);
}

function asPerson({ token }: Person, method: string, path: string, rest: RequestInit = {}) {
  const headers = { authorization: `Bearer ${token}`, ...(rest.headers as Record<string, string>) };
  return fetch(pharos.baseUrl + path, { method, ...rest, headers });
}

const queryOf = (route: Route, id: string, cursor: string) => {
  const query = new URLSearchParams();
  for (const name of Object.keys(route.query?.properties ?? {})) {
    if (name.endsWith('_uuid')) query.set(name, id);
    if (name === 'cursor') query.set(name, cursor);
  }
  return query.size > 0 ? `?${query}` : '';
};

const probe = fc.record({
  route: fc.constantFrom(...routes.map(({ route }) => route)),
  stranger: fc.constantFrom(...strangers),
  swapped: fc.boolean(),
  id: fc.nat(),
  cursor: fc.nat(),
  header: fc.constantFrom('if-match', 'if-none-match', 'idempotency-key', 'x-organization-uuid'),
  cited: fc.nat(),
  with_query: fc.boolean(),
});

const pick = <T>(from: T[], at: number): T => from[at % from.length] as T;

test(`${PROBES} requests with another organization's ids, cursors and ETags tell and change nothing`, async () => {
  const before = await everythingOf(owner);
  const statuses = new Map<number, number>();
  const ask = async (one: typeof probe extends fc.Arbitrary<infer P> ? P : never) => {
    const id = pick(loot.ids, one.id);
    const named = Object.fromEntries(
      Object.entries(loot.named).map(([name, own]) => [name, one.swapped && own.length === 36 ? id : own]),
    );
    const fields = Object.keys(((one.route.body ?? {}) as { properties?: object }).properties ?? {});
    const more = Object.fromEntries(
      fields.filter((f) => f in named).map((f) => [f, f.endsWith('s') ? [named[f]] : named[f]]),
    );
    const { body, type } = validBody(one.route, more);
    const path =
      pathOf(one.route, named) + (one.with_query ? queryOf(one.route, id, pick(loot.cursors, one.cursor)) : '');
    const headers = { [one.header]: pick([...loot.etags, id], one.cited), ...(type && { 'content-type': type }) };
    const response = await asPerson(one.stranger, one.route.method, path, { body, headers });
    const text = await response.text();
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    assert.ok(response.status < 500, `${one.route.method} ${path}: ${text}`);
    // The audit tells strangers what they themselves have asked for.
    const hidden = one.route.path === '/v1/audit-events' ? [MARK] : [MARK, ...loot.ids];
    for (const foreign of hidden) assert.ok(!text.includes(foreign), `${one.route.method} ${path}: ${text}`);
  };
  const probes = fc.sample(probe, { numRuns: PROBES, seed: 20261125 });
  for (let at = 0; at < probes.length; at += AT_ONCE) await Promise.all(probes.slice(at, at + AT_ONCE).map(ask));
  assert.deepEqual(await everythingOf(owner), before);
  assert.ok((statuses.get(404) ?? 0) > PROBES / 4, JSON.stringify([...statuses]));
});

/** Reads all that the owner has: no probe may have changed it. */
async function everythingOf({ client }: Person) {
  const { data: cases } = await client.cases.list({ limit: 200 });
  const { data: calls } = await client.calls.list({ limit: 200, with_transcript: true });
  return { cases: cases.items, calls: calls.items };
}
