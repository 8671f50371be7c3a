import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createClient } from '@pharos/client';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import sql from 'sql-template-tag';
import { emptyDatabase } from '../../test/support/database.ts';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import { openStorage } from '../platform/storage/open.ts';
import { openPlace } from '../platform/storage/place/open.ts';
import { findLaterPurges } from './later-purges.ts';
import { makeBackup } from './make-backup.ts';
import { type Manifest, pathOfPiece } from './manifest.ts';
import { getManifest, listBackups } from './read-manifests.ts';
import { restoreBackup } from './restore-backup.ts';

const folder = await mkdtemp(join(tmpdir(), 'pharos-drill-'));
after(() => rm(folder, { recursive: true }));
const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);
const to = join(folder, 'backups');
const place = await openPlace(to);

const recordings = join(folder, 'recordings');
const home = await openPharos({ recordings_folder: recordings });
const director = await home.person();
const { case_uuid } = await openCall(director);
const storage = await openStorage({ folder: recordings });
const source = { connection: home.connection, storage, place, recipient, files: [] };

const sound = await readFile(new URL('../../test/samples/recordings/tagged.mp3', import.meta.url));
const words = (stamp: string) =>
  [...stamp.repeat(200)].map((text, index) => ({ text, start_ms: index, end_ms: index + 1, confidence: 0.5 }));

/** Makes calls, changes them and gives them sound until it is stopped; keeps what was answered 200, and when. */
const writeOn = async (name: string, stopping: AbortSignal) => {
  const acknowledged: { uuid: string; at: number }[] = [];
  for (let count = 1; !stopping.aborted; count++) {
    const { data: call } = await director.client.calls.create({ body: { case_uuid, title: `${name} ${count}` } });
    const transcript = { source: 'deepgram' as const, words: words(`${name}${count}`) };
    await director.client.calls.update({ call_uuid: call.uuid, body: { transcript } });
    if (count % 4 === 1) {
      const body = Buffer.concat([sound, Buffer.from(call.uuid)]);
      await director.client.recordings.upload({ call_uuid: call.uuid, body });
    }
    acknowledged.push({ uuid: call.uuid, at: performance.now() });
  }
  return acknowledged;
};

const cutBackup = async (cut: string) => {
  const script = join(import.meta.dirname, 'cut-backup.fixture.ts');
  const args = [script, JSON.stringify(home.connection), recordings, to, recipient, cut];
  const [, signal] = await once(spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }), 'exit');
  assert.equal(signal, 'SIGKILL');
};

/** The recording of a call to the byte; its status where it has none. */
const soundOf = async (client: Person['client'], call_uuid: string) => {
  const answer = await client.recordings.get({ call_uuid }).catch((error) => error);
  return answer.ok ? Buffer.from(await answer.arrayBuffer()).toString('hex') : answer.status;
};

/** Restores into a database of its own, whose owner is no superuser, and a folder of its own. */
const restore = async (manifest: Manifest, identities = [identity]) => {
  const onto = await emptyDatabase({ may_be_app: true });
  const into = join(folder, `restored-${manifest.name}-${Math.random()}`);
  const restored = { onto, into, storage: await openStorage({ folder: into }) };
  await restoreBackup({ manifest, place, identities, connection: onto.connection, storage: restored.storage }).catch(
    async (error) => {
      await onto.drop();
      throw error;
    },
  );
  return restored;
};

