import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { DEEPGRAM, openDeepgramStandIn } from '../../test/support/speech.ts';
import { openTranscribing } from '../../test/support/transcribing.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';
import type { Entry } from '../platform/queue/queue.ts';
import { openDeepgram } from './providers/deepgram.ts';
import { runEntry } from './run.ts';

const deepgram = await openDeepgramStandIn();
const pharos = await openTranscribing([openDeepgram({ base_url: deepgram.base_url, api_key: 'd' })]);
const home = await pharos.person('member');

const edited = { source: 'manual' as const, words: [{ text: 'Evergreen.', start_ms: 0, end_ms: 9, confidence: 0 }] };

const transcribe = async () => {
  const call_uuid = await pharos.openRecorded(home);
  const { data: job } = await home.client.jobs.transcribe({ call_uuid, body: {} });
  return { call_uuid, job_uuid: job.uuid };
};

const versionsOf = (call_uuid: string) =>
  pharos.database.rows<{ version: number; note: StoredJson | null; changed: string[]; transcript_uuid: string }>(sql`
    select version, note, changed, transcript_uuid from call_versions where call_uuid = ${call_uuid} order by version`);

test('an edit made meanwhile stays, and the result is kept as a version beside it', async () => {
  const { call_uuid, job_uuid } = await transcribe();
  const { data: before } = await home.client.calls.update({ call_uuid, body: { transcript: edited, duration: 3 } });
  await pharos.work();

  const { data: job } = await home.client.jobs.get({ job_uuid });
  assert.equal(job.state, 'succeeded');
  assert.match(
    job.note ?? '',
    /edited while this was under way: the edit stays, and the result is version 3 of the call/,
  );
  const { data: call, etag } = await home.client.calls.get({ call_uuid });
  assert.deepEqual({ ...call, updated_at: '' }, { ...before, updated_at: '' });
  assert.equal(etag, '"4"');

  const [, second, third, fourth] = await versionsOf(call_uuid);
  assert.deepEqual(third?.note?.parse(), { kind: 'set_aside', source: 'deepgram', reason: 'edited' });
  assert.deepEqual(fourth?.note?.parse(), { kind: 'kept', version: 2, reason: 'edited' });
  assert.equal(fourth?.transcript_uuid, second?.transcript_uuid);
  assert.notEqual(third?.transcript_uuid, second?.transcript_uuid);
  const events = await pharos.database.rows(sql`
    select before_version, after_version from audit_events
    where action = 'transcription.finish' and subject_uuid = ${call_uuid} order by before_version`);
  assert.deepEqual(events, [
    { before_version: 2, after_version: 3 },
    { before_version: 3, after_version: 4 },
  ]);
});

test('bringing an earlier transcript back meanwhile is an edit too', async () => {
  const call_uuid = await pharos.openRecorded(home);
  await home.client.calls.update({ call_uuid, body: { transcript: edited } });
  const { data: job } = await home.client.jobs.transcribe({ call_uuid, body: {} });
  await home.client.calls.update({ call_uuid, body: { transcript: { source: 'manual', words: [] } } });
  await home.client.calls.restoreVersion({ call_uuid, version: 2 });
  await pharos.work();
  assert.deepEqual((await home.client.calls.get({ call_uuid })).data.transcript, edited);
  assert.match((await home.client.jobs.get({ job_uuid: job.uuid })).data.note ?? '', /is version 5 of the call/);
});

test('a fully labelled call keeps its labels when it is transcribed again', async () => {
  const { call_uuid } = await transcribe();
  await pharos.work();
  const labels = { speaker_labels: { '0': 'Director', '1': 'Anna Hollis' }, is_fully_labelled: true };
  await home.client.calls.update({ call_uuid, body: labels });
  const other = {
    ...DEEPGRAM,
    metadata: { ...DEEPGRAM.metadata, request_id: 'another' },
    results: {
      channels: [
        {
          alternatives: [
            {
              ...DEEPGRAM.results.channels[0].alternatives[0],
              words: DEEPGRAM.results.channels[0].alternatives[0].words.slice(0, 50),
            },
          ],
        },
      ],
    },
  };
  deepgram.next.push({ body: other });
  await home.client.jobs.transcribe({ call_uuid, body: {} });
  await pharos.work();
  const { data: call } = await home.client.calls.get({ call_uuid });
  assert.equal(call.transcript?.words.length, 50);
  assert.deepEqual([call.speaker_labels, call.is_fully_labelled], [labels.speaker_labels, true]);
  assert.equal(call.provider_metadata?.deepgram_request_id, 'another');
});

test('labels that are written meanwhile are no edit of the transcript, and stay too', async () => {
  const { call_uuid } = await transcribe();
  await home.client.calls.update({ call_uuid, body: { speaker_labels: { '0': 'Director' } } });
  await pharos.work();
  const { data: call } = await home.client.calls.get({ call_uuid });
  assert.deepEqual([call.transcript?.source, call.speaker_labels], ['deepgram', { '0': 'Director' }]);
});

test('a job that runs twice at once has one effect', async () => {
  const { call_uuid, job_uuid } = await transcribe();
  await pharos.queue.drain(async (entry, signal) => {
    await Promise.all(Array.from({ length: 4 }, () => runEntry(pharos.tools, entry, signal)));
  });
  assert.equal((await home.client.jobs.get({ job_uuid })).data.state, 'succeeded');
  assert.equal((await versionsOf(call_uuid)).length, 2);
  const [files] = await pharos.database.rows<{ count: number }>(sql`
    select count(*) from provider_files where call_uuid = ${call_uuid}`);
  assert.equal(files?.count, 1);
});

test('an entry that is out of date does nothing', async () => {
  const { call_uuid, job_uuid } = await transcribe();
  let old: Entry | undefined;
  await pharos.queue.drain(async (entry, signal) => {
    old ??= entry;
    await runEntry(pharos.tools, entry, signal);
  });
  const before = deepgram.heard.length;
  await runEntry(pharos.tools, old as Entry, AbortSignal.timeout(10_000));
  assert.equal(deepgram.heard.length, before);
  assert.equal((await versionsOf(call_uuid)).length, 2);
  assert.equal((await home.client.jobs.get({ job_uuid })).data.attempts, 1);
});

test('the job of a call that was deleted meanwhile is cancelled, and says so', async () => {
  const { call_uuid, job_uuid } = await transcribe();
  await home.client.calls.remove({ call_uuid });
  await pharos.work();
  const { data: job } = await home.client.jobs.get({ job_uuid });
  assert.deepEqual([job.state, job.note], ['cancelled', 'The call was deleted in the meantime']);
  await assert.rejects(home.client.jobs.retry({ job_uuid }), { status_code: 409 });
});

test('a result without words does not take the place of those that are there', async () => {
  const call_uuid = await pharos.openRecorded(home);
  const { data: before } = await home.client.calls.update({ call_uuid, body: { transcript: edited } });
  deepgram.next.push({ body: { ...DEEPGRAM, results: { channels: [] } } });
  const { data: job } = await home.client.jobs.transcribe({ call_uuid, body: {} });
  await pharos.work();
  const { data: done } = await home.client.jobs.get({ job_uuid: job.uuid });
  assert.match(done.note ?? '', /Nothing was heard: the words that were there stay/);
  assert.deepEqual((await home.client.calls.get({ call_uuid })).data.transcript, before.transcript);
});
