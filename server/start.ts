import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { openNewestBackup } from './backups/newest-backup.ts';
import { addressOf, type Config, ConfigError } from './config.ts';
import { addBuiltInTemplates } from './generations/built-in-templates.ts';
import { openChatServer } from './models/chat-server.ts';
import { inviteFirstUser } from './organizations/first-invitation.ts';
import { firstStart } from './organizations/first-start.ts';
import { openVault, readVaultKey } from './platform/auth/vault.ts';
import { startCluster } from './platform/database/cluster.ts';
import { asApp, type Connection } from './platform/database/connection.ts';
import { isLoginOfOwner } from './platform/database/login.ts';
import { migrate } from './platform/database/migrate.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { type Entry, installQueue, openQueue } from './platform/queue/queue.ts';
import { described } from './platform/serving/answer-errors.ts';
import { watchFreeSpace } from './platform/storage/free-space.ts';
import { openStorage } from './platform/storage/open.ts';
import { StorageError } from './platform/storage/storage-error.ts';
import { openUpkeep } from './platform/upkeep/upkeep.ts';
import { openRecordings } from './recordings/open-recordings.ts';
import { scratchFolder, startSweeping } from './recordings/scratch.ts';
import { startAnchors, startBackups } from './schedule.ts';
import { giveUpEntry, takeEntry } from './sources/arrivals/take.ts';
import { INTERNET } from './sources/fetching/network.ts';
import { watchSources } from './sources/watching/watch-sources.ts';
import { openOwnSpeech } from './speech/own-providers.ts';
import { starterOf } from './transcription/job-starter.ts';
import { openProviders } from './transcription/providers/open-providers.ts';
import { storedRecordings } from './transcription/stored-recordings.ts';
import { startWorker } from './transcription/worker.ts';

/** A first purge soon after the start, when people are served already, and one every hour. */
const UPKEEP = { first_ms: 10_000, every_ms: 3_600_000 };
/** Most calls are analysed as soon as they are written; a round finds the others. */
const ANALYSING = { first_ms: 1_000, every_ms: 15_000 };

export type Running = {
  address: string;
  first_start: boolean;
  /** Link by which the first user chooses a password; null once they have, or on a later start without a terminal. */
  invitation: string | null;
  stop(): Promise<void>;
};

type Stops = (() => Promise<void>)[];

/**
 * Starts everything in order: the database, its schema, the first organization, the server. Stops in reverse.
 * `watched`: a person reads what it prints.
 */
export const start = (config: Config, log: Logger, { watched = false } = {}): Promise<Running> =>
  undone(log, async (stops, stop) => {
    const { database, recordings, speech, transcription, vault } = await startParts(config, log, stops);
    await addBuiltInTemplates(database);
    const first_start = await firstStart(database, recordings.storage, config);
    if (config.jobs.at_once > 0)
      await startWork(config, log, stops, { database, recordings, speech, transcription, vault });
    const address = () => addressOf({ ...config, port: (app.server.address() as AddressInfo).port });
    const space = await watchFreeSpace(foldersOf(config), config.min_free_bytes);
    stops.push(async () => space.close());
    const { jwt, public_url, trusted_proxies, metrics_token: token, min_free_bytes } = config;
    const newest_backup = openNewestBackup(config.backup);
    const app = createApp({
      database,
      recordings,
      vault,
      speech,
      jwt,
      public_url,
      trusted_proxies,
      address,
      transcription,
      model: config.model && openChatServer(config.model),
      webhooks: { inside: new Set(config.webhook_hosts) },
      log,
      space,
      metrics: token === undefined ? undefined : { token, min_free_bytes },
      backups: { settings: config.backup, newest: newest_backup },
      upkeep: UPKEEP,
      analysing: ANALYSING,
    });
    stops.push(startBackups(config, newest_backup, log));
    stops.push(await startAnchors(config, database, log));
    stops.push(() => app.close());
    await app.listen({ host: config.host, port: config.port }).catch(blame('HOST and PORT'));
    // Later starts show it to a person at a terminal only: elsewhere what is said is kept in a log.
    const invitation = first_start || watched ? await inviteFirstUser(database, address()) : null;
    return { address: address(), first_start, invitation, stop };
  });

/** Starts a process that only works on jobs, beside servers on the same database. */
export const startWorkerAlone = (config: Config, log: Logger): Promise<{ stop(): Promise<void> }> =>
  undone(log, async (stops, stop) => {
    if (config.database_url === undefined) {
      throw new ConfigError(
        'A worker of its own needs DATABASE_URL; a server with its own PostgreSQL works on its jobs',
      );
    }
    if (config.jobs.at_once === 0) throw new ConfigError('JOBS_AT_ONCE must be at least 1 for a worker');
    await startWork(config, log, stops, await startParts(config, log, stops));
    return { stop };
  });

