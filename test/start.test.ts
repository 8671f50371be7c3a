import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, stat, utimes } from 'node:fs/promises';
import { request } from 'node:http';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@pharos/client';
import sql from 'sql-template-tag';
import { openDatabase } from '../server/platform/database/open-database.ts';
import {
  launchServer,
  launchWorker,
  makeDataFolder,
  postmasterOf,
  readAdminToken,
  type ServerProcess,
} from './faults/server-process.ts';
import { cloneDatabase, emptyDatabase } from './support/database.ts';

const started: ServerProcess[] = [];
const folders: { remove(): Promise<void> }[] = [];
after(async () => {
  for (const server of started) await server.end('SIGTERM');
  for (const folder of folders) await folder.remove();
});

const launch = (settings: Record<string, string>): ServerProcess => {
  const server = launchServer(settings);
  started.push(server);
  return server;
};
const newFolder = async (): Promise<string> => {
  const folder = await makeDataFolder();
  folders.push(folder);
  return folder.data_dir;
};
const clientOf = async (server: ServerProcess, data_dir: string) =>
  createClient({ baseUrl: await server.ready, token: await readAdminToken(data_dir), retries: 0 });
type Client = Awaited<ReturnType<typeof clientOf>>;

const counts = async ({ cases, calls }: Client) => [
  (await cases.list()).data.items.length,
  (await calls.list()).data.items.length,
];

const demo = await newFolder();
const first = launch({ DATA_DIR: demo });

test('a first start prints the address and leaves a private token that works', async () => {
  const address = await first.ready;
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.ok(first.said().includes(`${demo}/admin-token`));
  assert.equal((await stat(`${demo}/admin-token`)).mode & 0o777, 0o600);
  assert.equal((await fetch(`${address}/health/ready`)).status, 200);
  assert.equal((await fetch(`${address}/v1/cases`)).status, 401);
});

test('a first start without any setting has the demo home of 3 cases and 5 calls', async () => {
  const client = await clientOf(first, demo);
  assert.deepEqual(await counts(client), [3, 5]);
  const { data } = await client.recordings.info({ call_uuid: '849efaee-8073-4797-aa03-525aac037997' });
  assert.equal(data.content_type, 'audio/mpeg');
});

test('a second server on the same folder ends and says so', async () => {
  await first.ready;
  const second = launch({ DATA_DIR: demo });
  assert.deepEqual(await second.ended, { code: 1, signal: null });
  assert.match(second.said(), /another|already|in use/i);
  assert.doesNotMatch(second.said(), /\n\s+at /);
  assert.deepEqual(await counts(await clientOf(first, demo)), [3, 5]);
});

/** Begins a PUT and answers a function that sends the rest of its body, which answers the status. */
const beginPut = async (address: string, token: string, call_uuid: string, body: string) => {
  const put = request(`${address}/v1/calls/${call_uuid}`, { method: 'PUT' });
  const status = new Promise<number>((resolve, reject) => {
    put.once('response', (response) => resolve(response.resume().statusCode ?? 0)).once('error', reject);
  });
  put.setHeader('authorization', `Bearer ${token}`).setHeader('content-type', 'application/json');
  put.setHeader('content-length', Buffer.byteLength(body)).write(body.slice(0, 10));
  return { status, finish: () => put.end(body.slice(10)) };
};

test('SIGTERM lets a PUT end, stops the database, and a restart has everything and the same token', async () => {
  const client = await clientOf(first, demo);
  const token = await readAdminToken(demo);
  const written = (await stat(`${demo}/admin-token`)).mtimeMs;
  const [call] = (await client.calls.list()).data.items;
  const call_uuid = call?.uuid ?? '';
  const words = Array.from({ length: 9_000 }, () => ({ text: 'kept', start_ms: 0, end_ms: 1, confidence: 1 }));
  const body = JSON.stringify({ transcript: { source: 'manual', words } });
  const put = await beginPut(await first.ready, token, call_uuid, body);
  // An answer to a later request shows that the PUT has reached the server.
  await client.calls.get({ call_uuid });

  const ended = first.end('SIGTERM');
  while (!first.said().includes('"stopping"')) await sleep(5);
  put.finish();
  assert.equal(await put.status, 200);
  // Held up by the kept-alive connection, it would be killed.
  assert.deepEqual(await ended, { code: 0, signal: null });
  assert.equal(await postmasterOf(demo), null);
  assert.ok(!existsSync(`${demo}/postgres/postmaster.pid`));

  const again = launch({ DATA_DIR: demo });
  const later = await clientOf(again, demo);
  assert.deepEqual((await later.calls.get({ call_uuid })).data.transcript?.words, words);
  assert.deepEqual(await counts(later), [3, 5]);
  assert.ok(!again.said().includes('admin-token'));
  assert.equal((await stat(`${demo}/admin-token`)).mtimeMs, written);
  assert.deepEqual(await again.end('SIGINT'), { code: 0, signal: null });
});

