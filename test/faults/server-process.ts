import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readPidFile } from '../../server/platform/database/cluster/postmaster.ts';

const MAIN = new URL('../../server/main.ts', import.meta.url).pathname;
const WORKER = new URL('../../server/worker.ts', import.meta.url).pathname;
const RECORDER = new URL('../statements/record.ts', import.meta.url).href;

/** Less than the 72 s for which the server keeps an idle connection, so that one that waits for that is seen. */
const PATIENCE_MS = 60_000;

export type Ended = { code: number | null; signal: NodeJS.Signals | null };

/** The real server, `node server/main.ts`, as an operator starts it. */
export type ServerProcess = {
  pid: number;
  /** Everything it has said so far, on both outputs. */
  said(): string;
  /** Its address, once it says that it is ready; rejects with its last words where it ends before. */
  ready: Promise<string>;
  ended: Promise<Ended>;
  /** Sends a signal and waits for the end; after a minute it is killed. */
  end(signal: NodeJS.Signals): Promise<Ended>;
};

/** Starts a server with these settings, and none of the environment's. */
export const launchServer = (settings: Record<string, string>): ServerProcess =>
  launch(MAIN, /^Pharos is ready at (\S+)$/m, settings);

/** Starts a process that works on jobs alone, `node server/worker.ts`; it has no address. */
export const launchWorker = (settings: Record<string, string>): ServerProcess =>
  launch(WORKER, /(a worker is ready)/, settings);

const launch = (script: string, readiness: RegExp, settings: Record<string, string>): ServerProcess => {
  const { PATH = '', HOME = '/', STATEMENTS_DIR = '' } = process.env;
  const child = spawn(process.execPath, ['--import', RECORDER, script], {
    env: { PATH, HOME, STATEMENTS_DIR, TMPDIR: tmpdir(), HOST: '127.0.0.1', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal }));
  const ready = new Promise<string>((resolve, reject) => {
    const listen = (data: Buffer) => {
      text += data;
      const address = readiness.exec(text)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    ended.then(() => reject(new Error(`the server ended before it was ready: ${text}`)));
  });
  ready.catch(() => {});
  return {
    pid: child.pid ?? 0,
    said: () => text,
    ready,
    ended,
    end: async (signal) => {
      child.kill(signal);
      const patience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      return ended.finally(() => clearTimeout(patience));
    },
  };
};

/** A folder for a server's data, which PostgreSQL's own account can reach; `remove` also ends what still runs in it. */
export const makeDataFolder = async () => {
  const base = await realpath(await mkdtemp(join(tmpdir(), 'pharos-faults-')));
  await chmod(base, 0o755);
  const data_dir = join(base, 'data');
  const remove = async () => {
    await endPostgres(data_dir);
    await rm(base, { recursive: true, force: true });
  };
  return { data_dir, remove };
};

export const postgresFolder = (data_dir: string) => join(data_dir, 'postgres');

/** The pid of the PostgreSQL that runs in a data folder, or null; what only has the pid of one that ended is not it. */
export const postmasterOf = async (data_dir: string): Promise<number | null> => {
  const folder = postgresFolder(data_dir);
  const file = await readPidFile(folder);
  if (!file) return null;
  const place = await readlink(`/proc/${file.pid}/cwd`).catch(() => '');
  return place === folder ? file.pid : null;
};

const endPostgres = async (data_dir: string): Promise<void> => {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const pid = await postmasterOf(data_dir);
    if (pid === null) return;
    if (waited === 0) process.kill(pid, 'SIGQUIT');
    await sleep(50);
  }
};

/** The token that a first start leaves for its operator. */
export const readAdminToken = async (data_dir: string): Promise<string> =>
  (await readFile(join(data_dir, 'admin-token'), 'utf8')).trim();

/** A port of loopback that nobody uses at the moment. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};