/** Starts what a server and a worker both need: the database, the queue and the storage. */
const startParts = async (config: Config, log: Logger, stops: Stops) => {
  await mkdir(config.data_dir, { recursive: true }).catch(blame('DATA_DIR'));
  const { owner, app } = await reachDatabase(config, log, stops);
  await migrate(owner, installQueue).catch(config.database_url === undefined ? rethrow : blameRights);
  const onError = (error: Error) => log.warn({ error: described(error) }, 'lost a connection');
  const database = openDatabase(app, onError);
  stops.push(() => database.close());
  if (await isLoginOfOwner(database)) log.warn(LOGIN_OF_OWNER);
  const queue = await openQueue(app, { lease_seconds: config.jobs.lease_seconds, onError });
  stops.push(() => queue.close());
  const storage = await openStorage(config.storage).catch(blameStorage);
  stops.push(async () => storage.close());
  const recordings = openRecordings(storage, scratchFolder(config.data_dir));
  stops.push(() => recordings.close());
  const providers = openProviders(config.transcription, config.data_dir);
  const vault = openVault(config.secrets_key ?? (await readVaultKey(config.data_dir).catch(blame('DATA_DIR'))));
  const speech = openOwnSpeech(vault, config.speech_makers, scratchFolder(config.data_dir));
  return {
    database,
    recordings,
    vault,
    speech,
    transcription: { queue, providers, own: speech, findRecording: storedRecordings(recordings) },
  };
};

type Parts = Awaited<ReturnType<typeof startParts>>;

const startWork = async (config: Config, log: Logger, stops: Stops, parts: Parts) => {
  const { database, transcription } = parts;
  const { public_url } = config;
  const sweeping = startSweeping(scratchFolder(config.data_dir), (error) => {
    log.warn({ error: described(error) }, 'what ended workers left could not be swept');
  });
  stops.push(() => sweeping.close());
  const taking = {
    ...parts,
    queue: transcription.queue,
    starter: starterOf(transcription),
    network: INTERNET,
    active: new Map(),
    log,
  };
  const take = (done: (organization_uuid: string) => void) => ({
    perform: (entry: Entry, signal: AbortSignal) => takeEntry({ ...taking, done }, entry, signal),
    giveUp: (entry: Entry) => giveUpEntry({ ...taking, done }, entry),
  });
  const sources = watchSources(taking);
  const watching = openUpkeep({
    ...{ database, name: 'sources', tasks: [sources], first_ms: 1_000, every_ms: 2_000, onRecorded: () => {} },
    onError: (error) => log.warn({ error: described(error) }, 'a source could not be looked into'),
  });
  watching.start();
  stops.push(() => watching.close().then(sources.idle));
  const worker = await startWorker({ ...transcription, database, public_url, at_once: config.jobs.at_once, take, log });
  stops.push(() => worker.close());
};

/** Starts something of several parts; where one of them fails, those before it are stopped. */
const undone = async <T>(log: Logger, begin: (stops: Stops, stop: () => Promise<void>) => Promise<T>): Promise<T> => {
  const stops: Stops = [];
  const stop = async () => {
    for (const undo of stops.splice(0).reverse()) {
      await undo().catch((error: Error) => log.error({ error: described(error) }, 'a part could not be stopped'));
    }
  };
  try {
    return await begin(stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
};

const rethrow = (error: unknown): never => {
  throw error;
};

// SQLSTATE classes of a refused log-in and of a database that is not there; the others are the system's own.
const UNUSABLE = /^(E[A-Z]+|28\w{3}|3D000)$/;

/** Throws ConfigError that names the setting at fault where its value cannot be used; any other error as it is. */
const blame =
  (setting: string) =>
  (error: Error & { code?: string }): never => {
    if (!UNUSABLE.test(error.code ?? '')) throw error;
    throw new ConfigError(`${setting} cannot be used: ${error.message}`);
  };

/** Throws ConfigError that names the rights which the user of DATABASE_URL lacks for migrations/0004 and the queue. */
const blameRights = (error: Error & { code?: string }): never => {
  if (error.code !== '42501') return blame('DATABASE_URL')(error);
  throw new ConfigError(
    'The user of DATABASE_URL may not make the role that requests run as, or the schema of the queue. Let them create ' +
      'roles and schemas for the first start (alter role … createrole; grant create on database … to …), or have an ' +
      'administrator of the database run, with their name:\n' +
      '  create role pharos_app nologin;\n  grant pharos_app to …;\n  create schema pgboss authorization …;',
  );
};

const blameStorage = (error: unknown): never => {
  if (!(error instanceof StorageError)) throw error;
  throw new ConfigError(`The place for recordings cannot be used (STORAGE_URL, or DATA_DIR): ${error.message}`);
};

const LOGIN_OF_OWNER =
  'requests log in as the owner of the database, who could take the walls between organizations down: ' +
  'name another login by DATABASE_URL and the owner by DATABASE_OWNER_URL';

/** Folders of this machine that fill: each may be on a disk of its own. */
const foldersOf = ({ data_dir, storage }: Config): string[] => [
  data_dir,
  join(data_dir, 'postgres'),
  ...('folder' in storage ? [storage.folder] : []),
];

/** The ways into the database: the owner's, for the schema, and the one that requests and jobs take. */
type Ways = { owner: Connection; app: Connection };

const reachDatabase = async (config: Config, log: Logger, stops: Stops): Promise<Ways> => {
  const { database_url, database_owner_url = database_url } = config;
  if (database_url !== undefined) {
    return { owner: { connectionString: database_owner_url }, app: { connectionString: database_url } };
  }
  const cluster = await startCluster({
    folder: join(config.data_dir, 'postgres'),
    log: (level, message) => log[level]({ part: 'postgres' }, message),
  }).catch(blame('DATA_DIR'));
  stops.push(() => cluster.stop());
  const owner = { ...cluster.connection, database: 'postgres' };
  return { owner, app: asApp(owner) };
};
