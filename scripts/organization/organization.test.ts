import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { each } from '@pharos/client/each.ts';
import { openCall, openPharos } from '../../test/support/pharos.ts';
import { beep, SUBTITLES } from '../../test/support/requests.ts';
import { exportOrganization } from './export.ts';
import { importOrganization } from './import.ts';

const pharos = await openPharos();
const base = await mkdtemp(join(tmpdir(), 'pharos-export-'));
after(() => rm(base, { recursive: true }));

/** A home with a case at a location, a labelled call with a recording, and one without anything. */
const openHome = async () => {
  const home = await pharos.person();
  const { data: chapel } = await home.client.locations.create({ body: { name: 'Chapel' } });
  const { case_uuid, call_uuid } = await openCall(home);
  await home.client.cases.update({ case_uuid, body: { location_uuid: chapel.uuid, date_of_death: '2026-11-03' } });
  await home.client.calls.importTranscript({ call_uuid, body: SUBTITLES });
  await home.client.calls.update({ call_uuid, body: { title: 'First call', speaker_labels: { a: 'Director' } } });
  await home.client.recordings.upload({ call_uuid, body: beep() });
  await home.client.calls.create({ body: { case_uuid } });
  return { ...home, call_uuid };
};

/** Everything about the calls of a home but their ids and times. */
const contentsOf = async ({ client }: Awaited<ReturnType<typeof pharos.person>>) => {
  const contents: object[] = [];
  for await (const { uuid: call_uuid } of each(client.calls.list)) {
    const { uuid, case_uuid, organization_uuid, created_at, created_by, updated_at, ...call } = (
      await client.calls.get({ call_uuid })
    ).data;
    const sound = await client.recordings.get({ call_uuid }).then(
      async (answer) => Buffer.from(await answer.arrayBuffer()).toString('hex'),
      () => null,
    );
    const found = (await client.cases.get({ case_uuid, include_calls: false })).data.case;
    contents.push({ ...call, sound, names: [found.last_name, found.date_of_death] });
  }
  return contents.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
};

test('an organization leaves as open files, and comes back equal in another', async () => {
  const home = await openHome();
  const folder = join(base, 'whole');
  const { files } = await exportOrganization(home.client, folder);
  for (const { path, bytes, sha256 } of files) {
    const found = await readFile(join(folder, path));
    assert.deepEqual([found.length, createHash('sha256').update(found).digest('hex')], [bytes, sha256]);
  }
  const words = files.find(({ path }) => path.endsWith('.vtt'))?.path ?? '';
  assert.match(await readFile(join(folder, words), 'utf8'), /^WEBVTT/);

  const other = await pharos.person();
  const imported = { cases: 1, calls: 2, recordings: 1 };
  assert.deepEqual(await importOrganization(other.client, folder), imported);
  assert.deepEqual(await contentsOf(other), await contentsOf(home));
  assert.deepEqual(await importOrganization(other.client, folder), imported);
  assert.equal((await contentsOf(other)).length, 2, 'a run that is repeated makes nothing twice');
  await assert.rejects(exportOrganization(home.client, folder), /not empty/);
});

test('an export that was changed is refused, and nothing of it is imported', async () => {
  const home = await openHome();
  const folder = join(base, 'changed');
  const { files } = await exportOrganization(home.client, folder);
  await appendFile(join(folder, files.find(({ path }) => path.endsWith('call.json'))?.path ?? ''), ' ');
  const other = await pharos.person();
  await assert.rejects(importOrganization(other.client, folder), /is not what was exported/);
  assert.deepEqual(await contentsOf(other), []);
});
