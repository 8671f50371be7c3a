import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import { clientLeft } from './client-left.ts';
import { endStalled } from './end-stalled.ts';

/** A request whose client has left before its end. */
const leave = async (work: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<void> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf');
  const [request, response] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  request.on('error', () => {});
  client.destroy();
  await once(response, 'close');
  try {
    await work(request, response);
  } finally {
    server.close();
    await once(server, 'close');
  }
};

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

test('work for a client that has left is ended, also when it left before the work began', () =>
  leave(async (_request, response) => {
    const signal = clientLeft(response);
    if (!signal.aborted) await once(signal, 'abort');
    assert.equal(signal.reason.status, 408);
  }));

test('nobody watches the body of a client that has left', () =>
  leave(async (request, response) => {
    const before = timers();
    endStalled(request, response, 60_000);
    await new Promise(setImmediate);
    assert.equal(timers(), before);
  }));
