import { readFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ADMIN_TOKEN_FILE } from '../server/organizations/first-start.ts';
import { type Child, startChild } from './child.ts';
import { MAX_CONCURRENCY, type SubjectName } from './workloads.ts';

/** A server under load. All of them answer under the same paths. */
export type Subject = {
  name: SubjectName;
  address: string;
  agent: Agent;
  token: string;
  /** Sent with each request instead of the token. */
  headers?: Record<string, string>;
};

export type Connection = { host: string; port: number; user: string; database: string; ssl: false };

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Starts Pharos itself, with a new installation under `folder`, and says how to reach it and its PostgreSQL. */
export const startPharos = async (folder: string, stops: (() => Promise<void>)[], { demo = false } = {}) => {
  const data_dir = join(folder, 'data');
  const DEMO = demo ? '1' : '0';
  const env = { DATA_DIR: data_dir, HOST: '127.0.0.1', PORT: '0', DEMO, DATABASE_URL: '', PUBLIC_URL: '' };
  const child = await startChild({ script: here('../server/main.ts'), env, log: join(folder, 'pharos.log') });
  stops.push(child.stop);
  const token = (await readFile(join(data_dir, ADMIN_TOKEN_FILE), 'utf8')).trim();
  const pid_file = await readFile(join(data_dir, 'postgres', 'postmaster.pid'), 'utf8');
  const host = pid_file.split('\n')[4] as string;
  const connection: Connection = { host, port: 5432, user: 'pharos', database: 'postgres', ssl: false };
  return { subject: subjectOf('Pharos', child, token), connection, pid: child.pid };
};

/** Starts one of the two servers that Pharos is compared with, on Pharos' own PostgreSQL. */
export const startPeer = async (
  name: 'limit' | 'jsonb',
  folder: string,
  connection: Connection,
  token: string,
  stops: (() => Promise<void>)[],
): Promise<Subject> => {
  const args = [JSON.stringify(connection)];
  const child = await startChild({ script: here(`./${name}-server.ts`), args, log: join(folder, `${name}.log`) });
  stops.push(child.stop);
  return subjectOf(name, child, token);
};

/** A server that answers, with the connections that are kept to it. */
export const subjectOf = (name: SubjectName, { address }: Pick<Child, 'address'>, token: string): Subject => ({
  name,
  address,
  token,
  // Only an agent with a limit of its own heeds how long the server keeps an idle connection; without one it sends its
  // next request into a connection that is being closed.
  agent: new Agent({ keepAlive: true, maxSockets: MAX_CONCURRENCY, timeout: 60_000 }),
});
