import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { DetailedError, Upload } from 'tus-js-client';
import { type Key, uploadIdOf } from '../../server/platform/storage/key.ts';
import { openStorage, type StorageSettings } from '../../server/platform/storage/open.ts';
import type { Storage, Stored } from '../../server/platform/storage/storage.ts';
import { isProblem } from '../../server/platform/storage/storage-error.ts';
import { openTusServer } from '../../server/platform/storage/tus/server.ts';
import { launch } from './storage-process.ts';
import { inPieces, newKey, sha256 } from './storage-suite.ts';

const MIB = 1024 ** 2;
const metadata = { filename: 'Łódź 4.wav' };
const future = () => new Date(Date.now() + 3_600_000);

/** Tests of what an upload in pieces promises, run on one storage with a tus client over real HTTP. */
export const describeUploads = (name: string, skip: string | false, settings: () => StorageSettings) =>
  describe(`uploads to ${name}`, { skip }, () => {
    let storage: Storage;
    let server: Server;
    let folder: string;
    const next: Key[] = [];
    const finished = new Map<string, Stored & { times: number }>();
    const forbidden = new Set<string>();

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'pharos-uploads-'));
      storage = await openStorage(settings());
      const answer = openTusServer(storage, '/v1/uploads', {
        failed: () => {},
        begin: async () => next.shift() ?? Promise.reject({ status_code: 403, body: 'Not here\n' }),
        authorize: async (_request, { uuid }) => {
          if (forbidden.has(uuid)) throw { status_code: 404, body: 'No such upload\n' };
        },
        finish: async ({ uuid }, _metadata, complete) => {
          finished.set(uuid, { ...(await complete()), times: (finished.get(uuid)?.times ?? 0) + 1 });
        },
      });
      server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
      await once(server, 'listening');
    });
    after(async () => {
      server?.close();
      server?.closeAllConnections();
      storage?.close();
      await rm(folder, { recursive: true });
    });

    const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/uploads`;
    const addressOf = (key: Key) => `${address()}/${uploadIdOf(key)}`;
    const ask = (method: string, url: string, headers: Record<string, string> = {}, body?: Uint8Array) =>
      fetch(url, { method, headers: { 'Tus-Resumable': '1.0.0', ...headers }, body: body && Buffer.from(body) });
    const patch = (url: string, offset: number, body: Uint8Array) =>
      ask('PATCH', url, { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' }, body);
    const begin = async (bytes: number) => {
      const key = newKey();
      next.push(key);
      const { status } = await ask('POST', address(), { 'Upload-Length': String(bytes) });
      assert.equal(status, 201);
      return key;
    };

    for (const size of [0, 1, 8 * MIB, 19 * MIB + 5]) {
      test(`an upload of ${size} bytes becomes a recording`, async () => {
        const key = newKey();
        next.push(key);
        const bytes = randomBytes(size);
        await send(bytes, { endpoint: address(), chunkSize: 3 * MIB });
        assert.deepEqual(finished.get(key.uuid), { bytes: size, sha256: sha256(bytes), times: 1 });
        assert.ok(bytes.equals(await buffer(await storage.read(key))));
      });
    }

    test('an upload that is aborted goes on where it was, and is the same to the byte', async () => {
      const key = newKey();
      next.push(key);
      const bytes = randomBytes(30 * MIB + 11);
      const url = await interrupt(bytes, { endpoint: address() }, 13 * MIB);
      assert.equal(await storage.find(key), null);
      const begun = await storage.uploads.find(key);
      assert.ok(begun && begun.offset < bytes.byteLength);
      assert.deepEqual(begun.metadata, metadata);
      const offsets = await send(bytes, { uploadUrl: url });
      assert.ok((offsets[0] as number) >= begun.offset);
      assert.equal(finished.get(key.uuid)?.sha256, sha256(bytes));
      assert.ok(bytes.equals(await buffer(await storage.read(key))));
    });

    test('an upload goes on after its server is killed, and then is the same to the byte', async () => {
      const key = newKey();
      const bytes = randomBytes(40 * MIB + 3);
      const ledger = join(folder, key.uuid);
      let path = '/uploads';
      for (const stop of [12 * MIB, 27 * MIB]) {
        const victim = launch('uploads', settings(), key, ledger);
        const { port } = await victim.answer;
        const at = `http://127.0.0.1:${port}${path}`;
        const url = await interrupt(bytes, stop === 12 * MIB ? { endpoint: at } : { uploadUrl: at }, stop, victim.kill);
        await victim.ended;
        assert.equal(await storage.find(key), null);
        path = new URL(url).pathname;
      }
      assert.ok(((await storage.uploads.find(key))?.offset ?? 0) >= 16 * MIB, 'most of what came was durable');
      const last = launch('uploads', settings(), key, ledger);
      try {
        const { port } = await last.answer;
        await send(bytes, { uploadUrl: `http://127.0.0.1:${port}${path}` });
      } finally {
        await last.kill();
      }
      const note = JSON.parse(await readFile(ledger, 'utf8'));
      assert.deepEqual(note, { bytes: bytes.byteLength, sha256: sha256(bytes), metadata, recording: key });
      assert.ok(bytes.equals(await buffer(await storage.read(key))));
    });

    test('a server that dies after the last byte and before the note makes up for it', async () => {
      const key = newKey();
      const bytes = randomBytes(9 * MIB);
      const ledger = join(folder, key.uuid);
      const victim = launch('dies', settings(), key, ledger);
      const { port } = await victim.answer;
      await assert.rejects(send(bytes, { endpoint: `http://127.0.0.1:${port}/uploads` }));
      await victim.ended;
      const next_one = launch('uploads', settings(), key, ledger);
      try {
        const { port } = await next_one.answer;
        await send(bytes, { uploadUrl: `http://127.0.0.1:${port}/uploads/${uploadIdOf(key)}` });
      } finally {
        await next_one.kill();
      }
      const notes = (await readFile(ledger, 'utf8')).trimEnd().split('\n');
      assert.deepEqual(
        notes.map((line) => JSON.parse(line).sha256),
        [sha256(bytes)],
      );
    });

    test('many small pieces add up', async () => {
      const bytes = randomBytes(300_000);
      const key = await begin(bytes.byteLength);
      for (let at = 0; at < bytes.byteLength; at += 40_000) {
        const answer = await patch(addressOf(key), at, bytes.subarray(at, at + 40_000));
        assert.equal(answer.status, 204);
      }
      assert.equal(finished.get(key.uuid)?.sha256, sha256(bytes));
    });

    test('a piece for another place is refused and changes nothing', async () => {
      const key = await begin(100);
      assert.equal((await patch(addressOf(key), 0, randomBytes(60))).status, 204);
      for (const offset of [0, 59, 61])
        assert.equal((await patch(addressOf(key), offset, randomBytes(10))).status, 409);
      assert.equal((await patch(addressOf(key), 60, randomBytes(41))).status, 413);
      assert.equal((await storage.uploads.find(key))?.offset, 60);
      await assert.rejects(storage.uploads.append(key, 59, []), (error) => isProblem(error, 'wrong_offset'));
      await assert.rejects(storage.uploads.complete(key), (error) => isProblem(error, 'incomplete'));
    });

    test('what came before a stream broke off is kept', async () => {
      const key = newKey();
      const bytes = randomBytes(11 * MIB);
      await storage.uploads.create(key, { bytes: 20 * MIB, metadata: {} });
      const broken = new Error('the line went dead');
      await assert.rejects(storage.uploads.append(key, 0, inPieces(bytes, broken)), broken);
      assert.equal((await storage.uploads.find(key))?.offset, bytes.byteLength);
    });

    test('an upload that is cancelled is gone, and one that is a recording stays', async () => {
      const key = await begin(100);
      await patch(addressOf(key), 0, randomBytes(60));
      assert.equal((await ask('DELETE', addressOf(key))).status, 204);
      assert.equal((await ask('HEAD', addressOf(key))).status, 404);
      const whole = await begin(10);
      await patch(addressOf(whole), 0, randomBytes(10));
      assert.equal((await ask('DELETE', addressOf(whole))).status, 400);
      await storage.uploads.remove(whole);
      assert.equal(await storage.uploads.find(whole), null);
      assert.deepEqual(await storage.find(whole), { bytes: 10 });
    });

    test("another's upload, one that never was and one that cannot be answer alike", async () => {
      const key = await begin(100);
      forbidden.add(key.uuid);
      for (const url of [addressOf(key), addressOf(newKey()), `${address()}/..%2f..%2fetc`, `${address()}/x`]) {
        assert.equal((await ask('HEAD', url)).status, 404, url);
        assert.equal((await patch(url, 0, randomBytes(5))).status, 404, url);
        assert.equal((await ask('DELETE', url)).status, 404, url);
      }
      assert.equal((await storage.uploads.find(key))?.offset, 0);
      assert.equal((await ask('POST', address(), { 'Upload-Length': '5' })).status, 403);
    });

    test('uploads that were given up are swept after their time', async () => {
      const key = newKey();
      await storage.uploads.create(key, { bytes: 30 * MIB, metadata });
      await storage.uploads.append(key, 0, inPieces(randomBytes(10 * MIB)));
      await storage.removeAbandoned(new Date(0));
      assert.equal((await storage.uploads.find(key))?.offset, 10 * MIB);
      assert.ok((await storage.removeAbandoned(future())) >= 2);
      assert.equal(await storage.uploads.find(key), null);
      assert.equal(await storage.removeAbandoned(future()), 0);
    });
  });

