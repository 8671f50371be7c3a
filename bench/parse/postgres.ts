import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../../test/faults/server-process.ts';

const DEBIAN = '/usr/lib/postgresql';

/** Debian's PostgreSQL on a port of loopback, with its own settings, under `folder`; answers its address. */
export const startDebianPostgres = async (folder: string, stops: (() => Promise<void>)[]): Promise<string> => {
  const version = (await readdir(DEBIAN).catch(() => [])).sort((a, b) => Number(b) - Number(a))[0];
  if (!version) throw new Error(`there is no PostgreSQL in ${DEBIAN}: apt-get install postgresql`);
  const bin = join(DEBIAN, version, 'bin');
  const data = join(folder, 'debian');
  await mkdir(data);
  await chmod(folder, 0o755);
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const account = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (account.uid !== undefined) await chown(data, account.uid, account.gid);
  await promisify(execFile)(join(bin, 'initdb'), ['-D', data, '-U', 'bench', '-A', 'trust'], { ...account, cwd: '/' });
  const port = await freePort();
  const listen = ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...listen], { ...account, cwd: '/', stdio: 'ignore' });
  const ended = once(server, 'exit');
  stops.push(async () => {
    server.kill('SIGINT');
    await ended;
  });
  const address = `postgres://bench@127.0.0.1:${port}`;
  for (;;) {
    const client = new pg.Client(`${address}/postgres`);
    client.on('error', () => {});
    try {
      await client.connect();
      for (const name of ['pharos', 'parse']) await client.query(`create database ${name}`);
      await client.end();
      return address;
    } catch (error) {
      if (server.exitCode !== null) throw error;
      await sleep(100);
    }
  }
};
