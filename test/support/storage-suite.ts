import assert from 'node:assert/strict';
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import type { Key } from '../../server/platform/storage/key.ts';
import { openStorage, type StorageSettings } from '../../server/platform/storage/open.ts';
import type { Storage } from '../../server/platform/storage/storage.ts';
import { isProblem, type StorageProblem } from '../../server/platform/storage/storage-error.ts';
import { launch } from './storage-process.ts';

const MIB = 1024 ** 2;

export const newKey = (): Key => ({ organization_uuid: randomUUID(), uuid: randomUUID() });
export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const future = () => new Date(Date.now() + 3_600_000);
const fails = (what: Promise<unknown>, problem: StorageProblem) =>
  assert.rejects(what, (error) => isProblem(error, problem));

/** Bytes as they come from a network: in pieces of any size. */
export async function* inPieces(bytes: Uint8Array, breaks?: Error) {
  for (let at = 0; at < bytes.byteLength; ) {
    const piece = bytes.subarray(at, at + randomInt(1, 300_000));
    at += piece.byteLength;
    yield piece;
  }
  if (breaks) throw breaks;
}

/** Tests of what every storage promises, run on one. */
export const describeStorage = (name: string, skip: string | false, settings: () => StorageSettings) =>
  describe(`recordings in ${name}`, { skip }, () => {
    let storage: Storage;
    before(async () => {
      storage = await openStorage(settings());
    });
    after(() => storage?.close());

    const keep = async (bytes: Uint8Array) => {
      const key = newKey();
      return { key, stored: await storage.write(key, inPieces(bytes)) };
    };
    const readAll = async (key: Key) => buffer(await storage.read(key));
    const list = async (before: Date) => {
      const entries: { key: Key; bytes: number }[] = [];
      for await (const entry of storage.list(before)) entries.push(entry);
      return entries;
    };
    const kept = async () => (await list(future())).map(({ key }) => key.uuid);

    for (const size of [0, 1, 5 * MIB, 8 * MIB, 21 * MIB + 7]) {
      test(`${size} bytes are kept with their size and their digest`, async () => {
        const bytes = randomBytes(size);
        const { key, stored } = await keep(bytes);
        assert.deepEqual(stored, { bytes: size, sha256: sha256(bytes) });
        assert.deepEqual(await storage.find(key), { bytes: size });
        assert.ok(bytes.equals(await readAll(key)));
        assert.equal(await storage.withFile(key, async (path) => sha256(await readFile(path))), stored.sha256);
      });
    }

    test('a thousand random ranges are exact to the byte', async () => {
      const bytes = randomBytes(9 * MIB + 13);
      const { key } = await keep(bytes);
      const check = async () => {
        const start = randomInt(bytes.byteLength + 1);
        const end = Math.min(bytes.byteLength, start + randomInt(70_000));
        const range = await buffer(await storage.read(key, { start, end }));
        assert.ok(bytes.subarray(start, end).equals(range), `${start} to ${end}`);
      };
      for (let done = 0; done < 1_000; done += 20) await Promise.all(Array.from({ length: 20 }, check));
    });

    test('a range beyond the end is refused, never cut short', async () => {
      const { key } = await keep(randomBytes(100));
      for (const range of [
        { start: 0, end: 101 },
        { start: 90, end: 200 },
        { start: 100, end: 101 },
        { start: 101, end: 101 },
        { start: 5, end: 4 },
        { start: -1, end: 4 },
      ])
        await fails(storage.read(key, range), 'out_of_range');
    });

    test('what is not there is not found, and taking it away changes nothing', async () => {
      const key = newKey();
      assert.equal(await storage.find(key), null);
      await fails(storage.read(key), 'missing');
      await fails(storage.read(key, { start: 0, end: 0 }), 'missing');
      await fails(
        storage.withFile(key, async () => {}),
        'missing',
      );
      await storage.remove(key);
    });

    test('a recording that was taken away is gone', async () => {
      const { key } = await keep(randomBytes(10));
      await storage.remove(key);
      assert.equal(await storage.find(key), null);
      assert.ok(!(await kept()).includes(key.uuid));
    });

    test('a recording is replaced whole, and a replacement that breaks off leaves the old one', async () => {
      const bytes = randomBytes(6 * MIB);
      const { key } = await keep(randomBytes(9 * MIB));
      await storage.write(key, inPieces(bytes));
      assert.ok(bytes.equals(await readAll(key)));
      const broken = new Error('the line went dead');
      await assert.rejects(storage.write(key, inPieces(randomBytes(20 * MIB), broken)), broken);
      assert.ok(bytes.equals(await readAll(key)));
    });

    for (const size of [0, MIB, 20 * MIB]) {
      test(`a stream that breaks off after ${size} bytes leaves nothing`, async () => {
        const key = newKey();
        const broken = new Error('the line went dead');
        await assert.rejects(storage.write(key, inPieces(randomBytes(size), broken)), broken);
        assert.equal(await storage.find(key), null);
        assert.ok(!(await kept()).includes(key.uuid));
        assert.equal(await storage.removeAbandoned(future()), 0);
      });
    }

    test('a stream that is destroyed while it stalls leaves nothing', async () => {
      const key = newKey();
      const source = new Readable({ read() {} });
      source.push(randomBytes(MIB));
      const writing = storage.write(key, source);
      const gone = new Error('the client is gone');
      setImmediate(() => source.destroy(gone));
      await assert.rejects(writing, gone);
      assert.equal(await storage.find(key), null);
      assert.equal(await storage.removeAbandoned(future()), 0);
    });

    test('nobody sees a recording before all of it is there', async () => {
      const key = newKey();
      const bytes = randomBytes(17 * MIB);
      let seen = 0;
      const watched = async function* () {
        for await (const piece of inPieces(bytes)) {
          yield piece;
          if (await storage.find(key)) seen += 1;
        }
      };
      await storage.write(key, watched());
      assert.equal(seen, 0);
      assert.deepEqual(await storage.find(key), { bytes: bytes.byteLength });
    });

    test('a server killed while it writes leaves nothing to see, and what is left is swept', async () => {
      const key = newKey();
      const server = launch('writes', settings(), key);
      await server.answer;
      await server.kill();
      assert.equal(await storage.find(key), null);
      assert.ok(!(await kept()).includes(key.uuid));
      assert.equal(await storage.removeAbandoned(new Date(0)), 0);
      assert.ok((await storage.removeAbandoned(future())) >= 1);
      assert.equal(await storage.removeAbandoned(future()), 0);
    });

    test('everything older than a time is listed, and nothing that is not ours', async () => {
      const { key } = await keep(randomBytes(12));
      const listed = await list(future());
      assert.deepEqual(
        listed.filter((entry) => entry.key.uuid === key.uuid),
        [{ key, bytes: 12 }],
      );
      assert.deepEqual(await list(new Date(0)), []);
    });

    test('a key that is not made of our ids is refused before anything is touched', async () => {
      const { uuid } = newKey();
      for (const wrong of ['..', '', '../..', `${uuid}/..`, uuid.toUpperCase(), `${uuid}\0`, `${uuid}\n`, '%2e%2e']) {
        for (const key of [
          { organization_uuid: wrong, uuid },
          { organization_uuid: uuid, uuid: wrong },
        ]) {
          await assert.rejects(async () => storage.write(key, []), TypeError);
          await assert.rejects(async () => storage.read(key), TypeError);
          await assert.rejects(async () => storage.remove(key), TypeError);
        }
      }
    });
  });
