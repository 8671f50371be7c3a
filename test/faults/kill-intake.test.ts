import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@pharos/client';
import type { Client } from '@pharos/client/methods.ts';
import type { Arrival } from '@pharos/contract/arrivals.ts';
import { beep } from '../support/requests.ts';
import { openWebhook } from '../support/telephone-systems.ts';
import { freePort, launchServer, makeDataFolder, readAdminToken, type ServerProcess } from './server-process.ts';

/** `FULL=1` sends as much, and kills as often, as it must hold. */
const [EACH, KILLS] = process.env.FULL ? [1_000, 30] : [30, 3];
const PATIENCE_MS = process.env.FULL ? 1_800_000 : 180_000;

const { data_dir, remove } = await makeDataFolder();
const PORT = String(await freePort());
const address = `http://127.0.0.1:${PORT}`;
let server: ServerProcess | undefined;
after(async () => {
  await server?.end('SIGTERM');
  await remove();
});

const launch = async () => {
  server = launchServer({ DATA_DIR: data_dir, DEMO: '0', PORT, LEASE_SECONDS: '10' });
  await server.ready;
  return server;
};

const readLog = async (client: Client, source_uuid: string): Promise<Arrival[]> => {
  const all: Arrival[] = [];
  for (let cursor: string | undefined; ; ) {
    const { data } = await client.sources.arrivals({ source_uuid, limit: 200, cursor });
    all.push(...data.items);
    if (data.next_cursor === null) return all;
    cursor = data.next_cursor;
  }
};

test(`of ${EACH} files and ${EACH} messages, each twice and with ${KILLS} kills meanwhile, all are in once and none is lost`, {
  timeout: PATIENCE_MS,
}, async (t) => {
  await launch();
  const client = createClient({ baseUrl: address, token: await readAdminToken(data_dir), retries: 0 });
  const folder = join(data_dir, '..', 'monitor');
  await mkdir(folder);
  const settings = { folder, since: '2020-01-01T00:00:00Z' };
  const { data: pbx } = await client.sources.create({ body: { name: 'PBX', kind: 'folder', settings } });
  const system = openWebhook();
  const { data: bridge } = await client.sources.create({ body: system.source });

  const hashes = new Set<string>();
  let done = 0;
  const write = async () => {
    for (let number = 0; number < EACH; number++) {
      const bytes = beep();
      hashes.add(createHash('sha256').update(bytes).digest('hex'));
      for (const name of [`${number}.wav`, `again-${number}.wav`]) {
        await writeFile(join(folder, name), bytes);
        const before = new Date(Date.now() - 60_000);
        await utimes(join(folder, name), before, before);
      }
      done += 1;
      await sleep(20);
    }
  };
  const acknowledged = new Set<string>();
  /** Sends a message until it is acknowledged, as a telephone system does. */
  const deliver = async (id: string) => {
    for (;;) {
      const { body, headers } = system.tell({ id, url: `https://media.example/${id}` }, bridge.address as string);
      const answer = await fetch(`${address}/v1/intake/${bridge.uuid}`, { method: 'POST', body, headers }).catch(
        () => null,
      );
      if (answer?.status === 200) break;
      assert.ok(answer === null || answer.status >= 500, `answered ${answer?.status}`);
      await sleep(50);
    }
    acknowledged.add(id);
  };
  const send = async () => {
    for (let number = 0; number < EACH; number++) {
      await deliver(`RE${number}`);
      await deliver(`RE${Math.floor(number / 2)}`);
      await sleep(20);
    }
  };
  const kill = async () => {
    for (let killed = 0; killed < KILLS; killed++) {
      const until = ((killed + 1) * EACH) / (KILLS + 1);
      while (done < until) await sleep(10);
      await server?.end('SIGKILL');
      await launch();
    }
  };
  await Promise.all([write(), send(), kill()]);

  const taken = async () => (await readLog(client, pbx.uuid)).filter(({ state }) => state === 'taken');
  while ((await taken()).length < EACH) await sleep(200);
  const log = await readLog(client, pbx.uuid);
  t.diagnostic(`${log.length} files in the log, ${acknowledged.size} messages acknowledged`);
  const calls = new Set((await taken()).map(({ call_uuid }) => call_uuid as string));
  assert.equal(calls.size, EACH);
  const kept = await Promise.all(
    [...calls].map(async (call_uuid) => (await client.recordings.info({ call_uuid })).data.sha256),
  );
  assert.deepEqual(new Set(kept), hashes);
  let count = 0;
  for (let cursor: string | undefined; ; ) {
    const { data } = await client.calls.list({ limit: 200, cursor });
    count += data.items.length;
    if (data.next_cursor === null) break;
    cursor = data.next_cursor;
  }
  assert.equal(count, EACH, 'no call was made twice');
  const open = (await readLog(client, bridge.uuid)).filter(({ state }) => state === 'waiting' || state === 'failed');
  assert.deepEqual(open.map(({ recording_id }) => recording_id).sort(), [...acknowledged].sort());
});
