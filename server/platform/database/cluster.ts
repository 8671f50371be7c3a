import { mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseAccount } from './cluster/account.ts';
import { findBinaries } from './cluster/binaries.ts';
import { openFolder, ownerOf, Unreachable } from './cluster/folder.ts';
import { type Connection, connectionAt } from './cluster/lock.ts';
import { AlreadyRunning, endOrphan } from './cluster/orphan.ts';
import { isBusy, type Launch, type Log, readPidFile } from './cluster/postmaster.ts';
import { makeSocketFolder, removeSocketFolder } from './cluster/socket-folder.ts';
import { bringUp, keepUp, type Up } from './cluster/supervise.ts';

export { AlreadyRunning, Unreachable };

/** A PostgreSQL that is ours alone and comes back by itself. */
export type Cluster = {
  /** Connection for `pg`, without the database; stays the same for the cluster's life. */
  connection: Connection;
  pid(): number;
  /** Ends it, closing what is still connected; takes up to 25 s if it does not listen. */
  stop(): Promise<void>;
};

export type ClusterOptions = {
  /** Data folder. Created with an empty cluster if need be, with its parents. */
  folder: string;
  /** The folder of PostgreSQL's programs, if not those that npm installed. */
  bin?: string;
  log: Log;
  /** PostgreSQL settings; those that keep data safe and private cannot be changed. */
  settings?: Record<string, string>;
};

/** Folder in which root keeps what PostgreSQL's own account cannot reach elsewhere. */
const home = '/var/lib/pharos';

/** Starts PostgreSQL for the first time, once whatever a killed server left behind is gone. */
const firstUp = async (launch: Launch, stopping: AbortSignal): Promise<Up> => {
  const { folder, account, log } = launch;
  const end = Date.now() + 20_000;
  for (let attempt = 1; ; attempt++) {
    await endOrphan(folder, account, log);
    try {
      return await bringUp(launch, stopping);
    } catch (error) {
      // Exit code 0: another server that is starting took ours for one that had been left behind.
      const { message } = error as Error;
      if (!isBusy(message) && !message.includes('ended with 0')) throw error;
      if (Date.now() > end) throw new AlreadyRunning(folder, message);
      if (attempt === 2) log('info', `Waiting for another PostgreSQL to leave ${folder}`);
      await sleep(250);
    }
  }
};

/**
 * Starts a PostgreSQL of our own under a folder, over a private socket only, and keeps it up until `stop`.
 * @throws AlreadyRunning where another live Pharos server uses the folder, Unreachable where its account cannot get there.
 */
export const startCluster = async ({ folder, bin, log, settings = {} }: ClusterOptions): Promise<Cluster> => {
  if (process.platform === 'win32') throw new Error('On Windows the database is not run by Pharos: set DATABASE_URL.');
  const parent = dirname(resolve(folder));
  await mkdir(parent, { recursive: true });
  const path = await realpath(folder).catch(async () => join(await realpath(parent), basename(resolve(folder))));
  const account = await chooseAccount(home, await ownerOf(path));
  const binaries = await findBinaries(bin, account, account ? home : parent);
  const place = await openFolder({ folder: path, binaries, account, home, log });

  const predecessor = await readPidFile(place);
  const socketFolder = await makeSocketFolder(account);
  const launch = { folder: place, binaries, account, socketFolder, settings, log };
  const stopping = new AbortController();
  let up: Up;
  try {
    up = await firstUp(launch, stopping.signal);
  } catch (error) {
    await removeSocketFolder(socketFolder);
    throw error;
  }
  if (predecessor) await removeSocketFolder(predecessor.socketFolder);

  const ended = keepUp(launch, up, stopping.signal, (now) => {
    up = now;
  });
  return {
    connection: connectionAt(socketFolder),
    pid: () => up.postmaster.child.pid ?? 0,
    stop: async () => {
      stopping.abort();
      await ended;
      await removeSocketFolder(socketFolder);
    },
  };
};
