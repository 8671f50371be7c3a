import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import Fastify from 'fastify';
import { answerErrors } from '../platform/serving/answer-errors.ts';
import { serveConsole } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'pharos-console-'));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Pharos</title>');
writeFileSync(join(folder, 'assets', 'main-abc.js'), 'export {};');
writeFileSync(join(folder, 'assets', 'serif-abc.woff2'), 'font');
writeFileSync(join(folder, 'notes.txt'), 'private');

const app = Fastify();
answerErrors(app, serveConsole(app, folder));
const read = (url: string, encoding?: string) =>
  app.inject({ url, headers: encoding ? { 'accept-encoding': encoding } : {} });

const uuid = '849efaee-8073-4797-aa03-525aac037997';
const PAGES = [
  '/',
  '/cases',
  `/cases/${uuid}`,
  `/cases/${uuid}/history`,
  `/calls/${uuid}`,
  `/calls/${uuid}/history`,
  '/search?q=x',
  '/settings/people',
  '/welcome',
  '/sign-in',
];

test('every address of the console answers its page, which is asked for anew each time', async () => {
  for (const url of PAGES) {
    const { statusCode, headers, body } = await read(url);
    assert.equal(statusCode, 200, url);
    assert.match(body, /<title>Pharos/);
    assert.equal(headers['cache-control'], 'no-cache');
    assert.match(String(headers['content-type']), /^text\/html/);
  }
});

test('the page may run only what it came with, and be framed by nobody', async () => {
  const { headers } = await read('/');
  const policy = String(headers['content-security-policy']);
  assert.doesNotMatch(policy, /unsafe|\*|data:|https?:/);
  for (const rule of [
    "default-src 'none'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    'require-trusted-types-for',
  ])
    assert.ok(policy.includes(rule), rule);
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['referrer-policy'], 'no-referrer');
});

test('what the page loads is kept for ever, under names that change with it', async () => {
  const script = await read('/assets/main-abc.js');
  assert.match(String(script.headers['cache-control']), /immutable/);
  assert.match(String(script.headers['content-type']), /^text\/javascript/);
  assert.equal((await read('/assets/serif-abc.woff2')).headers['content-type'], 'font/woff2');
});

test('it is compressed for whoever takes that', async () => {
  const zipped = await read('/assets/main-abc.js', 'br, gzip');
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(zipped.rawPayload).toString(), 'export {};');
  for (const encoding of [undefined, 'br', 'gzip;q=0']) {
    assert.equal((await read('/assets/main-abc.js', encoding)).headers['content-encoding'], undefined);
  }
  assert.equal((await read('/assets/serif-abc.woff2', 'gzip')).headers['content-encoding'], undefined);
});

test('nothing else of the folder or of the disk is served', async () => {
  for (const url of ['/notes.txt', '/index.html', '/assets/../notes.txt', '/assets/%2e%2e/notes.txt', '/other']) {
    assert.equal((await read(url)).statusCode, 404, url);
  }
});

test('a browser at an address that nothing has gets the page, which says so; a program gets the envelope', async () => {
  const ask = (url: string, accept: string) => app.inject({ url, headers: { accept } });
  const browser = 'text/html,application/xhtml+xml,*/*;q=0.8';
  const { statusCode, headers, body } = await ask('/case', browser);
  assert.equal(statusCode, 404);
  assert.match(body, /<title>Pharos/);
  assert.match(String(headers['content-security-policy']), /default-src 'none'/);
  assert.equal(headers.vary, 'accept, accept-encoding');
  for (const [url, accept] of [
    ['/case', 'application/json'],
    ['/v1/case', browser],
  ] as const) {
    const answer = await ask(url, accept);
    assert.deepEqual([answer.statusCode, answer.json().status_code], [404, 404]);
  }
});

test('a server whose console is not built serves all the rest', async () => {
  const bare = Fastify();
  serveConsole(bare, join(folder, 'nowhere'));
  assert.equal((await bare.inject({ url: '/' })).statusCode, 404);
});
