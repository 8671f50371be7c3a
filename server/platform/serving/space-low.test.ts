import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openCall, openPharos } from '../../../test/support/pharos.ts';
import { beep } from '../../../test/support/requests.ts';
import { watchFreeSpace } from '../storage/free-space.ts';

// A real file system that is really nearly full: four megabytes of memory.
const folder = await mkdtemp(join(tmpdir(), 'pharos-space-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'none', folder]).status === 0;
const space = await watchFreeSpace([folder, join(folder, 'not there')], 2_000_000);
after(async () => {
  space.close();
  if (mounted) spawnSync('umount', [folder]);
  await rm(folder, { recursive: true });
});
const skip = !mounted && 'a small file system cannot be mounted by this account';
const pharos = await openPharos({ space });

test('while the disk is nearly full nothing is added, and reading and removing go on', { skip }, async () => {
  const home = await pharos.person();
  const { client } = home;
  const { call_uuid, case_uuid } = await openCall(home);
  const update = (duration: number) => client.calls.update({ call_uuid, body: { duration } });
  await update(1);

  await writeFile(join(folder, 'large'), new Uint8Array(3_000_000));
  await space.look();
  const low = { status_code: 507, code: 'space_low' };
  await assert.rejects(update(2), low);
  await assert.rejects(client.cases.create({ body: { last_name: 'Hollis' } }), low);
  await assert.rejects(client.recordings.upload({ call_uuid, body: beep() }), low);
  const { data, etag } = await client.calls.get({ call_uuid });
  assert.deepEqual([data.duration, etag], [1, '"2"']);
  assert.equal((await client.search.post({ body: { q: 'dress' } })).data.items.length, 0);
  await client.cases.remove({ case_uuid });
  await client.retention.purge();

  await rm(join(folder, 'large'));
  await space.look();
  await client.cases.restore({ case_uuid });
  assert.equal((await update(2)).data.duration, 2);
});
