import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Milliseconds for which the rest of a body that was answered before its end is read and thrown away. */
const LINGER_MS = 5_000;
/** Milliseconds that open requests have to end in once the server closes. */
const GRACE_MS = 8_000;

/**
 * Ends the connection of a request that was answered before all of its body came, unless the rest comes soon. Its client
 * has the time to read the answer, which a connection that is closed on it at once would take away.
 */
export const endUnread = (server: Server, linger_ms: number = LINGER_MS): void => {
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    response.once('finish', () => {
      if (request.complete) return;
      const { socket } = request;
      setTimeout(() => request.complete || socket.destroy(), linger_ms).unref();
    });
  });
};

/** Ends connections as their last request does, from now on, and all that are left after a while; returns what stops it. */
export const endAllSoon = (server: Server, grace_ms: number = GRACE_MS): (() => void) => {
  // A connection whose last request ends after the server began to close would be kept alive, and hold it open.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), grace_ms);
  return () => {
    clearInterval(idle);
    clearTimeout(late);
  };
};