test('with DEMO=0 there are no cases, and nothing that is said of families or tokens is logged', async () => {
  const data_dir = await newFolder();
  const server = launch({ DATA_DIR: data_dir, DEMO: '0' });
  const client = await clientOf(server, data_dir);
  assert.deepEqual(await counts(client), [0, 0]);

  const secret = 'Quillfeather';
  const { data: funeral } = await client.cases.create({ body: { last_name: secret, summary: secret } });
  const { data: call } = await client.calls.create({ body: { case_uuid: funeral.uuid, file_name: secret } });
  const word = { text: secret, start_ms: 0, end_ms: 1, confidence: 1, speaker: secret };
  const transcript = { source: 'manual' as const, words: [word] };
  const [call_uuid, speaker_labels] = [call.uuid, { [secret]: secret }];
  await client.calls.update({ call_uuid, body: { transcript, speaker_labels } });
  const address = `${await server.ready}/v1/calls/${call_uuid}`;
  const token = await readAdminToken(data_dir);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const wrong = [`{"transcript": "${secret}"}`, `{"${secret}`, `{"file_name": "${secret}\\u0000"}`, `"${secret}"`];
  for (const body of wrong) assert.equal((await fetch(address, { method: 'PUT', headers, body })).status, 400);
  assert.equal((await fetch(`${await server.ready}/v1/calls?q=${secret}`, { headers })).status, 200);
  assert.equal((await fetch(address, { headers: { authorization: `Bearer ${secret}` } })).status, 401);
  await server.end('SIGTERM');
  assert.ok(!server.said().includes(secret));
  assert.ok(!server.said().includes(token));
});

test('a database that is named by DATABASE_URL is used instead, and is left without the demo', async () => {
  const { connection, drop } = await cloneDatabase();
  after(drop);
  const data_dir = await newFolder();
  const at = (user: string) => `postgres://${user}@/${connection.database}?host=${connection.host}`;
  const DATABASE_URL = at(connection.user as string);
  const server = launch({ DATA_DIR: data_dir, DATABASE_URL });
  const client = await clientOf(server, data_dir);
  assert.deepEqual(await counts(client), [0, 0]);
  await client.cases.create({ body: { last_name: 'Hollis' } });
  assert.ok(!existsSync(`${data_dir}/postgres`));
  assert.deepEqual(await server.end('SIGTERM'), { code: 0, signal: null });
  assert.match(server.said(), /requests log in as the owner of the database/);

  // Requests have a login of their own here, which owns nothing.
  const owned = { DATABASE_URL: at('pharos_app'), DATABASE_OWNER_URL: DATABASE_URL };
  const again = launch({ DATA_DIR: data_dir, ...owned });
  assert.deepEqual(await counts(await clientOf(again, data_dir)), [1, 0]);
  assert.deepEqual(await again.end('SIGTERM'), { code: 0, signal: null });
  assert.ok(!again.said().includes('log in as the owner'));
});

test('an owner who is no superuser is enough, and the walls hold for them too', async () => {
  const { connection, drop } = await emptyDatabase({ may_be_app: true });
  after(drop);
  const data_dir = await newFolder();
  const DATABASE_URL = `postgres://${connection.user}@/${connection.database}?host=${connection.host}`;
  const server = launch({ DATA_DIR: data_dir, DATABASE_URL, DEMO: '1' });
  const client = await clientOf(server, data_dir);
  assert.deepEqual(await counts(client), [3, 5]);
  assert.equal((await client.audit.verify()).data.intact, true);
  assert.deepEqual(await server.end('SIGTERM'), { code: 0, signal: null });
  const owner = openDatabase(connection, () => {}, { role: 'none' });
  assert.deepEqual(await owner.scopedTo({}).rows(sql`select from cases`), []);
  await owner.close();
});

test('an owner who may not become the role of requests is told what to do', async () => {
  const { connection, drop } = await emptyDatabase({ may_be_app: false });
  after(drop);
  const data_dir = await newFolder();
  const DATABASE_URL = `postgres://${connection.user}@/${connection.database}?host=${connection.host}`;
  const server = launch({ DATA_DIR: data_dir, DATABASE_URL });
  assert.deepEqual(await server.ended, { code: 1, signal: null });
  assert.match(server.said(), /grant pharos_app to/);
});

test('a worker of its own starts and stops beside a server, and needs a database that both can reach', async () => {
  const { connection, drop } = await cloneDatabase();
  after(drop);
  const DATABASE_URL = `postgres://${connection.user}@/${connection.database}?host=${connection.host}`;
  const DATA_DIR = await newFolder();
  const left = `${DATA_DIR}/scratch/channels-left`;
  await mkdir(left, { recursive: true });
  await utimes(left, 0, 0);
  const worker = launchWorker({ DATA_DIR, DATABASE_URL, DEEPGRAM_API_KEY: 'very-secret' });
  started.push(worker);
  await worker.ready;
  assert.deepEqual(await worker.end('SIGTERM'), { code: 0, signal: null });
  assert.ok(!worker.said().includes('very-secret'));
  assert.ok(!existsSync(left));

  for (const [settings, said] of [
    [{}, /needs DATABASE_URL/],
    [{ DATABASE_URL, JOBS_AT_ONCE: '0' }, /JOBS_AT_ONCE must be at least 1/],
  ] as const) {
    const refused = launchWorker({ DATA_DIR: await newFolder(), ...settings });
    assert.deepEqual(await refused.ended, { code: 1, signal: null });
    assert.match(refused.said(), said);
  }
});

const wrong = { PORT: 'abc', DATABASE_URL: 'mysql://x', JWT_SECRET: 'short', DEMO: 'yes' };
for (const [name, value] of Object.entries(wrong)) {
  test(`${name}=${value} is refused by its name, before anything is made`, async () => {
    const data_dir = await newFolder();
    const server = launch({ DATA_DIR: data_dir, [name]: value });
    assert.deepEqual(await server.ended, { code: 1, signal: null });
    assert.match(server.said(), new RegExp(`^\\s*${name} must `));
    assert.ok(!existsSync(data_dir));
  });
}
