import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { endAllSoon, endUnread } from './end-connections.ts';

const UNFINISHED = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n';

/** A server that answers before a body has come, and a connection to it. */
const open = async (linger_ms: number): Promise<{ server: Server; client: Socket }> => {
  const server = createServer((_request, response) => void response.end('answered')).listen(0, '127.0.0.1');
  endUnread(server, linger_ms);
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.on('error', () => {});
  after(() => client.destroy());
  return { server, client };
};

/** The end of a connection, also by a reset, which `once` of node:events would throw. */
const closed = (client: Socket) => new Promise<void>((resolve) => client.once('close', () => resolve()));

/** Sends one byte after another, so that the connection never stands still. */
const drip = (client: Socket) => {
  const dripping = setInterval(() => client.write('a'), 5);
  client.once('close', () => clearInterval(dripping));
};

test('a body that goes on after its answer is cut off, however steadily it comes', async () => {
  const { server, client } = await open(50);
  client.write(UNFINISHED);
  const [answer] = (await once(client, 'data')) as [Buffer];
  assert.match(answer.toString(), /answered/);
  drip(client);
  await closed(client);
  server.close();
  await once(server, 'close');
});

test('a connection whose body has come after its answer is kept', async () => {
  const { server, client } = await open(1_000);
  client.write(UNFINISHED);
  await once(client, 'data');
  client.write('a'.repeat(1_000));
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  client.write(UNFINISHED);
  const again = await Promise.race([once(client, 'data'), closed(client)]);
  assert.match(String(again), /answered/);
  server.close();
  await once(server, 'close');
});

test('a server that closes waits only so long for what goes on', async () => {
  const { server, client } = await open(600_000);
  client.write(UNFINISHED);
  await once(client, 'data');
  drip(client);
  const stop = endAllSoon(server, 50);
  server.close();
  await once(server, 'close');
  stop();
});
