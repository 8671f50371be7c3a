import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Connection } from '../../server/platform/database/cluster/lock.ts';
import { type Cluster, startCluster } from '../../server/platform/database/cluster.ts';

export const isRoot = process.getuid?.() === 0;
export const debian = '/usr/lib/postgresql/15/bin';
export const nobody = { uid: 65534, gid: 65534 };

export const base = await realpath(await mkdtemp(join(tmpdir(), 'cluster-test-')));
await chmod(base, 0o755);
export const children = new Set<ChildProcess>();
export const clusters = new Set<Cluster>();
after(async () => {
  await rm(base, { recursive: true });
});
afterEach(async () => {
  for (const child of children) child.kill('SIGTERM');
  await Promise.all([...clusters].map((cluster) => cluster.stop()));
  while ([...children].some(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) await sleep(20);
  children.clear();
  clusters.clear();
});

let folders = 0;
export const freshFolder = () => join(base, String(++folders), 'postgres');

export const logged: string[] = [];
export const start = async (folder: string, bin?: string): Promise<Cluster> => {
  const cluster = await startCluster({ folder, bin, log: (level, message) => logged.push(`${level} ${message}`) });
  clusters.add(cluster);
  return cluster;
};

export const query = async (connection: Connection, text: string): Promise<unknown> => {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  try {
    return [await client.query(text)].flat().at(-1)?.rows[0];
  } finally {
    await client.end();
  }
};

export const eventually = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (const end = Date.now() + 120_000; ; await sleep(50)) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
};

export const keepsCall = (connection: Connection) =>
  query(connection, `create table calls (words text); insert into calls values ('Margaret called')`);
export const hasCall = async (connection: Connection) =>
  assert.deepEqual(await query(connection, 'select words from calls'), { words: 'Margaret called' });

type Answer = { connection: Connection; pid: number; failed?: string; message?: string };
export const startElsewhere = async (
  folder: string,
  bin = '',
  account = {},
): Promise<Answer & { server: ChildProcess }> => {
  const script = join(import.meta.dirname, 'cluster-server.ts');
  const server = spawn(process.execPath, [script, folder, ...(bin ? [bin] : [])], { ...account, cwd: '/' });
  children.add(server);
  let complaints = '';
  server.stderr.on('data', (data) => {
    complaints += data;
  });
  const answer = await new Promise<Answer>((resolve, reject) => {
    createInterface({ input: server.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    server.once('exit', () => setTimeout(() => reject(new Error(complaints)), 100));
  });
  return { ...answer, server };
};

// One that has ended but that nobody has waited for is still listed, without its program.
export const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}/exe`);
