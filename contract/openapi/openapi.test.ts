import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Compile } from 'typebox/compile';
import { errorsOf } from '../table/errors.ts';
import { allRoutes, allServedRoutes, routeNamed } from '../table/routes.ts';
import { openApiDocument } from './openapi.ts';

type Operation = {
  operationId: string;
  security: object[];
  parameters: { $ref?: string; name?: string; in?: string; required?: boolean }[];
  requestBody?: { content: Record<string, object> };
  responses: Record<string, { content?: Record<string, { schema: { properties: { data: unknown } } }> }>;
};

const document = JSON.parse(JSON.stringify(openApiDocument()));

const operationOf = (name: string): Operation => {
  const route = routeNamed(name);
  return document.paths[route.path][route.method.toLowerCase()];
};

/** Every object inside a JSON value, and the value itself. */
const objectsIn = (value: unknown): Record<string, unknown>[] =>
  typeof value !== 'object' || value === null
    ? []
    : [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)];

const statusesOf = (name: string) => Object.keys(operationOf(name).responses).map(Number);

test('every route is in the document, with its name and every status that it can give', () => {
  for (const { name, route } of allServedRoutes) {
    const { operationId, responses } = operationOf(name);
    assert.equal(operationId, name);
    for (const status of [route.status, ...errorsOf(route)]) assert.ok(responses[status], `${name} ${status}`);
  }
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path as object));
  assert.equal(operations.length, allServedRoutes.length);
});

test('the statuses of a few routes are those that they really give', () => {
  assert.deepEqual(statusesOf('calls.update'), [200, 400, 401, 403, 404, 408, 412, 413, 415, 503, 507]);
  assert.deepEqual(statusesOf('calls.get'), [200, 304, 400, 401, 403, 404, 503]);
  assert.deepEqual(statusesOf('calls.create'), [201, 400, 401, 403, 404, 408, 409, 413, 415, 503, 507]);
  assert.deepEqual(statusesOf('calls.restore'), [200, 400, 401, 403, 404, 409, 503, 507]);
  assert.deepEqual(statusesOf('cases.remove'), [204, 400, 401, 403, 404, 412, 503]);
  assert.deepEqual(statusesOf('cases.list'), [200, 400, 401, 403, 503]);
  assert.deepEqual(statusesOf('calls.versions'), [200, 400, 401, 403, 404, 503]);
  assert.deepEqual(statusesOf('calls.version'), [200, 304, 400, 401, 403, 404, 503]);
  assert.deepEqual(statusesOf('calls.restoreVersion'), [200, 400, 401, 403, 404, 409, 412, 503, 507]);
  assert.deepEqual(statusesOf('generationTemplates.create'), [201, 400, 401, 403, 404, 408, 409, 413, 415, 503, 507]);
  assert.deepEqual(statusesOf('sessions.create'), [201, 400, 401, 408, 409, 413, 415, 429, 503]);
  assert.deepEqual(statusesOf('invitations.accept'), [201, 400, 404, 408, 409, 413, 415, 429, 503]);
  assert.deepEqual(statusesOf('users.create'), [201, 400, 401, 403, 404, 408, 409, 413, 415, 503, 507]);
  assert.deepEqual(statusesOf('tokens.revoke'), [204, 400, 401, 403, 404, 503]);
  assert.deepEqual(statusesOf('me.get'), [200, 401, 403, 503]);
  assert.deepEqual(statusesOf('about.live'), [200]);
});

test('every name in a path is a required parameter', () => {
  for (const [path, operations] of Object.entries<Record<string, Operation>>(document.paths)) {
    for (const { parameters } of Object.values(operations)) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path' && parameter.required);
      assert.deepEqual(
        inPath.map(({ name }) => `{${name}}`),
        path.match(/\{\w+\}/g) ?? [],
      );
    }
  }
});

test('a route wants a token or a session unless it is public or for signed messages, and a callback one of two secrets', () => {
  for (const { name, route } of allRoutes) {
    assert.equal(operationOf(name).security.length, ['public', 'source'].includes(route.access) ? 0 : 2, name);
  }
});

test('a body is described in the content types that its route takes', () => {
  const types = (name: string) => Object.keys(operationOf(name).requestBody?.content ?? {});
  assert.deepEqual(types('calls.update'), ['application/json']);
  assert.deepEqual(types('calls.patch'), ['application/merge-patch+json']);
  assert.ok(types('calls.importTranscript').includes('text/vtt'));
});

test('what has a name is described once and referred to, also where it may be null', () => {
  const { schemas } = document.components;
  const { data } = operationOf('calls.get').responses[200]?.content?.['application/json']?.schema.properties ?? {};
  assert.deepEqual(data, { $ref: '#/components/schemas/Call' });
  assert.deepEqual(schemas.Call.properties.transcript.anyOf, [
    { $ref: '#/components/schemas/Transcript' },
    { type: 'null' },
  ]);
  assert.deepEqual(schemas.Transcript.properties.words.items, { $ref: '#/components/schemas/Word' });
});

test('every reference leads somewhere, and no $id is left', () => {
  for (const object of objectsIn(document)) {
    assert.ok(!('$id' in object), JSON.stringify(object).slice(0, 200));
    if (typeof object.$ref !== 'string') continue;
    const steps = object.$ref.split('/').slice(1);
    const target = steps.reduce<Record<string, unknown>>((at, step) => at?.[step] as Record<string, unknown>, document);
    assert.ok(target, object.$ref);
  }
});

test('every JSON body has an example that its route takes', () => {
  for (const { name, route } of allRoutes) {
    if (!route.body || ['file', 'stream', 'raw'].includes(route.body_kind ?? 'json')) continue;
    assert.ok(route.example, `${name} has no example`);
    assert.ok(Compile(route.body).Check(route.example), name);
  }
});

test('a route that strangers send a body to, or that takes a password, has a limit on guesses', () => {
  for (const { name, route } of allRoutes) {
    const { properties = {} } = (route.body ?? {}) as { properties?: object };
    const takesPassword = Object.keys(properties).some((field) => /password$/.test(field));
    if ((route.access === 'public' && route.body) || takesPassword) assert.ok(route.rate_limit, name);
  }
});

test('contract/openapi/openapi.json is fresh', () => {
  const written = readFileSync(new URL('openapi.json', import.meta.url), 'utf8');
  assert.ok(written === `${JSON.stringify(openApiDocument(), null, 2)}\n`, 'run `node scripts/openapi.ts`');
});
