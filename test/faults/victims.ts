import { readdir, readFile } from 'node:fs/promises';
import { postmasterOf } from './server-process.ts';

/** Processes to kill: the server, PostgreSQL's first process alone, or that one with all its children. */
export type Victim = 'server' | 'postmaster' | 'all of PostgreSQL';

const ORDER: Victim[] = ['server', 'postmaster', 'server', 'all of PostgreSQL'];

/** The victims of so many rounds: the server and PostgreSQL alternately, PostgreSQL in both ways alternately. */
export const victimsOf = (rounds: number): Victim[] =>
  Array.from({ length: rounds }, (_, round) => ORDER[round % ORDER.length] as Victim);

/** Kills PostgreSQL as a power cut would: nobody is told. */
export const killPostgres = async (data_dir: string, victim: Victim): Promise<void> => {
  const pid = await postmasterOf(data_dir);
  if (pid === null) throw new Error('there is no PostgreSQL to kill');
  const children = victim === 'postmaster' ? [] : await childrenOf(pid);
  process.kill(pid, 'SIGKILL');
  for (const child of children) killIfThere(child);
};

const killIfThere = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended with its parent.
  }
};

const childrenOf = async (parent: number): Promise<number[]> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = await Promise.all(pids.map(parentOf));
  return pids.filter((_, index) => parents[index] === parent);
};

const parentOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]);
};
