import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

export type Heard = { method: string; url: URL; headers: IncomingHttpHeaders; body: Buffer };

/** Answer of a stand-in: a status (200 by default) with JSON, text or bytes. */
export type Said = {
  status?: number;
  headers?: Record<string, string>;
  body?: object | string;
  /** Breaks off in the middle of the body. */
  half?: true;
  /** Says nothing, ever. */
  silent?: true;
};

export type StandIn = {
  base_url: string;
  /** All requests so far. */
  heard: Heard[];
  /** Answers that are given first, one for each request. */
  next: Said[];
};

/** A provider's server on loopback, which says over real HTTP what `answer` makes up; gone after the file's tests. */
export const openStandIn = async (answer: (heard: Heard) => Said | Promise<Said>): Promise<StandIn> => {
  const heard: Heard[] = [];
  const next: Said[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', headers } = request;
    const one = { method, headers, url: new URL(request.url ?? '', 'http://stand-in'), body: Buffer.concat(chunks) };
    heard.push(one);
    const { status = 200, headers: own, body = '', half, silent } = next.shift() ?? (await answer(one));
    if (silent) return;
    const bytes =
      Buffer.isBuffer(body) || typeof body === 'string' ? Buffer.from(body) : Buffer.from(JSON.stringify(body));
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length, ...own });
    if (!half) return response.end(bytes);
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { base_url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, next };
};
