import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { launchServer, makeDataFolder, type ServerProcess } from './faults/server-process.ts';
import { PASSWORD, secretOf } from './support/sessions.ts';

const { data_dir, remove } = await makeDataFolder();
let server: ServerProcess | undefined;
after(async () => {
  await server?.end('SIGTERM');
  await remove();
});

const LINK = /^Sign in for the first time: (\S+)$/m;

/** Starts the server again; returns its address, and the secret of the link that it prints. */
const start = async (settings: Record<string, string> = {}) => {
  await server?.end('SIGTERM');
  server = launchServer({ DATA_DIR: data_dir, DEMO: '0', ...settings });
  const address = await server.ready;
  return { address, link: LINK.exec(server.said())?.[1] ?? '' };
};

const ask = async (address: string, verb: 'read' | 'accept', body: object) => {
  const response = await fetch(`${address}/v1/invitations/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, json: JSON.parse(await response.text()) };
};

test('a first start prints a link for the first user, and no later one does where nobody looks on', async () => {
  const PORT = String(20_000 + Math.floor(Math.random() * 40_000));
  const first = await start({ PORT, PUBLIC_URL: 'https://pharos.example/' });
  assert.ok(first.link.startsWith('https://pharos.example/welcome#token='));
  const token = secretOf(first.link);
  const firstServer = server as ServerProcess;
  const second = await start();
  const logged = firstServer
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  assert.ok(logged.length > 0 && !logged.some((line) => line.includes(token)));
  assert.equal(second.link, '');
  const { address } = second;
  assert.equal((await ask(address, 'read', { token })).status, 200);
  const body = { token, password: PASSWORD, email: 'operator@evergreen.example', name: 'Ida Marsh' };
  const accepted = await ask(address, 'accept', body);
  assert.equal(accepted.status, 201);
  assert.equal(accepted.json.data.access_level, 'operator');
});
