import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { readAnchorKey } from './audit/anchors/anchor-key.ts';
import { anchorChains, keepIn, sendTo } from './audit/anchors/keep-anchors.ts';
import { type Config, ConfigError } from './config.ts';
import type { Sealer } from './platform/audit/seal.ts';
import type { Database } from './platform/database/database.ts';
import { forgetOldKeys } from './platform/idempotency/upkeep.ts';
import { described } from './platform/serving/answer-errors.ts';
import { openPlace } from './platform/storage/place/open.ts';
import type { Storage } from './platform/storage/storage.ts';
import { openUpkeep, type UpkeepTimes } from './platform/upkeep/upkeep.ts';
import { sweepRecordings } from './recordings/upkeep.ts';
import { purgeWhatIsDue } from './retention/upkeep.ts';
import { keepIndex } from './search/upkeep.ts';
import { removeExpiredSessions } from './sessions/upkeep.ts';
import { removeOldRefusals } from './sources/arrivals/upkeep.ts';
import { removeOldDeliveries } from './webhooks/upkeep.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Hands signed heads of the audit chains out at intervals; several servers take turns. Answers what stops it. */
export const startAnchors = async ({ data_dir, anchors, backup }: Config, database: Database, log: Logger) => {
  if (!anchors) return async () => {};
  const { to, every_minutes } = anchors;
  const key = await readAnchorKey(data_dir);
  const place = /^https?:/.test(to) ? null : await openPlace(to, backup.credentials).catch(blame);
  const keeper = place ? keepIn(place) : sendTo(to);
  const rounds = openUpkeep({
    ...{ database, name: 'anchors', first_ms: MINUTE_MS / 2, every_ms: every_minutes * MINUTE_MS },
    tasks: [{ installation: async (database) => void (await anchorChains(database, key, keeper)) }],
    onRecorded: () => {},
    onError: (error) => log.error({ error: described(error) }, 'the audit chains were not anchored'),
  });
  rounds.start();
  return async () => {
    await rounds.close();
    place?.close();
  };
};

const BACKUP = new URL('../scripts/backup/backup.ts', import.meta.url).pathname;
/** Niceness of the process that makes a backup: answers to people come first. */
const NICENESS = 10;
const AGAIN_MS = 15 * MINUTE_MS;

/** Milliseconds of the last time at which a backup was due. */
export const lastDue = (daily_at: number, now: number): number => {
  const midnight = Math.floor(now / DAY_MS) * DAY_MS;
  const due = midnight + daily_at * MINUTE_MS;
  return due <= now ? due : due - DAY_MS;
};

/**
 * Makes a backup in a process of its own when the newest is older than the last time at which one was due. Several
 * servers may try: the database lets one at a time. Answers what stops it.
 */
export const startBackups = ({ backup }: Config, newest: () => Promise<Date | null>, log: Logger) => {
  const { daily_at } = backup;
  if (daily_at === undefined) return async () => {};
  let running: ChildProcess | undefined;
  let not_before = 0;
  const begin = async () => {
    if (running || Date.now() < not_before) return;
    const found = await newest();
    if (running || (found && found.getTime() >= lastDue(daily_at, Date.now()))) return;
    not_before = Date.now() + AGAIN_MS;
    const child = spawn(process.execPath, [BACKUP], { stdio: ['ignore', 'pipe', 'pipe'] });
    running = child;
    if (child.pid) setPriority(child.pid, NICENESS);
    const said = Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = await once(child, 'close').catch(() => [null]);
    running = undefined;
    const lines = (await said).join('').trim();
    if (code === 0) log.info({ part: 'backup' }, lines);
    else log.error({ part: 'backup' }, lines);
  };
  const timer = setInterval(() => void begin(), MINUTE_MS).unref();
  return async () => {
    clearInterval(timer);
    if (!running) return;
    running.kill('SIGTERM');
    await once(running, 'close');
  };
};

const blame = (error: Error): never => {
  throw new ConfigError(`ANCHOR_TO cannot be used: it ${error.message}`);
};

/** New calls are gathered into segments soon: until then a search reads each by itself. */
const INDEXING: UpkeepTimes = { first_ms: 2_000, every_ms: 15_000 };

/** Starts the upkeep, which closes before the sealer: onClose hooks run in reverse order. */
export const startUpkeep = (
  app: FastifyInstance,
  times: UpkeepTimes,
  database: Database,
  storage: Storage,
  sealer: Sealer,
) => {
  const shared = {
    database,
    onRecorded: sealer.soon,
    onError: (error: unknown) => app.log.error({ error: described(error) }, 'upkeep failed; it is tried again'),
  };
  const rounds = [
    openUpkeep({
      ...shared,
      ...times,
      name: 'upkeep',
      tasks: [
        forgetOldKeys,
        removeExpiredSessions,
        removeOldRefusals,
        removeOldDeliveries,
        purgeWhatIsDue,
        sweepRecordings(storage),
      ],
    }),
    openUpkeep({ ...shared, ...INDEXING, name: 'search index', tasks: [keepIndex] }),
  ];
  app.addHook('onReady', async () => {
    for (const round of rounds) round.start();
  });
  app.addHook('onClose', () => Promise.all(rounds.map((round) => round.close())));
};
