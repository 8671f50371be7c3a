import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { allServedRoutes } from '@pharos/contract/table/routes.ts';
import Fastify from 'fastify';
import type { Sql } from 'sql-template-tag';
import { unavailable } from '../platform/errors/errors.ts';
import { curl } from './curl.ts';
import { html } from './html.ts';
import { servePages } from './pages.ts';
import { referencePage } from './reference.ts';
import { aboutRoutes } from './routes.ts';

const app = Fastify();
const read = (url: string) => app.inject({ url });
const textOf = (page: string) =>
  page
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');

before(async () => {
  servePages(app);
  await app.ready();
});

const PAGES = ['/docs'];
const TYPES = {
  '/docs': 'text/html',
  '/page.css': 'text/css',
  '/docs.css': 'text/css',
  '/pharos.svg': 'image/svg+xml',
  '/openapi.json': 'application/json',
};

test('everything is served with its type and may load nothing from elsewhere', async () => {
  for (const [url, type] of Object.entries(TYPES)) {
    const { statusCode, headers } = await read(url);
    assert.equal(statusCode, 200, url);
    assert.ok(String(headers['content-type']).startsWith(type), url);
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; style-src 'self';/);
    assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'$/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['cache-control'], 'no-cache');
  }
});

test('what a page loads or links to is on this server and is there', async () => {
  for (const url of PAGES) {
    const { body } = await read(url);
    assert.doesNotMatch(body, /<script|<iframe|<form|\sstyle=|\son\w+=/i);
    for (const [, address] of body.matchAll(/(?:href|src)="([^"]*)"/g) as Iterable<[string, string]>) {
      if (address.startsWith('#')) assert.ok(body.includes(`id="${address.slice(1)}"`), `${url} ${address}`);
      else if (address !== '/')
        assert.ok(address in TYPES || allServedRoutes.some(({ route }) => route.path === address), `${url} ${address}`);
    }
  }
  for (const url of ['/page.css', '/docs.css']) assert.doesNotMatch((await read(url)).body, /url\(|@import|http/);
});

test('the reference has every route with its method, its path and a command that calls it', async () => {
  const sections = (await read('/docs')).body.split('<section class="route" ').slice(1);
  assert.equal(sections.length, allServedRoutes.length);
  for (const { name, route } of allServedRoutes) {
    const section = sections.find((one) => one.startsWith(`id="${name}"`));
    assert.ok(section, name);
    const text = textOf(section);
    for (const part of [route.method, route.path, curl(route)]) assert.ok(text.includes(part), `${name} ${part}`);
    for (const field of Object.keys((route.body as { properties?: object })?.properties ?? {})) {
      assert.ok(section.includes(`<code>${field}</code>`), `${name} ${field}`);
    }
  }
});

test('headings go down by one level at a time, and ids are unique', async () => {
  for (const url of PAGES) {
    const { body } = await read(url);
    const levels = [...body.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    for (const [index, level] of levels.entries()) assert.ok(level <= (levels[index - 1] ?? 0) + 1);
    const ids = [...body.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  }
});

test('hostile text is shown, not obeyed', () => {
  const hostile = `<img src=x onerror="alert('1')">&`;
  const route = { method: 'GET', path: `/v1/${hostile}`, summary: hostile, access: 'public', status: 204 } as const;
  const page = referencePage([{ name: 'calls.get', route }]);
  assert.doesNotMatch(page, /<img src=x|onerror="/);
  assert.ok(textOf(page).includes(hostile));
  assert.equal(html`<p title="${hostile}">${[hostile, null, false]}</p>`.text.match(/[<>]/g)?.length, 4);
});

test('the document is the one that a program can read', async () => {
  const { openapi, paths } = (await read('/openapi.json')).json();
  assert.equal(openapi, '3.1.0');
  assert.ok('/v1/calls/{call_uuid}' in paths);
});

test('the server is ready only while its database answers', async () => {
  const asked: string[] = [];
  const fine = { warnings: async () => [] };
  const database = (answer: () => Promise<object>) => {
    const row = (statement: Sql) => {
      asked.push(statement.text);
      return answer();
    };
    return { database: { row } } as never;
  };
  const well = database(async () => ({ one: 1 }));
  assert.deepEqual(await aboutRoutes.ready(well, fine), { data: { ready: true, warnings: [] } });
  assert.deepEqual(asked, ['select 1 as one']);
  const ill = database(() =>
    Promise.reject(unavailable('database_unavailable', 'The database cannot be reached; try again')),
  );
  await assert.rejects(aboutRoutes.ready(ill, fine), { status: 503 });
  assert.deepEqual(await aboutRoutes.live(ill, fine), { data: { live: true } });
});
