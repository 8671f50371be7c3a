import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readlink, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import {
  base,
  freshFolder,
  hasCall,
  isRoot,
  keepsCall,
  nobody,
  start,
  startElsewhere,
} from '../../../test/support/clusters.ts';
import { reaches } from './cluster/account.ts';
import { findBinaries } from './cluster/binaries.ts';

const notRoot = isRoot ? false : 'not run as root';

const notReached = notRoot || ((await reaches(nobody, import.meta.dirname)) ? false : 'the checkout is out of reach');

test('an ordinary user runs it too', { skip: notReached }, async () => {
  const folder = freshFolder();
  await mkdir(dirname(folder), { recursive: true });
  await chown(dirname(folder), nobody.uid, nobody.gid);
  const { connection, failed, message, server } = await startElsewhere(folder, '', nobody);
  assert.equal(failed, undefined, message);
  await keepsCall(connection);
  server.kill('SIGKILL');
  const again = await startElsewhere(folder, '', nobody);
  await hasCall(again.connection);
  again.server.kill('SIGKILL');
  // Root runs it as the one whom the data belongs to.
  await hasCall((await start(folder)).connection);
});

test('a folder that only root can enter points to its cluster elsewhere', { skip: notRoot }, async () => {
  const folder = freshFolder();
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 });
  const first = await start(folder);
  const elsewhere = await readlink(folder);
  try {
    assert.match(elsewhere, /^\/var\/lib\/pharos\/clusters\/[0-9a-f-]{36}$/);
    await keepsCall(first.connection);
    await first.stop();
    const second = await start(folder);
    await hasCall(second.connection);
    await second.stop();
  } finally {
    await rm(elsewhere, { recursive: true });
  }
  await assert.rejects(start(folder), /is not there/);
  await unlink(folder);
});

test('a cluster restored into a folder that its account cannot pass is refused with what to do', {
  skip: notRoot,
}, async () => {
  const folder = freshFolder();
  const first = await start(folder);
  await keepsCall(first.connection);
  await first.stop();
  await chmod(dirname(folder), 0o700);
  await assert.rejects(
    start(folder),
    (error: Error) => error.name === 'Unreachable' && /chmod o\+x/.test(error.message),
  );
  await chmod(dirname(folder), 0o711);
  const again = await start(folder);
  await hasCall(again.connection);
  await again.stop();
});

test('programs that the account cannot reach, or without their links, are copied once', { skip: notRoot }, async () => {
  const installed = await findBinaries(undefined, null, base);
  const root = join(base, 'private/package/native');
  await cp(dirname(installed.bin), root, { recursive: true, verbatimSymlinks: true });
  await cp(join(dirname(installed.bin), '../package.json'), join(root, '../package.json'));
  for (const name of readdirSync(join(root, 'lib')))
    if (/^libicu\w+\.so(\.60)?$/.test(name)) await unlink(join(root, 'lib', name));
  await chmod(join(base, 'private'), 0o700);
  const shelf = join(base, 'shelf');
  const copy = await findBinaries(undefined, nobody, shelf, root);
  assert.equal(dirname(dirname(copy.bin)), shelf);
  const made = (await stat(copy.bin)).ctimeMs;
  assert.deepEqual(await findBinaries(undefined, nobody, shelf, root), copy);
  assert.equal((await stat(copy.bin)).ctimeMs, made);
  await unlink(join(copy.bin, 'initdb'));
  assert.deepEqual(await findBinaries(undefined, nobody, shelf, root), copy);
  assert.ok(existsSync(join(copy.bin, 'initdb')));
  assert.equal(readdirSync(shelf).length, 1);
});
