import type { FastifyInstance } from 'fastify';

const A_YEAR_SECONDS = 31_536_000;

/**
 * Headers of every answer: it is what its type says, no page of another site takes it in, and a browser that has once
 * come over TLS comes back over nothing else. Pages and files add their own.
 */
export const sendSafely = (app: FastifyInstance, public_url: string | undefined): void => {
  const over_tls = public_url !== undefined && new URL(public_url).protocol === 'https:';
  const headers = {
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    ...(over_tls && { 'strict-transport-security': `max-age=${A_YEAR_SECONDS}` }),
  };
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
};
