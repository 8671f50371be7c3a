import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { unauthorized } from '../platform/errors/errors.ts';
import type { Metrics } from './open-metrics.ts';

/** Serves `/metrics` to those who have the token, and counts every request. */
export const serveMetrics = (app: FastifyInstance, metrics: Metrics, token: string): void => {
  app.addHook('onResponse', async ({ method, routeOptions }, reply) => {
    const route = routeOptions.url ?? 'none';
    metrics.count({ method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
  });
  app.get('/metrics', async ({ headers }, reply) => {
    if (!isEqual(headers.authorization ?? '', `Bearer ${token}`))
      throw unauthorized('Metrics are for the bearer of METRICS_TOKEN');
    return reply
      .headers({ 'cache-control': 'no-store' })
      .type(metrics.content_type)
      .send(await metrics.print());
  });
};

const isEqual = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