type Where = { endpoint: string; chunkSize?: number } | { uploadUrl: string };

/** Uploads to the end; answers each offset that the client reported. */
const send = (bytes: Buffer, where: Where) =>
  new Promise<number[]>((resolve, reject) => {
    const offsets: number[] = [];
    new Upload(bytes, {
      ...where,
      metadata,
      retryDelays: null,
      onProgress: (sent) => offsets.push(sent),
      onSuccess: () => resolve(offsets),
      onError: reject,
    }).start();
  });

/** Uploads until so many bytes are on their way, and then breaks off; answers where the upload is. */
const interrupt = (bytes: Buffer, where: Where, stop: number, by?: () => Promise<void>) =>
  new Promise<string>((resolve, reject) => {
    let stopping = false;
    const upload = new Upload(bytes, {
      ...where,
      metadata,
      retryDelays: null,
      chunkSize: 5 * MIB,
      onChunkComplete: (_size, accepted) => {
        if (accepted < stop || stopping) return;
        stopping = true;
        const broken = by ? by() : upload.abort();
        broken.then(() => resolve(upload.url ?? ''), reject);
      },
      onSuccess: () => reject(new Error('it was too fast to be interrupted')),
      onError: (error) => !stopping && reject(error instanceof DetailedError ? error : new Error(String(error))),
    });
    upload.start();
  });
