import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { ErrorEnvelope } from '@pharos/contract/table/envelope.ts';
import { ACCESS_LEVELS, pathNames, type Route } from '@pharos/contract/table/route.ts';
import { allRoutes, allServedRoutes } from '@pharos/contract/table/routes.ts';
import { Compile } from 'typebox/compile';
import { openPharos, type Person } from './support/pharos.ts';
import { pathOf, validBody } from './support/requests.ts';
import { nothingsFor, thingsFor } from './tenancy/things.ts';

const pharos = await openPharos();
const home = await pharos.person('admin');
const operator = await pharos.person('operator', home);
const stranger = await pharos.person('admin');
/** Somebody of the home who may ask a route. */
const askerOf = ({ access }: Route) => (access === 'operator' ? operator : home);
const isError = Compile(ErrorEnvelope);

type Request = { method?: string; path: string; body?: RequestInit['body']; type?: string; token?: string };

const ask = async ({ method = 'GET', path, body, type = 'application/json', token }: Request) => {
  const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': type }) };
  const response = await fetch(pharos.baseUrl + path, { method, body, headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text };
};

/** Asks a route with ids for its path and a body that is valid. */
const askRoute = (route: Route, ids: Record<string, string>, person?: Person, more: object = {}) =>
  ask({ method: route.method, path: pathOf(route, ids), token: person?.token, ...validBody(route, more) });

const refused = (answer: { status: number; text: string }, status: number) => {
  assert.equal(answer.status, status, answer.text);
  const envelope = JSON.parse(answer.text);
  assert.ok(isError.Check(envelope), answer.text);
  return envelope as ErrorEnvelope;
};

/** An error as its bytes, but for what names the one request. */
const withoutRequest = (text: string) =>
  text.replace(/"timestamp":"[^"]*"/, '"timestamp":""').replace(/"request_id":"[^"]*"/, '"request_id":""');

/** Routes that take a token, a session or the secret of a job. A message of a source is known by its signature. */
const routesOfCallers = allRoutes.filter(({ route }) => !['public', 'source'].includes(route.access));

for (const { name, route } of routesOfCallers) {
  test(`${name} without a token is 401`, async () => {
    const answer = await askRoute(route, nothingsFor(route));
    refused(answer, 401);
    if (route.access !== 'callback') assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
  });
}

for (const { name, route } of allRoutes) {
  for (const parameter of pathNames(route.path)) {
    test(`${name} with a malformed ${parameter} is 400 and names it`, async () => {
      const malformed = await askRoute(route, { ...nothingsFor(route), [parameter]: '0x' }, askerOf(route));
      assert.match(refused(malformed, 400).message, new RegExp(parameter));
    });
  }
}

for (const { name, route } of routesOfCallers.filter(({ route }) => route.params)) {
  test(`${name} of another organization answers byte for byte as of nothing at all`, async () => {
    const unknown = await askRoute(route, nothingsFor(route), home);
    // Operators reach every organization; of all others, the refusal is the same one too.
    const status = route.access === 'operator' ? 403 : 404;
    refused(unknown, status);
    const theirs = await thingsFor(pharos, name, route, stranger);
    const foreign = await askRoute(route, theirs, home);
    assert.equal(foreign.status, status);
    assert.equal(withoutRequest(foreign.text), withoutRequest(unknown.text));

    const { case_uuid } = theirs;
    if (!case_uuid || name === 'cases.restore') return;
    await stranger.client.cases.remove({ case_uuid });
    const deleted = await askRoute(route, theirs, home);
    assert.equal(withoutRequest(deleted.text), withoutRequest(unknown.text));
  });
}

const references = allRoutes.flatMap(({ name, route }) => {
  if (route.access === 'public') return [];
  const { properties = {} } = (route.body ?? {}) as { properties?: Record<string, { readOnly?: boolean }> };
  const fields = Object.entries(properties).filter(([field, { readOnly }]) => field.endsWith('_uuid') && !readOnly);
  return fields.map(([field]) => ({ name, route, field }));
});

for (const { name, route, field } of references) {
  test(`${name} that names another organization's ${field} answers byte for byte as of one that is not there`, async () => {
    const foreign = await thingsFor(pharos, name, route, stranger);
    const ours = await thingsFor(pharos, name, route, home);
    const unknown = await askRoute(route, ours, home, { [field]: randomUUID() });
    refused(unknown, 404);
    const answer = await askRoute(route, ours, home, { [field]: foreign[field] });
    assert.equal(withoutRequest(answer.text), withoutRequest(unknown.text));
  });
}

for (const { name, route } of allRoutes) {
  for (const level of ACCESS_LEVELS.slice(0, Math.max(0, ACCESS_LEVELS.indexOf(route.access as never)))) {
    test(`${name} by a ${level} says which level it needs`, async () => {
      const answer = refused(await askRoute(route, nothingsFor(route), await pharos.person(level, home)), 403);
      assert.match(answer.message, new RegExp(`${route.access}.*${level}`));
    });
  }
}

for (const { name, route } of allServedRoutes.filter(({ route }) => route.answer_kind === 'protocol')) {
  test(`${name}, of another protocol, asks for a token and a level as every other`, async () => {
    const viewer = await pharos.person('viewer', home);
    const path = route.path.replace('{upload_id}', `${randomUUID()}_${randomUUID()}`);
    const unknown = await ask({ method: route.method, path });
    assert.equal(unknown.status, 401);
    assert.equal(unknown.headers.get('www-authenticate'), 'Bearer');
    assert.equal((await ask({ method: route.method, path, token: viewer.token })).status, 403);
    assert.notEqual((await ask({ method: route.method, path, token: home.token })).status, 403);
  });
}

for (const path of new Set(allRoutes.map(({ route }) => route.path))) {
  test(`${path} refuses other methods with 405 and says which it takes`, async () => {
    const routes = allRoutes.map(({ route }) => route).filter((route) => route.path === path);
    const taken: string[] = routes.map(({ method }) => method);
    if (taken.includes('GET')) taken.push('HEAD');
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((one) => !taken.includes(one))) {
      const answer = await ask({
        method,
        path: pathOf(routes[0] as Route, nothingsFor(routes[0] as Route)),
        token: home.token,
      });
      refused(answer, 405);
      assert.deepEqual(answer.headers.get('allow')?.split(', ').sort(), taken.sort(), method);
    }
  });
}

test('an address that no route has is 404', async () => {
  for (const path of ['/v1', '/v1/call', `/v1/calls/${randomUUID()}/words`, '/v2/calls']) {
    refused(await ask({ path, token: home.token }), 404);
  }
});
