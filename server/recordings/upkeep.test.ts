import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { age } from '../../test/support/ageing.ts';
import { openCall, openPharos } from '../../test/support/pharos.ts';
import { beep } from '../../test/support/requests.ts';
import type { Key } from '../platform/storage/key.ts';
import { SWEEP_AGE_MS } from '../platform/storage/storage.ts';
import { keepUp } from '../platform/upkeep/upkeep.ts';
import { purgeWhatIsDue } from '../retention/upkeep.ts';
import { sweepStorage } from './sweep.ts';
import { sweepRecordings } from './upkeep.ts';

const pharos = await openPharos();
const home = await pharos.person();
const { recordings } = home.client;

const roundOfUpkeep = () =>
  keepUp({
    database: pharos.served,
    name: 'upkeep',
    tasks: [purgeWhatIsDue, sweepRecordings(pharos.storage)],
    onRecorded: () => {},
    onError: (error) => assert.fail(String(error)),
    signal: new AbortController().signal,
  });

test('a recording that an admin takes away is silent at once, and gone with its bytes when its time is over', async () => {
  const { call_uuid } = await openCall(home);
  const { data } = await recordings.upload({ call_uuid, body: beep() });
  const member = await pharos.person('member', home);
  await assert.rejects(member.client.recordings.remove({ call_uuid }), { status_code: 403 });
  await recordings.remove({ call_uuid });
  await assert.rejects(recordings.get({ call_uuid }), { status_code: 404 });
  await pharos.database.rows(sql`
    update recordings set deleted_at = deleted_at - interval '31 days' where uuid = ${data.uuid}`);
  await roundOfUpkeep();
  assert.equal(await pharos.database.row(sql`select from recordings where uuid = ${data.uuid}`), null);
  const { items } = (await home.client.retention.listCertificates()).data;
  assert.ok(items.some(({ subject_uuid }) => subject_uuid === data.uuid));
  assert.equal(await pharos.storage.find({ organization_uuid: home.actor.organization_uuid, uuid: data.uuid }), null);
  assert.equal(await pharos.database.row(sql`select from recording_remains where uuid = ${data.uuid}`), null);
});

test('a recording that was taken from a call is kept by a hold on the case that the call was moved to', async () => {
  const { call_uuid } = await openCall(home);
  const { data } = await recordings.upload({ call_uuid, body: beep() });
  await recordings.remove({ call_uuid });
  const { case_uuid } = await openCall(home);
  await home.client.calls.move({ call_uuid, body: { case_uuid } });
  const { data: hold } = await home.client.retention.hold({ case_uuid, body: { reason: 'A lawsuit' } });
  await pharos.database.rows(sql`
    update recordings set deleted_at = deleted_at - interval '31 days' where uuid = ${data.uuid}`);
  const isThere = async () =>
    (await pharos.database.row(sql`select from recordings where uuid = ${data.uuid}`)) !== null;
  await roundOfUpkeep();
  assert.ok(await isThere());
  await home.client.retention.release({ hold_uuid: hold.uuid });
  await roundOfUpkeep();
  assert.ok(!(await isThere()));
});

test('the bytes of a case that is purged are destroyed with the next round of upkeep, and no others', async () => {
  const { call_uuid, case_uuid } = await openCall(home);
  const other = await openCall(home);
  const gone = (await recordings.upload({ call_uuid, body: beep() })).data.uuid;
  const stays = (await recordings.upload({ call_uuid: other.call_uuid, body: beep() })).data.uuid;
  await home.client.cases.remove({ case_uuid });
  await age(pharos.database, case_uuid, 31);
  await home.client.retention.purge();
  await roundOfUpkeep();
  const { organization_uuid } = home.actor;
  assert.equal(await pharos.storage.find({ organization_uuid, uuid: gone }), null);
  assert.ok(await pharos.storage.find({ organization_uuid, uuid: stays }));
});

test('the sweep takes bytes that no row knows of, and leaves those of organizations that are not here', async () => {
  const { organization_uuid } = home.actor;
  const [orphan, stranger] = [organization_uuid, randomUUID()].map((organization_uuid) => ({
    organization_uuid,
    uuid: randomUUID(),
  })) as [Key, Key];
  for (const key of [orphan, stranger]) await pharos.storage.write(key, [beep()]);
  const later = Date.now() + 2 * SWEEP_AGE_MS;
  await sweepStorage(pharos.storage, pharos.served, { onError: assert.ifError }, later);
  assert.equal(await pharos.storage.find(orphan), null);
  assert.ok(await pharos.storage.find(stranger));
});
