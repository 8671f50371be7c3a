import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPharos } from '../../test/support/pharos.ts';

const HOUR_MS = 3_600_000;
let newest: Date | null = null;
const settings = { place: 's3://backups/pharos', daily_at: 3 * 60 + 30 };
const pharos = await openPharos({ backups: { settings, newest: async () => newest } });
const unset = await openPharos();

test('operators see when the newest backup was made, and an alarm when it is old', async () => {
  const { client } = await pharos.person('operator');
  for (const [hours, is_old] of [
    [null, true],
    [49, true],
    [47, false],
    [1, false],
  ] as const) {
    newest = hours === null ? null : new Date(Date.now() - hours * HOUR_MS);
    const newest_at = newest?.toISOString() ?? null;
    assert.deepEqual((await client.backups.get()).data, { place: 'bucket', daily_at: '03:30', newest_at, is_old });
    const { warnings } = (await client.about.ready()).data;
    assert.deepEqual(warnings, is_old ? ['backup_old'] : [], 'health says so too');
  }
});

test('a server without backups says that there are none, and its health does not ask for them', async () => {
  const { client } = await unset.person('operator');
  const none = { place: null, daily_at: null, newest_at: null, is_old: true };
  assert.deepEqual((await client.backups.get()).data, none);
  assert.deepEqual((await client.about.ready()).data.warnings, []);
});

test('backups are of the whole installation, so admins of one organization do not see them', async () => {
  const { client } = await pharos.person('admin');
  await assert.rejects(client.backups.get(), { status_code: 403 });
});