test('a drill: under writes and after cut backups, every acknowledged call comes back equal', async () => {
  const stopping = new AbortController();
  const writers = ['a', 'b'].map((name) => writeOn(name, stopping.signal));
  while ((await director.client.calls.list({ has_transcript: true, limit: 20 })).data.items.length < 6);
  for (const cut of ['1', '5', 'manifest']) {
    await cutBackup(cut);
    assert.deepEqual(await listBackups(place), [], `a backup that was cut at ${cut} is taken for whole`);
  }
  const begun = performance.now();
  const { manifest } = await makeBackup(source);
  stopping.abort();
  const acknowledged = (await Promise.all(writers)).flat().filter(({ at }) => at < begun);
  assert.ok(acknowledged.length >= 6);

  const { onto, into, storage: restored } = await restore(manifest);
  const again = await openPharos({ onto, recordings_folder: into });
  const client = createClient({ baseUrl: again.baseUrl, token: director.token });
  for (const { uuid: call_uuid } of acknowledged) {
    assert.deepEqual(
      (await client.calls.get({ call_uuid })).data,
      (await director.client.calls.get({ call_uuid })).data,
    );
    const [there, here] = await Promise.all([client, director.client].map((one) => soundOf(one, call_uuid)));
    assert.deepEqual(there, here);
  }
  assert.ok(manifest.organizations.some((one) => one.recordings > 0));
  assert.equal((await client.audit.verify({})).data.intact, true);

  // The owner of the restored database is no superuser: what they can back up is everything too.
  const keep = { days: 1, weeks: 0, months: 0 };
  const second = await makeBackup({ ...source, connection: onto.connection, storage: restored, keep });
  const unchanged = (one: Manifest) => {
    const of = (uuid: string) => one.organizations.find((organization) => organization.uuid === uuid)?.tables;
    return (of(director.actor.organization_uuid) ?? []).filter(({ name }) => !/^(audit|tokens)/.test(name));
  };
  assert.deepEqual(unchanged(second.manifest), unchanged(manifest));
  assert.ok(second.written < second.reused / 2, 'what has not changed is not written again');
  assert.deepEqual(await listBackups(place), [second.manifest.name], 'of one day the last is kept');
  const pieces: string[] = [];
  for await (const { name } of place.list('pieces/')) pieces.push(name);
  assert.deepEqual(
    pieces.sort(),
    Object.keys(second.manifest.pieces).map(pathOfPiece).sort(),
    'and what cut and older backups left is gone',
  );
  restored.close();
});

test('a later backup says what was purged since', async () => {
  const purging = await home.person();
  const { client, actor } = purging;
  const { case_uuid } = await openCall(purging);
  const { manifest } = await makeBackup(source);
  await client.organizations.patch({ organization_uuid: actor.organization_uuid, body: { restorable_days: 1 } });
  await client.cases.remove({ case_uuid });
  await home.database.rows(sql`
    update cases set deleted_at = deleted_at - interval '3 days' where uuid = ${case_uuid}`);
  await home.database.rows(sql`update organizations set purges_wait_until = null`);
  await client.retention.purge();
  const later = (await makeBackup(source)).manifest;
  const { connection } = home;
  const found = await findLaterPurges({ manifest, place, identities: [identity], connection, storage }, later);
  assert.deepEqual(
    found.map(({ subject_type, subject_uuid, organization_uuid }) => [subject_type, subject_uuid, organization_uuid]),
    [['case', case_uuid, actor.organization_uuid]],
  );
});

test('what was changed in the place of backups is not restored', async () => {
  const manifest = await getManifest(place);
  const [digest = ''] = manifest.organizations.flatMap(({ tables }) => tables.flatMap(({ pieces }) => pieces));
  const path = join(to, pathOfPiece(digest));
  const whole = await readFile(path);
  const [, other = ''] = manifest.organizations.flatMap(({ tables }) => tables.flatMap(({ pieces }) => pieces));
  const changes: Record<string, Buffer> = {
    'a byte': Buffer.concat([whole.subarray(0, -1), Buffer.from([(whole.at(-1) ?? 0) ^ 1])]),
    'a missing end': whole.subarray(0, -20),
    'another piece': await readFile(join(to, pathOfPiece(other))),
  };
  for (const [change, bytes] of Object.entries(changes)) {
    await writeFile(path, bytes);
    await assert.rejects(restore(manifest), change);
  }
  await writeFile(path, whole);
  await assert.rejects(restore(manifest, [await generateX25519Identity()]), /identity/);
});

test('nothing is restored into a database or a place for recordings that holds something', async () => {
  const manifest = await getManifest(place);
  const there = { connection: home.connection, storage };
  const empty = await emptyDatabase({ may_be_app: true });
  const options = { manifest, place, identities: [identity] };
  await assert.rejects(restoreBackup({ ...options, ...there }), /already holds an organization/);
  const other = await openStorage({ folder: join(folder, 'other') });
  await other.write({ organization_uuid: randomUUID(), uuid: randomUUID() }, [Buffer.from('a recording')]);
  await assert.rejects(restoreBackup({ ...options, connection: empty.connection, storage: other }), /holds others/);
  await restoreBackup({
    ...options,
    connection: empty.connection,
    storage: await openStorage({ folder: join(folder, 'x') }),
  });
  await empty.drop();
});
