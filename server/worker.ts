import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { described } from './platform/serving/answer-errors.ts';
import { startWorkerAlone } from './start.ts';

const log = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

const main = async () => {
  const worker = await startWorkerAlone(readConfig(), log);
  const stop = async (signal: string) => {
    process.once('SIGINT', () => process.exit(130));
    log.info({ signal }, 'stopping');
    await worker.stop();
    log.info('stopped');
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  log.info('a worker is ready');
};

main().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`\n${error.message}\n`);
  else log.fatal({ error: described(error) }, 'the worker could not start');
  process.exitCode = 1;
});
