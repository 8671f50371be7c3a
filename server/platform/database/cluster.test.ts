import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import {
  children,
  debian,
  eventually,
  freshFolder,
  hasCall,
  isAlive,
  isRoot,
  keepsCall,
  logged,
  query,
  start,
  startElsewhere,
} from '../../../test/support/clusters.ts';
import { AlreadyRunning, type Cluster } from './cluster.ts';

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
  await hasCall((await start(folder, bin)).connection);
  assert.ok(!isAlive(killed.pid));
  assert.ok(!existsSync(killed.connection.host));
};

const survivesKilledPostmaster = async (bin?: string) => {
  const cluster = await start(freshFolder(), bin);
  await keepsCall(cluster.connection);
  const before = cluster.pid();
  process.kill(before, 'SIGKILL');
  await eventually(() => hasCall(cluster.connection));
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
    await query((await start(folder)).connection, 'select 1');
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
