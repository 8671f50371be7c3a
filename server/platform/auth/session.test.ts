import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { sessionCookies, sessionSecret } from './session.ts';

const secretOf = (cookie: string, host?: string, public_url?: string) =>
  sessionSecret({ headers: { cookie, host } } as IncomingMessage, public_url);

const cookieAt = (host: string, public_url: string): string =>
  sessionCookies('a', { origin: `http://${host}`, public_url })[0] ?? '';

test('a cookie that needs no TLS counts only where nothing passes a network', () => {
  for (const host of ['localhost', 'LOCALHOST:8080', '127.0.0.1:8080', '127.1.2.3', '[::1]:8080']) {
    assert.equal(secretOf('pharos_session=a', host), 'a', host);
    assert.equal(secretOf('pharos_session=a', host, 'http://localhost:8080'), 'a', host);
    // A proxy that gives the server its own name stands before it.
    assert.equal(secretOf('pharos_session=a', host, 'HTTPS://pharos.example'), null, host);
    assert.match(cookieAt(host, 'https://pharos.example'), /^__Host-.*Secure/, host);
    assert.doesNotMatch(cookieAt(host, 'http://localhost:8080'), /__Host-|Secure/, host);
  }
  for (const host of ['pharos.example', 'localhost.example', '127.0.0.1.example', '192.168.1.5', '[::1', undefined]) {
    assert.equal(secretOf('pharos_session=a', host), null, host);
    assert.equal(secretOf('__Host-pharos_session=a', host), 'a', host);
  }
});

test('of two cookies on loopback that of loopback counts, and of one name twice none', () => {
  assert.equal(secretOf('__Host-pharos_session=one; pharos_session=other', 'localhost'), 'other');
  assert.equal(secretOf('pharos_session=a; pharos_session=b', 'localhost'), null);
  assert.equal(secretOf('__Host-pharos_session=a; __Host-pharos_session=b', 'pharos.example'), null);
  assert.equal(secretOf('other=pharos_session=a', 'localhost'), null);
});
