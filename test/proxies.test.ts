// The examples of deploy/ for nginx and Caddy, each in front of a real server.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCall, openPharos } from './support/pharos.ts';
import { wav } from './support/recordings.ts';

const folder = await mkdtemp(join(tmpdir(), 'pharos-proxies-'));
const pharos = await openPharos({ trusted_proxies: ['127.0.0.1'] });
const home = await pharos.person();
const agent = new Agent({ keepAlive: false });
after(() => rm(folder, { recursive: true }));

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** The example with this server's ports, and without the certificate of a name that is not here. */
const example = async (name: string, changes: [RegExp, string][]) => {
  let text = await readFile(new URL(`../deploy/${name}`, import.meta.url), 'utf8');
  for (const [from, to] of [...changes, [/127\.0\.0\.1:8080/, `127.0.0.1:${pharos.port}`] as const]) {
    assert.match(text, from, `${name} has no ${from}`);
    text = text.replace(from, to);
  }
  return text;
};

const PROXIES: Record<string, (port: number) => Promise<string[]>> = {
  nginx: async (port) => {
    const server = await example('nginx.conf', [
      [/listen 443 ssl;/, `listen 127.0.0.1:${port};`],
      [/ssl_certificate .*;/, ''],
      [/ssl_certificate_key .*;/, ''],
    ]);
    await mkdir(join(folder, 'nginx'));
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (one) => `${one}_temp_path ${folder}/nginx/${one};`,
    );
    const http = `http { access_log off; ${paths.join(' ')}\n${server}\n}`;
    await writeFile(
      join(folder, 'nginx.conf'),
      `daemon off; master_process off; pid ${folder}/pid; error_log stderr;\nevents {}\n${http}`,
    );
    return ['-e', 'stderr', '-c', join(folder, 'nginx.conf')];
  },
  caddy: async (port) => {
    const site = await example('Caddyfile', [[/calls\.example \{/, `http://127.0.0.1:${port} {`]]);
    await writeFile(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`);
    return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
  },
};

type Sent = { method?: string; headers?: Record<string, string>; body?: Uint8Array; from?: string };

const start = async (name: string) => {
  const port = await freePort();
  const args = await (PROXIES[name] as (port: number) => Promise<string[]>)(port);
  const env = { PATH: '/usr/sbin:/usr/bin:/bin', HOME: folder };
  const child = spawn(name, args, { stdio: 'ignore', env });
  after(() => child.kill('SIGKILL'));
  const send = (path: string, { method = 'GET', headers = {}, body, from = '127.0.0.1' }: Sent = {}) =>
    new Promise<{ status: number; headers: Record<string, unknown>; bytes: Buffer }>((resolve, reject) => {
      const all = { authorization: `Bearer ${home.token}`, ...headers };
      const asked = request(
        { host: '127.0.0.1', port, path, method, headers: all, localAddress: from, agent },
        async (answer) =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes: await buffer(answer) }),
      );
      asked.once('error', reject).end(body);
    });
  while ((await send('/health/ready').catch(() => ({ status: 0 }))).status !== 200) {
    assert.equal(child.exitCode, null, `${name} has ended`);
    await sleep(50);
  }
  return send;
};

for (const name of Object.keys(PROXIES)) {
  const skip = spawnSync(name, [name === 'nginx' ? '-v' : 'version']).status === 0 ? false : `${name} is not installed`;
  describe(`${name} as in deploy/`, { skip }, () => {
    test('passes large bodies, ranges and compressed answers, and a person keeps their own address', async () => {
      const send = await start(name);
      const { call_uuid } = await openCall(home);
      const words = Array.from({ length: 30_000 }, (_, at) => ({
        text: `word ${at}`,
        start_ms: at,
        end_ms: at,
        confidence: 1,
      }));
      const json = { 'content-type': 'application/json' };
      const body = Buffer.from(JSON.stringify({ transcript: { source: 'deepgram', words } }));
      assert.ok(body.length > 1024 ** 2);
      assert.equal((await send(`/v1/calls/${call_uuid}`, { method: 'PUT', headers: json, body })).status, 200);

      const read = await send(`/v1/calls/${call_uuid}`, { headers: { 'accept-encoding': 'gzip' } });
      assert.equal(read.headers['content-encoding'], 'gzip');
      const etag = String(read.headers.etag);
      const change = { method: 'PUT', headers: { ...json, 'if-match': etag }, body: Buffer.from('{"duration": 1}') };
      assert.equal((await send(`/v1/calls/${call_uuid}`, change)).status, 200);
      assert.equal((await send(`/v1/calls/${call_uuid}`, change)).status, 200, 'what is equal already is no conflict');

      const sound = wav(randomBytes(20_000_000), { tag: 1, channels: 1, bits: 8 });
      const recording = `/v1/calls/${call_uuid}/recording`;
      assert.equal((await send(recording, { method: 'PUT', body: sound })).status, 200);
      const part = await send(recording, { headers: { range: 'bytes=1000-1999' } });
      assert.deepEqual([part.status, part.bytes.equals(sound.subarray(1000, 2000))], [206, true]);
      assert.equal((await send('/metrics')).status, 404);

      const headers = { 'x-forwarded-for': '203.0.113.9' };
      await send(`/v1/calls/${call_uuid}`, { headers, from: '127.0.0.2' });
      const [event] = (await home.client.audit.list({ subject_uuid: call_uuid, limit: 1 })).data.items;
      assert.equal(event?.address, '127.0.0.2');
    });
  });
}
