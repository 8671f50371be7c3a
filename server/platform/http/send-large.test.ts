import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { test } from 'node:test';
import { fastify } from 'fastify';
import { openHeldMemory } from './held-memory.ts';
import { sendLarge } from './send-large.ts';

const deadlines = { idle_ms: 60_000, total_ms: 60_000 };
const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;

test('an answer to a client that has left holds no memory, and nobody watches its reader', async () => {
  const memory = openHeldMemory('answers', { all: 100, organization: 100, strangers: 100 });
  const app = fastify();
  const { promise: sent, resolve } = Promise.withResolvers<number>();
  app.get('/', async (_request, reply) => {
    client.destroy();
    await once(reply.raw, 'close');
    const before = timers();
    sendLarge(reply, [new Uint8Array(100)], 'a', { deadlines, memory });
    await new Promise(setImmediate);
    resolve(timers() - before);
    return reply;
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const client = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  try {
    client.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
    assert.equal(await sent, 0);
    assert.doesNotThrow(() => memory.hold('a', 100));
  } finally {
    await app.close();
  }
});
