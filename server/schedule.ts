import type { Logger } from 'pino';
import { readAnchorKey } from './audit/anchors/anchor-key.ts';
import { anchorChains, keepIn, sendTo } from './audit/anchors/keep-anchors.ts';
import { type Config, ConfigError } from './config.ts';
import type { Database } from './platform/database/database.ts';
import { described } from './platform/serving/answer-errors.ts';
import { openPlace } from './platform/storage/place/open.ts';
import { openUpkeep } from './platform/upkeep/upkeep.ts';

const MINUTE_MS = 60_000;

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

const blame = (error: Error): never => {
  throw new ConfigError(`ANCHOR_TO cannot be used: it ${error.message}`);
};
