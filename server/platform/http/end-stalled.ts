import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream';
import { requestTimeout } from '../errors/errors.ts';

/** Ends a request of whose body nothing came for so many ms, though all that came was read; at the latest after twice that. */
export const endStalled = (request: IncomingMessage, response: ServerResponse, idle_ms: number): void => {
  let seen = -1;
  const look = setInterval(() => {
    const { bytesRead } = request.socket;
    if (!request.complete && bytesRead === seen && request.readableLength === 0) request.destroy(requestTimeout());
    seen = bytesRead;
  }, idle_ms);
  finished(response, () => clearInterval(look));
};
