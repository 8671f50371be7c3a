import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from '../faults/server-process.ts';

const run = promisify(execFile);
const PROGRAMS = ['ceph', 'ceph-authtool', 'ceph-mon', 'ceph-osd', 'monmaptool', 'radosgw', 'radosgw-admin', 'setpriv'];
const PATIENCE_MS = 240_000;

/** Reason for a test to skip what needs a gateway; false where one can be started. */
export const radosgwMissing = (): string | false => {
  const folders = (process.env.PATH ?? '').split(':');
  const missing = PROGRAMS.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
  return missing.length > 0 && `${missing.join(', ')} not installed (Debian: radosgw ceph-mon ceph-osd)`;
};

export type Gateway = {
  endpoint: string;
  access_key_id: string;
  secret_access_key: string;
  start_ms: number;
  stop(): Promise<void>;
};

/** A whole Ceph on loopback, kept in memory, with its S3 gateway: a monitor, one disk, one user. */
export const startGateway = async (): Promise<Gateway> => {
  const since = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'pharos-ceph-'));
  const daemons: ChildProcess[] = [];
  const last = new Map<string, string>();
  const conf = join(folder, 'ceph.conf');

  const call = async (program: string, ...args: string[]) => {
    const running = run(program, ['-c', conf, ...args], { timeout: PATIENCE_MS });
    running.child.stdin?.end();
    await running;
  };
  // Ended by the kernel should the test be killed: nothing of it outlives the tests.
  const daemon = (program: string, ...args: string[]) => {
    const child = spawn('setpriv', ['--pdeathsig', 'KILL', program, '-c', conf, '-f', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr?.on('data', (data) => {
      last.set(program, ((last.get(program) ?? '') + data).slice(-1_500));
    });
    child.once('exit', (code, signal) => last.set(`end of ${program}`, `${code} ${signal}`));
    daemons.push(child);
  };
  const stop = async () => {
    for (const child of daemons.splice(0).reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };

  try {
    const [mon, http] = [await freePort(), await freePort()];
    await writeFile(conf, settings(folder, mon));
    for (const part of ['mon', 'osd', 'run']) await mkdir(join(folder, part));
    await run('monmaptool', [
      '--create',
      '--addv',
      'a',
      `[v1:127.0.0.1:${mon}]`,
      '--fsid',
      FSID,
      join(folder, 'monmap'),
    ]);
    await call('ceph-mon', '--mkfs', '-i', 'a', '--monmap', join(folder, 'monmap'));
    daemon('ceph-mon', '-i', 'a');
    await call('ceph', 'osd', 'new', FSID);
    await call('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', FSID);
    // By hand: the disk asks for its own place before it knows the cluster's id, and ends where it is too quick.
    await call('ceph', 'osd', 'crush', 'add', 'osd.0', '1.0', 'root=default', 'host=here');
    daemon('ceph-osd', '-i', '0');
    const keys = { access_key_id: randomBytes(10).toString('hex'), secret_access_key: randomBytes(20).toString('hex') };
    const { access_key_id, secret_access_key } = keys;
    const secrets = ['--access-key', access_key_id, '--secret-key', secret_access_key];
    await call('radosgw-admin', 'user', 'create', '--uid', 'pharos', '--display-name', 'Pharos', ...secrets);
    daemon('radosgw', '-n', 'client.rgw', `--rgw-frontends=beast endpoint=127.0.0.1:${http}`);
    const endpoint = `http://127.0.0.1:${http}`;
    await answers(endpoint, () => daemons.every(({ exitCode }) => exitCode === null));
    return { endpoint, ...keys, start_ms: Date.now() - since, stop };
  } catch (error) {
    await stop();
    throw new Error(`the gateway did not start: ${[...last].join('\n\n')}`, { cause: error });
  }
};

const FSID = '5b9f7e2c-6a3d-4c7e-9a51-0d1f4b8c2e77';

const settings = (folder: string, mon: number) => `[global]
fsid = ${FSID}
mon host = [v1:127.0.0.1:${mon}]
ms bind msgr2 = false
public network = 127.0.0.0/8
auth cluster required = none
auth service required = none
auth client required = none
run dir = ${folder}/run
admin socket = ${folder}/run/$name.asok
log file =
log to stderr = true
err to stderr = true
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd crush chooseleaf type = 0
osd crush update on start = false
osd class update on start = false
mon allow pool size one = true
mon warn on pool no redundancy = false
mon data = ${folder}/mon
mon data avail crit = 1
osd data = ${folder}/osd
osd objectstore = memstore
memstore device bytes = 4294967296
rgw data = ${folder}/run
rgw enable usage log = false
rgw thread pool size = 32
`;

const answers = async (endpoint: string, alive: () => boolean): Promise<void> => {
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(50)) {
    if (!alive()) throw new Error('a part of it ended');
    const answer = await fetch(endpoint).catch(() => null);
    if (answer) return void (await answer.arrayBuffer());
    if (Date.now() > end) throw new Error('it does not answer');
  }
};
