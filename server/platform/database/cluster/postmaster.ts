import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, environment, run, succeeds } from './account.ts';
import type { Binaries } from './binaries.ts';
import { fixed, flags, lz4, tuned } from './settings.ts';

export type Log = (level: 'info' | 'warn' | 'error', message: string) => void;

/** Contents of a running PostgreSQL's pid file: its pid (line 1) and its socket folder (line 5). */
export type PidFile = { pid: number; socketFolder: string };

export const readPidFile = async (folder: string): Promise<PidFile | null> => {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Math.abs(Number(lines[0]));
  return pid > 0 ? { pid, socketFolder: lines[4] ?? '' } : null;
};

/** Tells whether a pid is a PostgreSQL of this folder; after a crash it may well belong to something else. */
export const runsIn = async (folder: string, pid: number, account: Account): Promise<boolean> => {
  if (!(await succeeds(account, 'sh', ['-c', 'kill -0 "$0"', String(pid)]))) return false;
  // PostgreSQL works in its data folder. Asked as the account, since root in a container may not look.
  return process.platform !== 'linux' || succeeds(account, 'test', [`/proc/${pid}/cwd`, '-ef', folder]);
};

const conflict = '75';

/** Tells whether PostgreSQL ended because another one, or the last processes of a crashed one, are in its folder. */
export const isBusy = (words: string): boolean =>
  /folder locked|lock file ".*" (already exists|is empty)|still in use/.test(words);

export type Launch = {
  folder: string;
  binaries: Binaries;
  account: Account;
  socketFolder: string;
  settings: Record<string, string>;
  log: Log;
};

/**
 * A started PostgreSQL; `exited` resolves with how it ended. While `quiet`, its messages are not logged, except on
 * recovery and panics, and `exited` ends with them.
 */
export type Postmaster = { child: ChildProcess; exited: Promise<string>; quiet: boolean };

const isNews = (line: string): boolean => /recovery|redo|PANIC/.test(line);

/** Puts the program behind a lock on the folder that ends with its last process, where `flock` can do that. */
const guard = async (folder: string, account: Account): Promise<string[]> => {
  // The kernel's lock also holds between containers that share the folder, which cannot see each other's pids.
  const words = ['--nonblock', '--no-fork', '--conflict-exit-code', conflict];
  const code = await run(account, 'flock', ['--shared', ...words, folder, 'true']).then(
    () => conflict,
    (error) => String(error.code),
  );
  return code === conflict ? ['flock', ...words, folder] : [];
};

/** Starts PostgreSQL, which is not up yet when this answers. */
export const spawnPostmaster = async (launch: Launch): Promise<Postmaster> => {
  const { folder, binaries, account, socketFolder, settings, log } = launch;
  const postgres = join(binaries.bin, 'postgres');
  const hasLz4 = await succeeds(account, postgres, ['-D', folder, ...flags(lz4), '-C', 'port']);
  const all = { ...tuned, ...(hasLz4 ? lz4 : {}), ...settings, ...fixed, unix_socket_directories: socketFolder };

  // PostgreSQL will not start while the pid of a crashed predecessor is alive, even as something else. This is how
  // pg_ctl tells it which pid is no PostgreSQL; the check for live backends, by shared memory, is still made.
  const stale = await readPidFile(folder);
  const known = stale && !(await runsIn(folder, stale.pid, account)) ? { PG_GRANDPARENT_PID: String(stale.pid) } : {};

  const [program = '', ...args] = [...(await guard(folder, account)), postgres, '-D', folder, ...flags(all)];
  const child = spawn(program, args, {
    ...account,
    cwd: '/',
    env: { ...environment, ...known },
    // In a session of its own, Ctrl-C does not end the database before the server has ended its work.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lastWords: string[] = [];
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', async (code, signal) => {
      // Processes that outlive it keep its output open: do not wait for its end.
      await Promise.race([once(child, 'close'), sleep(100)]);
      const how = String(code) === conflict ? 'found its folder locked by another' : `ended with ${signal ?? code}`;
      resolve([how, ...(postmaster.quiet ? lastWords : [])].join('; '));
    });
  });
  const postmaster: Postmaster = { child, exited, quiet: true };
  createInterface({ input: child.stderr }).on('line', (line) => {
    // Told to whoever is connecting or connected, once each, which would flood the log.
    if (/^FATAL: +(the database system is|terminating connection)/.test(line)) return;
    if (postmaster.quiet) lastWords.push(line);
    if (!postmaster.quiet || isNews(line)) log(line.startsWith('PANIC') ? 'error' : 'info', `PostgreSQL: ${line}`);
  });
  return postmaster;
};

/** Signals a PostgreSQL that is not our child, as its own account, which can reach nobody else's. */
export const signal = (pid: number, name: 'INT' | 'QUIT', account: Account): Promise<string> =>
  run(account, 'sh', ['-c', `kill -s ${name} "$0"`, String(pid)]);
