import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openRecordedCall } from './recorded-call.ts';
import { exchange, headOf } from './wire.ts';

const deadlines = { idle_ms: 400, total_ms: 1200 };
const { pharos, path, authorization, refuses, state } = await openRecordedCall({ deadlines });
const { port } = pharos;
const BODY = '{"duration": 5, "file_name": "slowly"}';
const json = { authorization, 'content-type': 'application/json', 'content-length': String(BODY.length) };
const head = headOf({ path, headers: json });

/** Writes one byte every 50 ms until the server hangs up. */
const trickle = async (socket: Socket, text: string) => {
  for (const byte of text) {
    if (socket.destroyed) return;
    socket.write(byte);
    await pause(50);
  }
};

test('a body that stalls is refused with 408, and its connection is closed', async () => {
  const answer = await refuses(() => exchange(port, (socket) => socket.write(head + BODY.slice(0, 9))), {
    status: 408,
    says: /in time/,
  });
  assert.equal(answer.headers.get('connection'), 'close');
});

test('a body that comes byte by byte is refused with 408 when its whole time is over', async () => {
  const endless = headOf({ path, headers: { ...json, 'content-length': '1000' } });
  const write = (socket: Socket) => {
    socket.write(endless);
    trickle(socket, ' '.repeat(1000));
  };
  await refuses(() => exchange(port, write), { status: 408, says: /in time/ });
});

test('headers that come byte by byte are refused with 408', async () => {
  await refuses(() => exchange(port, (socket) => void trickle(socket, head)), { status: 408 });
});

test('a client that hangs up within the body has written nothing', async () => {
  const before = await state();
  for (const hangUp of ['end', 'destroy', 'resetAndDestroy'] as const) {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    socket.write(head + BODY.slice(0, -1));
    await pause(50);
    socket[hangUp]();
  }
  await pause(100);
  assert.deepEqual(await state(), before);
});

test('a client that is gone after the body has written all of it or nothing', async () => {
  const before = await state();
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  await new Promise((sent) => socket.write(head + BODY, sent));
  socket.destroy();
  await pause(200);
  const { data } = await state();
  const changed = data.updated_at !== before.data.updated_at;
  assert.equal(data.duration, changed ? 5 : before.data.duration);
  assert.equal(data.file_name, changed ? 'slowly' : before.data.file_name);
});

const expecting = (headers: object) => headOf({ path, headers: { ...json, expect: '100-continue', ...headers } });

for (const [name, headers, status] of [
  ['a wrong token', { authorization: 'Bearer wrong' }, 401],
  ['a wrong type', { 'content-type': 'text/plain' }, 415],
  ['a length over the limit', { 'content-length': '40000000' }, 413],
] as const) {
  test(`a client that asks first is not told to go on with ${name}`, async () => {
    const answer = await refuses(() => exchange(port, (socket) => socket.write(expecting(headers))), { status });
    assert.deepEqual(answer.interim, []);
  });
}

test('a client that asks first is told to go on, and then its body is read', async () => {
  const answer = await exchange(port, (socket) => {
    socket.write(expecting({}));
    socket.once('data', () => socket.write(BODY));
  });
  assert.deepEqual([answer.interim, answer.status], [[100], 200]);
});

test('an expectation that nobody knows is ignored', async () => {
  const answer = await exchange(port, (socket) => socket.write(expecting({ expect: 'tea' }) + BODY));
  assert.equal(answer.status, 200);
});
