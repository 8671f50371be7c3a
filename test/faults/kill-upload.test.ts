import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createClient } from '@pharos/client';
import { openStorage } from '../../server/platform/storage/open.ts';
import { SWEEP_AGE_MS } from '../../server/platform/storage/storage.ts';
import { freePort, launchServer, makeDataFolder, readAdminToken, type ServerProcess } from './server-process.ts';

/** `FULL=1` sends as much, and kills as often, as it must hold. */
const [MIB, KILLS] = process.env.FULL ? [1024, 20] : [48, 2];
const BYTES = MIB * 1024 * 1024;
const PIECE = 4 * 1024 * 1024;

const { data_dir, remove } = await makeDataFolder();
const PORT = String(await freePort());
const address = `http://127.0.0.1:${PORT}`;
let server: ServerProcess | undefined;
after(async () => {
  await server?.end('SIGTERM');
  await remove();
});

const launch = async () => {
  server = launchServer({ DATA_DIR: data_dir, DEMO: '0', PORT });
  await server.ready;
  return server;
};

/** A WAV of noise on disk: each piece of it differs from every other. */
const makeFile = (path: string): string => {
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  const write = (bytes: Buffer) => {
    hash.update(bytes);
    writeSync(file, bytes);
  };
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(BYTES - 8, 4);
  head.write('WAVEfmt ', 8);
  for (const [at, value] of [
    [16, 16],
    [24, 8_000],
    [28, 8_000],
    [40, BYTES - 44],
  ] as const)
    head.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    head.writeUInt16LE(value, at);
  head.write('data', 36);
  write(head);
  for (let left = BYTES - head.length; left > 0; left -= PIECE) write(randomBytes(Math.min(PIECE, left)));
  closeSync(file);
  return hash.digest('hex');
};

const readPiece = (path: string, offset: number): Uint8Array<ArrayBuffer> => {
  const file = openSync(path, 'r');
  const piece = new Uint8Array(Math.min(PIECE, BYTES - offset));
  readSync(file, piece, 0, piece.length, offset);
  closeSync(file);
  return piece;
};

test(`${MIB} MiB arrive whole although the server is killed ${KILLS} times on the way`, async (t) => {
  const path = join(data_dir, '..', 'call.wav');
  const sha256 = makeFile(path);
  await launch();
  const token = await readAdminToken(data_dir);
  const client = createClient({ baseUrl: address, token, retries: 0 });
  const { data: funeral } = await client.cases.create({ body: { last_name: 'Hollis' } });
  const { data: call } = await client.calls.create({ body: { case_uuid: funeral.uuid } });
  const call_uuid = call.uuid;
  const headers = { authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0' };
  const created = await fetch(`${address}/v1/uploads`, {
    method: 'POST',
    headers: {
      ...headers,
      'upload-length': String(BYTES),
      'upload-metadata': `call_uuid ${Buffer.from(call_uuid).toString('base64')}`,
    },
  });
  const url = new URL(created.headers.get('location') as string, address);
  const offsetNow = async () => Number((await fetch(url, { method: 'HEAD', headers })).headers.get('upload-offset'));
  const isSeen = () =>
    client.recordings.info({ call_uuid }).then(
      () => true,
      () => false,
    );

  let kills = 0;
  for (let offset = 0; offset < BYTES; ) {
    const sending = fetch(url, {
      method: 'PATCH',
      headers: { ...headers, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
      body: readPiece(path, offset),
    }).then(
      ({ headers }) => Number(headers.get('upload-offset')),
      () => null,
    );
    // Spread over the whole way; each somewhere within a piece that is being written.
    if (kills < KILLS && offset >= (BYTES / (KILLS + 1)) * (kills + 1)) {
      kills += 1;
      process.kill((server as ServerProcess).pid, 'SIGKILL');
      await Promise.all([sending, (server as ServerProcess).ended]);
      await launch();
      assert.equal(await isSeen(), false, 'a recording is seen before all of it is there');
      const kept = await offsetNow();
      assert.ok(kept >= offset, `${offset - kept} acknowledged bytes are gone`);
      offset = kept;
      continue;
    }
    offset = (await sending) ?? (await offsetNow());
  }
  assert.equal(kills, KILLS);
  const { data } = await client.recordings.info({ call_uuid });
  assert.deepEqual([data.sha256, data.bytes], [sha256, BYTES]);

  const hash = createHash('sha256');
  const heard = await client.recordings.get({ call_uuid });
  for await (const chunk of heard.body as ReadableStream<Uint8Array>) hash.update(chunk);
  assert.equal(hash.digest('hex'), sha256);
  await server?.end('SIGTERM');

  const storage = await openStorage({ folder: join(data_dir, 'recordings') });
  await storage.removeAbandoned(new Date(Date.now() + SWEEP_AGE_MS));
  const kept = [];
  for await (const { key } of storage.list(new Date(Date.now() + SWEEP_AGE_MS))) kept.push(key.uuid);
  assert.deepEqual(kept, [data.uuid], 'something is left that no row knows of');
  storage.close();
  t.diagnostic(`${MIB} MiB, ${KILLS} kills`);
});
