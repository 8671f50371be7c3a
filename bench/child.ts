import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server in a process of its own. */
export type Child = { address: string; pid: number; stop(): Promise<void> };

export type ChildOptions = {
  script: string;
  args?: string[];
  env?: Record<string, string>;
  /** The file that takes what it writes: its first line of JSON with an `address` says that it listens. */
  log: string;
};

const START_MS = 60_000;
const STOP_MS = 30_000;

/** Starts a server and waits until it listens; its log goes to a file, so that the load generator need not read it. */
export const startChild = async ({ script, args = [], env = {}, log }: ChildOptions): Promise<Child> => {
  const file = await open(log, 'w');
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', file.fd, file.fd],
    env: { ...process.env, ...env },
  });
  await file.close();
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(late);
  };
  for (const end = Date.now() + START_MS; Date.now() < end; await sleep(50)) {
    const written = await readFile(log, 'utf8');
    const address = /^\{.*"address":"([^"]+)".*\}$/m.exec(written)?.[1];
    if (address) return { address, pid: child.pid as number, stop };
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${script} ended:\n${written}`);
  }
  await stop();
  throw new Error(`${script} did not listen within ${START_MS / 1000} s`);
};
