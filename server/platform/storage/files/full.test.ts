import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inPieces, newKey } from '../../../../test/support/storage-suite.ts';
import { isProblem } from '../storage-error.ts';
import { openFiles } from './open.ts';

const MIB = 1024 ** 2;

// A real file system that is really full: four megabytes of memory.
const folder = await mkdtemp(join(tmpdir(), 'pharos-full-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'none', folder]).status === 0;
after(async () => {
  if (mounted) spawnSync('umount', [folder]);
  await rm(folder, { recursive: true });
});
const skip = !mounted && 'a small file system cannot be mounted by this account';
const full = (error: unknown) => isProblem(error, 'full');

test('a full disk is said to be full, and what does not fit is not there', { skip }, async () => {
  const storage = await openFiles(join(folder, 'recordings'));
  const small = newKey();
  await storage.write(small, inPieces(randomBytes(MIB)));
  const large = newKey();
  await assert.rejects(storage.write(large, inPieces(randomBytes(6 * MIB))), full);
  assert.equal(await storage.find(large), null);
  assert.deepEqual(await readdir(join(folder, 'recordings', 'arriving')), []);
  assert.deepEqual(await storage.find(small), { bytes: MIB });
  await storage.write(large, inPieces(randomBytes(MIB)));
});

test('an upload keeps what fitted on a full disk, and goes on when there is room', { skip }, async () => {
  const storage = await openFiles(join(folder, 'uploading'));
  const bytes = randomBytes(3 * MIB);
  const [key, other] = [newKey(), newKey()];
  await storage.uploads.create(key, { bytes: bytes.byteLength, metadata: {} });
  await assert.rejects(storage.uploads.append(key, 0, inPieces(bytes)), full);
  const offset = (await storage.uploads.find(key))?.offset ?? 0;
  assert.ok(offset > MIB && offset < bytes.byteLength);
  await assert.rejects(storage.uploads.create(other, { bytes: 10, metadata: {} }), full);
  assert.equal(await storage.uploads.find(other), null);
  await rm(join(folder, 'recordings'), { recursive: true });
  await storage.uploads.append(key, offset, inPieces(bytes.subarray(offset)));
  assert.equal((await storage.uploads.complete(key)).bytes, bytes.byteLength);
});
