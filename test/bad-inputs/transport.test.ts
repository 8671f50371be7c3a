import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { test } from 'node:test';

import { gzipSync } from 'node:zlib';
import { type Expected, openRecordedCall, SAID } from './recorded-call.ts';
import { exchange, headOf, send } from './wire.ts';

const deadlines = { idle_ms: 400, total_ms: 4000 };
const { pharos, path, authorization, refuses, keeps, state } = await openRecordedCall({ deadlines });
const { port } = pharos;
const LIMIT = 32 * 1024 * 1024;
const json = { authorization, 'content-type': 'application/json' };

const types: [name: string, type: string | string[], says?: RegExp][] = [
  ['no Content-Type', [], /application\/json; there is none/],
  ['an empty Content-Type', '', /application\/json; there is none/],
  ['text/plain', 'text/plain', /application\/json; it is text\/plain/],
  ['text/json', 'text/json', /application\/json/],
  ['a form', 'application/x-www-form-urlencoded', /application\/json/],
  ['a multipart form', 'multipart/form-data; boundary=x', /application\/json/],
  ['two types in one', 'text/plain, application/json', /application\/json/],
  ['UTF-16', 'application/json; charset=utf-16', /UTF-8/],
  ['a charset that nobody knows', 'application/json; charset=utf-88', /UTF-8/],
  ['Latin-1', 'application/json;charset="ISO-8859-1"', /UTF-8/],
  ['a merge patch', 'application/merge-patch+json', /PATCH/],
];

for (const [name, type, says] of types) {
  test(`${name} is refused with the body unread`, async () => {
    // Only the first bytes of the body are ever sent: the answer cannot have waited for it.
    const request = {
      path,
      headers: { ...json, 'content-type': type, 'content-length': '1000' },
      body: '{"duration": ',
    };
    await refuses(() => send(port, request), { status: 415, says });
  });
}

for (const type of [
  'Application/JSON ; charset=UTF-8',
  'application/json;charset="utf-8"',
  'application/json; charset=UTF8',
  'application/json; charset=unicode-1-1-utf-8',
  'application/json; v=1',
]) {
  test(`a body of type ${type} is read`, async () => {
    await keeps({ headers: { 'content-type': type }, json: { file_name: type } });
  });
}

const bomb = gzipSync(Buffer.alloc(LIMIT));

for (const encoding of ['gzip', 'br', 'deflate', 'zstd', 'identity', 'x']) {
  test(`a body in the content encoding ${encoding} is refused, nothing inflated`, async () => {
    await refuses({ headers: { 'content-encoding': encoding }, body: bomb }, { status: 415, says: /Content-Encoding/ });
  });
}

const headers: [name: string, sent: Record<string, string | string[]>, expected: Expected][] = [
  [
    'a body announced as longer than 32 MiB',
    { 'content-length': String(LIMIT + 1) },
    { status: 413, says: /33554432 .*33554433/ },
  ],
  [
    'a body announced as longer than every number',
    { 'content-length': '9'.repeat(15) },
    { status: 413, says: /33554432/ },
  ],
  ['a negative Content-Length', { 'content-length': '-1' }, { status: 400 }],
  ['two different Content-Lengths', { 'content-length': ['2', '3'] }, { status: 400 }],
  [
    'a Content-Length beside a chunked body',
    { 'content-length': '2', 'transfer-encoding': 'chunked' },
    { status: 400 },
  ],
  ['an unknown transfer encoding', { 'transfer-encoding': 'gzip' }, { status: 400 }],
  ['20 kB of headers', { 'x-long': 'x'.repeat(20_000) }, { status: 431 }],
  ['a header with a NUL', { 'x-nul': 'a\0b' }, { status: 400 }],
  ['no Host', { host: [] }, { status: 400 }],
  ['two Hosts', { host: ['pharos.test', 'elsewhere.test'] }, { status: 400, says: /Host.*more than once/ }],
  ['the same Host twice', { host: ['pharos.test', 'pharos.test'] }, { status: 400, says: /Host/ }],
];

for (const [name, sent, expected] of headers) {
  test(`${name} is refused from the headers alone`, async () => {
    await refuses(
      () => exchange(port, (socket) => socket.write(headOf({ path, headers: { ...json, ...sent } }))),
      expected,
    );
  });
}

for (const [name, text] of Object.entries({
  'what is not HTTP': `${SAID}\r\n\r\n`,
  'an unknown method': `FETCH ${path} HTTP/1.1\r\nHost: a\r\n\r\n`,
  'a version of HTTP that does not exist': `PUT ${path} HTTP/9.9\r\nHost: a\r\n\r\n`,
  'the opening of HTTP/2': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
})) {
  test(`${name} is refused`, async () => {
    await refuses(() => exchange(port, (socket) => socket.write(text)), { status: 400, says: /HTTP/ });
  });
}

const chunked = headOf({ path, headers: { ...json, 'transfer-encoding': 'chunked' } });

test('a chunked body past 32 MiB is refused while it comes, its bytes not kept', async () => {
  const mebibyte = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(1024 * 1024, 'x'), Buffer.from('\r\n')]);
  const flood = (socket: Socket) => {
    socket.write(chunked);
    Readable.from(Array.from({ length: 100 }, () => mebibyte)).pipe(socket);
  };
  await refuses(() => exchange(port, flood), { status: 413, says: /33554432/ });
});

test('a body of more than 32 MiB that is sent to its end is still told why it is refused', async () => {
  await refuses(() => send(port, { path, headers: json, body: Buffer.alloc(LIMIT + 1, ' ') }), { status: 413 });
});

for (const [name, broken] of Object.entries({
  'a size that is no number': 'zz\r\n',
  'a size that is wrong': '1\r\n{}\r\n',
})) {
  test(`a chunked body with ${name} is refused`, async () => {
    await refuses(() => exchange(port, (socket) => socket.write(chunked + broken)), { status: 400 });
  });
}

test('a chunked body is read', async () => {
  const body = '{"duration": 31}';
  const answer = await exchange(port, (socket) => {
    socket.write(`${chunked}${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`);
  });
  assert.equal(answer.status, 200);
  assert.equal((await state()).data.duration, 31);
});
