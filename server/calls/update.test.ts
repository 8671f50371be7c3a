import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { countRows, openCall, openPharos } from '../../test/support/pharos.ts';

const pharos = await openPharos();

const words = [
  { text: 'Good', start_ms: 120, end_ms: 480, confidence: 0.98, speaker: '0' },
  { text: 'morning,', start_ms: 480, end_ms: 900.5, confidence: 0.5, speaker: null },
  { text: '', start_ms: 30, end_ms: 10, confidence: -1 },
];

test('a PUT answers the whole call, and the next GET answers the same', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const body = {
    duration: 672,
    file_name: 'First call.mp3',
    file_size: Number.MAX_SAFE_INTEGER,
    is_fully_labelled: true,
    speaker_labels: { '0': 'Director', '1': { name: 'Anna', role: ['next of kin'] } },
    provider_metadata: { assembly_ai_id: 'x', other: 1.5 },
    transcript: { source: 'deepgram' as const, words },
  };
  const put = await home.client.calls.update({ call_uuid, body });
  assert.equal(put.message, 'Call updated');
  const { updated_at, ...rest } = put.data;
  assert.deepEqual({ ...rest, ...body }, rest);
  const get = await home.client.calls.get({ call_uuid });
  assert.deepEqual(get.data, put.data);
  assert.equal(get.etag, put.etag);
});

test('a field that is absent or null stays, so that a client which sends every key erases nothing', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const full = { duration: 1, file_name: 'a.mp3', is_fully_labelled: true, speaker_labels: { '0': 'Director' } };
  const before = await home.client.calls.update({ call_uuid, body: full });
  const versions = await countRows(pharos.database, 'call_versions');
  const nothing = { duration: null, file_name: null, is_fully_labelled: null, speaker_labels: null, transcript: null };
  for (const body of [{}, nothing]) {
    const after = await home.client.calls.update({ call_uuid, body });
    assert.deepEqual(after.data, before.data);
    assert.equal(after.etag, before.etag);
  }
  assert.equal(await countRows(pharos.database, 'call_versions'), versions);
});

test('the data of a GET can be sent back, and changes nothing', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await home.client.calls.update({ call_uuid, body: { transcript: { source: 'manual', words }, duration: 3 } });
  const before = await home.client.calls.get({ call_uuid });
  const after = await home.client.calls.update({ call_uuid, body: before.data });
  assert.deepEqual(after.data, before.data);
  assert.equal(after.etag, before.etag);
});

test('what only the server writes is ignored in a body', async () => {
  const home = await pharos.person();
  const { call_uuid, call } = await openCall(home);
  const other = await openCall(home);
  const body = { uuid: other.call_uuid, case_uuid: other.case_uuid, created_at: '2020-01-01T00:00:00Z', duration: 4 };
  const { data } = await home.client.calls.update({ call_uuid, body });
  assert.deepEqual({ ...data, updated_at: '' }, { ...call, duration: 4, updated_at: '' });
});

test('a transcript that is not at hand is answered with every write that leaves it alone', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const { data } = await home.client.calls.update({ call_uuid, body: { transcript: { source: 'manual', words } } });
  // Under a uuid that the server has not seen, as all are after a start.
  const forget = () =>
    pharos.database.rows(sql`
      with copied as (
        insert into transcripts (organization_uuid, uuid, call_uuid, zstd, digest, created_by)
        select organization_uuid, gen_random_uuid(), call_uuid, zstd, digest, created_by
        from transcripts where call_uuid = ${call_uuid} limit 1
        returning uuid)
      update calls set transcript_uuid = copied.uuid from copied where calls.uuid = ${call_uuid}`);
  const writes = [
    () => home.client.calls.update({ call_uuid, body: {} }),
    () => home.client.calls.update({ call_uuid, body: { duration: 5 } }),
    () => home.client.calls.patch({ call_uuid, body: { duration: null } }),
    () => home.client.calls.restoreVersion({ call_uuid, version: 3 }),
    () => home.client.calls.restoreTranscript({ call_uuid }),
    () => home.client.calls.restore({ call_uuid }),
  ];
  for (const write of writes) {
    await forget();
    assert.deepEqual((await write()).data.transcript, data.transcript);
  }
});

test('a whole envelope sent back is refused', async () => {
  const home = await pharos.person();
  const { call_uuid, call } = await openCall(home);
  const body = { status: 'success', data: { ...call, duration: 9 } };
  await assert.rejects(home.client.calls.update({ call_uuid, body: body as never }), {
    status_code: 400,
    message: /send the call itself/,
  });
});

test('a fully labelled call keeps its labels when the transcript is replaced, and the old transcript stays', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const labels = { is_fully_labelled: true, speaker_labels: { '0': 'Director' } };
  await home.client.calls.update({ call_uuid, body: { ...labels, transcript: { source: 'deepgram', words } } });
  const transcript = { source: 'assembly_ai' as const, words: words.slice(1) };
  const { data } = await home.client.calls.update({ call_uuid, body: { transcript } });
  assert.deepEqual({ ...data, ...labels, transcript }, data);

  const kept = await pharos.database.rows<{ version: number; changed: string[]; words: string }>(sql`
    select version, changed, transcript_uuid from call_versions where call_uuid = ${call_uuid} order by version`);
  assert.deepEqual(
    kept.map(({ version, changed }) => [version, changed.toSorted()]),
    [
      [1, []],
      [2, ['is_fully_labelled', 'speaker_labels', 'transcript']],
      [3, ['transcript']],
    ],
  );
  const transcripts = await pharos.database.rows(sql`select from transcripts where call_uuid = ${call_uuid}`);
  assert.equal(transcripts.length, 2);
});

test('a PUT that one bad field spoils is refused whole, and nothing is written', async () => {
  const home = await pharos.person();
  const { call_uuid, call, etag } = await openCall(home);
  const versions = await countRows(pharos.database, 'call_versions');
  const bad: object[] = [
    { duration: '12' },
    { is_fully_labelled: 'false' },
    { speaker_labels: [] },
    { transcript: { source: 'tape', words } },
    { transcript: { source: 'manual', words: [...words, { text: 'x' }] } },
  ];
  for (const one of bad) {
    const body = { file_name: 'new.mp3', ...one } as never;
    await assert.rejects(home.client.calls.update({ call_uuid, body }), { status_code: 400 });
  }
  const now = await home.client.calls.get({ call_uuid });
  assert.deepEqual(now.data, call);
  assert.equal(now.etag, etag);
  assert.equal(await countRows(pharos.database, 'call_versions'), versions);
});

test('a call is updated by members of its own organization only', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const update = { call_uuid, body: { duration: 1 } };
  const [viewer, member, stranger] = [
    await pharos.person('viewer', home),
    await pharos.person('member', home),
    await pharos.person(),
  ];
  await assert.rejects(viewer.client.calls.update(update), { status_code: 403 });
  await assert.rejects(stranger.client.calls.update(update), { status_code: 404 });
  assert.equal((await home.client.calls.get({ call_uuid })).data.duration, null);
  assert.equal((await member.client.calls.update(update)).data.duration, 1);
});
