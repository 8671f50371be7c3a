import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { allServedRoutes, routeNamed } from '@pharos/contract/table/routes.ts';
import { Compile } from 'typebox/compile';
import { httpFile } from './http-file.ts';

const docs = join(import.meta.dirname, '../docs');

test('docs/pharos.http is fresh, and has a request of every route that a server takes', () => {
  const text = readFileSync(join(docs, 'pharos.http'), 'utf8');
  assert.ok(text === httpFile(), 'run `npm run http-file`');
  const requests = text.split(/^### /m).slice(1);
  const names = requests.map((request) => request.slice(0, request.indexOf(':')));
  assert.deepEqual([...names].sort(), allServedRoutes.map(({ name }) => name).sort());
  for (const [at, request] of requests.entries()) {
    const route = routeNamed(names[at] as string);
    const [head = '', ...rest] = request
      .replaceAll(/^#.*\n?/gm, '')
      .trim()
      .split('\n\n');
    const line = head.split('\n')[1] ?? '';
    const pattern = route.path.replaceAll(/\{\w+\}/g, '[^/?]+');
    assert.match(line, new RegExp(`^${route.method} \\{\\{base\\}\\}${pattern}(\\?|$)`));
    for (const [, name] of line.matchAll(/\{\{([a-z_]+)\}\}/g)) assert.match(text, new RegExp(`^@${name} = `, 'm'));
    const body = rest.join('\n\n').trim();
    assert.equal(body !== '', route.body !== undefined, names[at]);
    if (body.startsWith('< ')) assert.ok(existsSync(join(docs, body.slice(2))), body);
    else if (route.example) assert.ok(Compile(route.body as object).Check(JSON.parse(body)), names[at]);
  }
});
