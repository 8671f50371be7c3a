import { join } from 'node:path';
import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { ADMIN_TOKEN_FILE } from './organizations/first-start.ts';
import { AlreadyRunning, Unreachable } from './platform/database/cluster.ts';
import { described } from './platform/serving/answer-errors.ts';
import { start } from './start.ts';

const log = pino({ base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

const say = (text: string) => process.stderr.write(`${text}\n`);

const main = async () => {
  const config = readConfig();
  const server = await start(config, log, { watched: process.stderr.isTTY });
  const token_file = join(config.data_dir, ADMIN_TOKEN_FILE);
  log.info({ address: server.address, data_dir: config.data_dir, first_start: server.first_start }, 'Pharos is ready');
  const token_said = server.first_start ? [`An API token with every right is in ${token_file}`] : [];
  // Printed for the person who started it, and never logged: the log keeps no secrets.
  const link_said = server.invitation ? [`Sign in for the first time: ${server.invitation}`] : [];
  const ready = [`Pharos is ready at ${server.address}`, `Its API is described at ${server.address}/docs`];
  say(['', ...ready, ...token_said, ...link_said].join('\n'));

  const stop = async (signal: string) => {
    process.once('SIGINT', () => process.exit(130));
    log.info({ signal }, 'stopping');
    await server.stop();
    log.info('stopped');
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

main().catch((error: unknown) => {
  if ([ConfigError, AlreadyRunning, Unreachable].some((known) => error instanceof known))
    say(`\n${(error as Error).message}`);
  else log.fatal({ error: described(error) }, 'Pharos could not start');
  process.exitCode = 1;
});
