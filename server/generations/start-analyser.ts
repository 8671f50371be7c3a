import type { FastifyInstance } from 'fastify';
import type { Sealer } from '../platform/audit/seal.ts';
import { described } from '../platform/serving/answer-errors.ts';
import { openUpkeep, type UpkeepTimes } from '../platform/upkeep/upkeep.ts';
import { type Analyser, type AnalyserOptions, findWaiting, openAnalyser } from './analyser.ts';

/** Starts running templates by themselves, which ends before the threads and the sealer: onClose hooks run in reverse order. */
export const startAnalyser = (
  app: FastifyInstance,
  times: UpkeepTimes,
  given: Pick<AnalyserOptions, 'database' | 'pool' | 'models'>,
  sealer: Sealer,
): Analyser => {
  const onError = (error: unknown) =>
    app.log.error({ error: described(error) }, 'a call could not be analysed; it is tried again');
  const shared = { database: given.database, onRecorded: sealer.soon, onError };
  const analyser = openAnalyser({ ...shared, ...given });
  const rounds = openUpkeep({ ...shared, ...times, name: 'generations', tasks: [findWaiting(analyser)] });
  app.addHook('onReady', async () => rounds.start());
  app.addHook('onClose', async () => {
    await rounds.close();
    await analyser.close();
  });
  return analyser;
};
