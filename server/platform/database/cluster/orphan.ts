import { realpath } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Account } from './account.ts';
import { connect, dataFolder, takeFromNobody } from './lock.ts';
import { type Log, readPidFile, runsIn, signal } from './postmaster.ts';

/** Another live Pharos server uses this database folder. */
export class AlreadyRunning extends Error {
  constructor(folder: string, why: string) {
    super(
      `The database in ${folder} is in use: ${why}. Stop the other Pharos first, or give this one a folder of its own.`,
    );
    this.name = 'AlreadyRunning';
  }
}

/** Connects to the PostgreSQL that runs in the folder, if any; one that does not answer in `patience` ms has no client. */
const reach = async (folder: string, account: Account, patience: number) => {
  for (const end = Date.now() + patience; ; await sleep(100)) {
    const found = await readPidFile(folder);
    if (!found || !(await runsIn(folder, found.pid, account))) return 'gone';
    try {
      return { ...found, client: (await connect(found.socketFolder)).client };
    } catch {
      // It may be starting, recovering or shutting down.
      if (Date.now() > end) return found;
    }
  }
};

const waitUntilGone = async (folder: string, pid: number, account: Account, patience: number): Promise<boolean> => {
  for (const end = Date.now() + patience; await runsIn(folder, pid, account); await sleep(50)) {
    if (Date.now() > end) return false;
  }
  return true;
};

const isOf = async (client: pg.Client, folder: string): Promise<boolean> =>
  (await realpath(await dataFolder(client)).catch(() => '')) === folder;

/**
 * Ends a PostgreSQL whose Pharos server was killed, and only that.
 * @throws AlreadyRunning where its server lives.
 */
export const endOrphan = async (folder: string, account: Account, log: Log): Promise<void> => {
  const found = await reach(folder, account, 15_000);
  if (found === 'gone') return;
  if (!('client' in found)) {
    throw new AlreadyRunning(folder, `PostgreSQL with pid ${found.pid} runs there and does not answer`);
  }
  const { client, pid } = found;
  try {
    // Then the file is out of date, and PostgreSQL itself will say whether the folder is free.
    if (!(await isOf(client, folder))) return;
    if (!(await takeFromNobody(client))) throw new AlreadyRunning(folder, 'another Pharos server is running on it');
    log('info', `PostgreSQL (pid ${pid}) has outlived its server: stopping it`);
    // The lock is kept meanwhile, so that nobody else does the same; a fast shutdown closes this connection as well.
    await signal(pid, 'INT', account);
    if (await waitUntilGone(folder, pid, account, 20_000)) return;
    await signal(pid, 'QUIT', account);
    await waitUntilGone(folder, pid, account, 5_000);
  } catch (error) {
    // It ended meanwhile, by itself or by somebody else: starting ours will show.
    if (error instanceof AlreadyRunning) throw error;
  } finally {
    await client.end().catch(() => {});
  }
};
