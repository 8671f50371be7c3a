import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { reaches } from './cluster/account.ts';
import { findBinaries } from './cluster/binaries.ts';
import type { Connection } from './cluster/lock.ts';
import { AlreadyRunning, type Cluster, startCluster } from './cluster.ts';

const isRoot = process.getuid?.() === 0;
const debian = '/usr/lib/postgresql/15/bin';
const nobody = { uid: 65534, gid: 65534 };

const base = await realpath(await mkdtemp(join(tmpdir(), 'cluster-test-')));
await chmod(base, 0o755);
const children = new Set<ChildProcess>();
const clusters = new Set<Cluster>();
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
const freshFolder = () => join(base, String(++folders), 'postgres');

const logged: string[] = [];
const start = async (folder: string, bin?: string): Promise<Cluster> => {
  const cluster = await startCluster({ folder, bin, log: (level, message) => logged.push(`${level} ${message}`) });
  clusters.add(cluster);
  return cluster;
};

const query = async (connection: Connection, text: string): Promise<unknown> => {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  client.on('error', () => {});
  await client.connect();
  try {
    return [await client.query(text)].flat().at(-1)?.rows[0];
  } finally {
    await client.end();
  }
};

const eventually = async <T>(ask: () => Promise<T>): Promise<T> => {
  for (const end = Date.now() + 15_000; ; await sleep(50)) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
};

const keepsCall = (connection: Connection) =>
  query(connection, `create table calls (words text); insert into calls values ('Margaret called')`);
const hasCall = async (connection: Connection) =>
  assert.deepEqual(await query(connection, 'select words from calls'), { words: 'Margaret called' });

type Answer = { connection: Connection; pid: number; failed?: string; message?: string };
const startElsewhere = async (folder: string, bin = '', account = {}): Promise<Answer & { server: ChildProcess }> => {
  const script = join(import.meta.dirname, '../../test/support/cluster-server.ts');
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

const within = async (limit: number, what: () => Promise<unknown>) => {
  const since = Date.now();
  await what();
  const took = Date.now() - since;
  assert.ok(took < limit, `took ${took} ms`);
};

// One that has ended but that nobody has waited for is still listed, without its program.
const isAlive = (pid: number): boolean => existsSync(`/proc/${pid}/exe`);

test('a fresh folder becomes a cluster that is durable, private and the same everywhere', async () => {
  const cluster = await start(freshFolder());
  const settings = `select current_setting('fsync') as fsync, current_setting('data_checksums') as checksums,
    current_setting('listen_addresses') as addresses, lower('ÉLISE') as lower,
    (select string_agg(name, '' order by name) from unnest(array['a', 'B', 'é', 'Z']) name) as sorted`;
  const expected = { fsync: 'on', checksums: 'on', addresses: '', lower: 'élise', sorted: 'BZaé' };
  assert.deepEqual(await query(cluster.connection, settings), expected);
  assert.equal((await stat(cluster.connection.host)).mode & 0o777, 0o700);
  await cluster.stop();
  assert.ok(!isAlive(cluster.pid()));
  assert.ok(!existsSync(cluster.connection.host));
});

test('a stopped cluster keeps its data', async () => {
  const folder = freshFolder();
  const first = await start(folder);
  await keepsCall(first.connection);
  await first.stop();
  await hasCall((await start(folder)).connection);
});

test('no words of a call get into the log', async () => {
  const { connection } = await start(freshFolder());
  const failing = [
    `select 'Margaret'::int`,
    `select '{"Margaret": called}'::json`,
    `create table names (name text primary key); insert into names values ('Margaret'), ('Margaret')`,
    `do $$ begin raise warning 'Margaret'; raise exception 'Margaret'; end $$`,
  ];
  for (const text of failing) await assert.rejects(query(connection, text));
  assert.ok(!logged.some((line) => line.includes('Margaret')));
});

test('a second server on the folder of a live one is refused', async () => {
  const folder = freshFolder();
  const { server, connection } = await startElsewhere(folder);
  await assert.rejects(
    start(folder),
    (error: Error) => error instanceof AlreadyRunning && error.message.includes(folder),
  );
  await query(connection, 'select 1');
  server.kill('SIGTERM');
  await start(folder);
});

test('of two servers that start at once on a fresh folder one wins', async () => {
  const folder = freshFolder();
  const answers = await Promise.all([startElsewhere(folder), startElsewhere(folder)]);
  assert.deepEqual(answers.map(({ failed }) => failed ?? 'won').sort(), ['AlreadyRunning', 'won']);
  const winner = answers.find(({ failed }) => !failed);
  assert.ok(winner);
  await query(winner.connection, 'select 1');
});

const survivesKilledServer = async (bin?: string) => {
  const folder = freshFolder();
  const killed = await startElsewhere(folder, bin);
  await keepsCall(killed.connection);
  killed.server.kill('SIGKILL');
  await within(10_000, async () => hasCall((await start(folder, bin)).connection));
  assert.ok(!isAlive(killed.pid));
  assert.ok(!existsSync(killed.connection.host));
};

const survivesKilledPostmaster = async (bin?: string) => {
  const cluster = await start(freshFolder(), bin);
  await keepsCall(cluster.connection);
  const before = cluster.pid();
  process.kill(before, 'SIGKILL');
  await within(10_000, () => eventually(() => hasCall(cluster.connection)));
  await eventually(async () => assert.notEqual(cluster.pid(), before));
  await assert.rejects(start(await folderOf(cluster), bin), AlreadyRunning);
};

const folderOf = async ({ connection }: Cluster): Promise<string> => {
  const row = (await query(connection, 'show data_directory')) as { data_directory: string };
  return row.data_directory;
};

test('what a killed server left running is stopped and its data kept', () => survivesKilledServer());
test('a killed PostgreSQL comes back by itself', () => survivesKilledPostmaster());

const noDebian = existsSync(debian) ? false : `no PostgreSQL in ${debian}`;
test('another PostgreSQL survives a killed server', { skip: noDebian }, () => survivesKilledServer(debian));
test('another PostgreSQL comes back by itself', { skip: noDebian }, () => survivesKilledPostmaster(debian));

test('a lost lock is taken again', async () => {
  const cluster = await start(freshFolder());
  await query(cluster.connection, `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'`);
  await assert.rejects(start(await folderOf(cluster)), AlreadyRunning);
});

test('after a power cut the pid of PostgreSQL may be another process, which is left alone', async () => {
  const folder = freshFolder();
  const { server, pid } = await startElsewhere(folder);
  server.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  const { uid, gid } = await stat(folder);
  const innocent = spawn('sleep', ['60'], isRoot ? { uid, gid } : {});
  try {
    const path = join(folder, 'postmaster.pid');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^\d+/, String(innocent.pid)));
    await within(10_000, async () => query((await start(folder)).connection, 'select 1'));
    assert.equal(innocent.signalCode, null);
  } finally {
    innocent.kill('SIGKILL');
  }
});

