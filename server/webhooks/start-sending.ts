import type { FastifyInstance } from 'fastify';
import { described } from '../platform/serving/answer-errors.ts';
import { openSender, type SenderOptions } from './sender.ts';

/** Starts delivering once the server is ready, which ends before the sealer: onClose hooks run in reverse order. */
export const startSending = (app: FastifyInstance, options: Omit<SenderOptions, 'onError'>): void => {
  const onError = (error: unknown) => app.log.warn({ error: described(error) }, 'deliveries of webhooks wait');
  const sender = openSender({ ...options, onError });
  app.addHook('onReady', async () => sender.start());
  app.addHook('onClose', () => sender.close());
};
