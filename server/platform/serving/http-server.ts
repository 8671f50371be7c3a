import { randomUUID } from 'node:crypto';
import { maxHeaderSize } from 'node:http';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { answerClientError } from '../http/client-errors.ts';
import { endAllSoon, endUnread } from '../http/end-connections.ts';
import { requireHost } from '../http/require-host.ts';
import { answerBadAddress } from './answer-errors.ts';
import { logRequests } from './log-requests.ts';
import { sendSafely } from './send-safely.ts';

/** A recording over a slow line takes hours. Bodies that are held in memory have deadlines of their own. */
const REQUEST_MS = 6 * 60 * 60_000;

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Fastify with no route yet: it finds routes, logs requests and writes answers, and leaves bodies alone. */
export const openHttpServer = (
  log: FastifyBaseLogger,
  {
    idle_ms,
    public_url,
    trusted_proxies = [],
  }: { idle_ms: number; public_url?: string; trusted_proxies?: readonly string[] },
): FastifyInstance => {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request_id' }),
    genReqId: () => randomUUID(),
    // The rightmost address that is no trusted proxy's is whom is counted, limited and recorded.
    trustProxy: trusted_proxies.length > 0 ? [...trusted_proxies] : false,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: 'idle',
    // As long as headers may be: a parameter that is too long is refused in its turn, as one that is wrong.
    routerOptions: { maxParamLength: maxHeaderSize },
    clientErrorHandler: answerClientError,
    frameworkErrors: answerBadAddress,
    http: {
      headersTimeout: idle_ms,
      connectionsCheckingInterval: Math.min(5_000, idle_ms),
      requireHostHeader: false,
    },
  });
  // A body is read by its route, after every check that needs only headers: for Fastify no method has one.
  for (const method of METHODS) app.addHttpMethod(method, { hasBody: false, overrideExisting: true });
  // Likewise "100 Continue" is sent by whoever reads the body, not by Node on arrival.
  app.server.on('checkContinue', (request, response) => app.server.emit('request', request, response));
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  endUnread(app.server);
  let endNone = () => {};
  app.addHook('preClose', async () => {
    endNone = endAllSoon(app.server);
  });
  app.addHook('onClose', async () => endNone());
  sendSafely(app, public_url);
  logRequests(app);
  requireHost(app);
  return app;
};