test('what an interrupted first start left behind is swept away', async () => {
  const folder = freshFolder();
  const dead = spawn('true');
  await new Promise((resolve) => dead.once('exit', resolve));
  await mkdir(`${folder}.pharos-new-${dead.pid}-0badcafe/base`, { recursive: true });
  await writeFile(`${folder}.pharos-new-${dead.pid}-0badcafe/PG_VERSION`, '18\n');
  await query((await start(folder)).connection, 'select 1');
  assert.deepEqual(readdirSync(dirname(folder)), ['postgres']);
});

test('a server that is killed during its first start leaves nothing in the way', async () => {
  const folder = freshFolder();
  const early = startElsewhere(folder).catch(() => {});
  await eventually(async () => assert.ok(readdirSync(dirname(folder)).length));
  for (const child of children) if (child.spawnargs.includes(folder)) child.kill('SIGKILL');
  await early;
  await query((await start(folder)).connection, 'select 1');
});

test('a folder that holds something else is refused and left as it is', async () => {
  const folder = freshFolder();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'precious'), '');
  await assert.rejects(start(folder), /not a database/);
  assert.deepEqual(readdirSync(folder), ['precious']);
});

const notRoot = isRoot ? false : 'not run as root';

const notReached = notRoot || ((await reaches(nobody, import.meta.dirname)) ? false : 'the checkout is out of reach');

test('an ordinary user runs it too', { skip: notReached }, async () => {
  const folder = freshFolder();
  await mkdir(dirname(folder), { recursive: true });
  await chown(dirname(folder), nobody.uid, nobody.gid);
  const { connection, failed, message, server } = await startElsewhere(folder, '', nobody);
  assert.equal(failed, undefined, message);
  await keepsCall(connection);
  server.kill('SIGKILL');
  const again = await startElsewhere(folder, '', nobody);
  await hasCall(again.connection);
  again.server.kill('SIGKILL');
  // Root runs it as the one whom the data belongs to.
  await hasCall((await start(folder)).connection);
});

test('a folder that only root can enter points to its cluster elsewhere', { skip: notRoot }, async () => {
  const folder = freshFolder();
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  const first = await start(folder);
  const elsewhere = await readlink(folder);
  try {
    assert.match(elsewhere, /^\/var\/lib\/pharos\/clusters\/[0-9a-f-]{36}$/);
    await keepsCall(first.connection);
    await first.stop();
    const second = await start(folder);
    await hasCall(second.connection);
    await second.stop();
  } finally {
    await rm(elsewhere, { recursive: true });
  }
  await assert.rejects(start(folder), /is not there/);
  await unlink(folder);
});

test('programs that the account cannot reach, or without their links, are copied once', { skip: notRoot }, async () => {
  const installed = await findBinaries(undefined, null, base);
  const root = join(base, 'private/package/native');
  await cp(dirname(installed.bin), root, { recursive: true, verbatimSymlinks: true });
  await cp(join(dirname(installed.bin), '../package.json'), join(root, '../package.json'));
  for (const name of readdirSync(join(root, 'lib')))
    if (/^libicu\w+\.so(\.60)?$/.test(name)) await unlink(join(root, 'lib', name));
  await chmod(join(base, 'private'), 0o700);
  const shelf = join(base, 'shelf');
  const copy = await findBinaries(undefined, nobody, shelf, root);
  assert.equal(dirname(dirname(copy.bin)), shelf);
  const made = (await stat(copy.bin)).ctimeMs;
  assert.deepEqual(await findBinaries(undefined, nobody, shelf, root), copy);
  assert.equal((await stat(copy.bin)).ctimeMs, made);
  await unlink(join(copy.bin, 'initdb'));
  assert.deepEqual(await findBinaries(undefined, nobody, shelf, root), copy);
  assert.ok(existsSync(join(copy.bin, 'initdb')));
  assert.equal(readdirSync(shelf).length, 1);
});
