import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { zstdDecompressSync } from 'node:zlib';
import sql from 'sql-template-tag';
import { DEEPGRAM, openDeepgramStandIn, REFUSALS } from '../../../test/support/speech.ts';
import { openTranscribing } from '../../../test/support/transcribing.ts';
import { Stopping } from '../../platform/queue/queue.ts';
import { runEntry } from '../run.ts';
import { openDeepgram } from './deepgram.ts';

const deepgram = await openDeepgramStandIn();
const api_key = 'dg-very-secret';
const pharos = await openTranscribing([openDeepgram({ base_url: deepgram.base_url, api_key })]);
const home = await pharos.person('member');
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const transcribe = async () => {
  const call_uuid = await pharos.openRecorded(home);
  const { data: job } = await home.client.jobs.transcribe({ call_uuid, body: {} });
  return { call_uuid, job_uuid: job.uuid };
};

test('a recording goes to Deepgram as it is, and its words, ids and file come into the call', async () => {
  const recording = Buffer.alloc(3_000_000, 'how may I help you');
  const call_uuid = await pharos.openRecorded(home, { bytes: recording });
  const { data: job } = await home.client.jobs.transcribe({ call_uuid, body: { provider: 'deepgram' } });
  assert.deepEqual([job.state, job.progress, job.attempts, job.provider], ['queued', 0, 0, 'deepgram']);
  await pharos.work();

  const asked = deepgram.heard.at(-1);
  assert.equal(asked?.url.pathname, '/v1/listen');
  assert.equal(asked?.headers.authorization, `Token ${api_key}`);
  assert.equal(asked?.headers['content-type'], 'audio/wav');
  assert.equal(asked?.headers['content-length'], String(recording.length));
  assert.equal(sha256(asked?.body as Buffer), sha256(recording));
  assert.equal(asked?.url.searchParams.get('diarize'), 'true');

  const { data: done } = await home.client.jobs.get({ job_uuid: job.uuid });
  assert.deepEqual([done.state, done.progress, done.attempts, done.error], ['succeeded', 1, 1, null]);
  assert.ok(done.started_at && done.finished_at && done.started_at <= done.finished_at);
  const { data: call } = await home.client.calls.get({ call_uuid });
  const words = DEEPGRAM.results.channels[0].alternatives[0].words;
  assert.equal(call.transcript?.source, 'deepgram');
  assert.equal(call.transcript?.words.length, words.length);
  assert.equal(call.provider_metadata?.deepgram_request_id, DEEPGRAM.metadata.request_id);
  assert.equal(call.duration, Math.round(DEEPGRAM.metadata.duration));

  const [file] = await pharos.database.rows<{ zstd: Buffer }>(sql`
    select zstd from provider_files where call_uuid = ${call_uuid}`);
  assert.deepEqual(JSON.parse(zstdDecompressSync(file?.zstd as Buffer).toString()), DEEPGRAM);
  const events = await pharos.database.rows(sql`
    select actor_uuid, before_version, after_version, outcome from audit_events
    where action = 'transcription.finish' and subject_uuid = ${call_uuid}`);
  assert.deepEqual(events, [{ actor_uuid: null, before_version: 1, after_version: 2, outcome: 'ok' }]);
});

test('the progress of a job follows its recording', async () => {
  deepgram.next.push({ silent: true });
  const call_uuid = await pharos.openRecorded(home, { bytes: Buffer.alloc(2_000_000) });
  const { data } = await home.client.jobs.transcribe({ call_uuid, body: {} });
  const progress = async () => (await home.client.jobs.get({ job_uuid: data.uuid })).data.progress;
  const lost = new AbortController();
  const heard = deepgram.heard.length;
  let runs = 0;
  await pharos.queue.drain(async (entry, signal) => {
    if (runs++ > 0) return runEntry(pharos.tools, entry, signal);
    const running = runEntry(pharos.tools, entry, lost.signal);
    while (deepgram.heard.length === heard || (await progress()) < 0.5) await new Promise(setImmediate);
    lost.abort(new Stopping());
    await running;
  });
  assert.equal(await progress(), 1);
});

test('of two channels each is one party, which Deepgram is told', async () => {
  const two = { ...DEEPGRAM, results: { channels: [DEEPGRAM.results.channels[0], DEEPGRAM.results.channels[0]] } };
  for (const channel of two.results.channels) for (const word of channel.alternatives[0].words) delete word.speaker;
  deepgram.next.push({ body: two });
  const call_uuid = await pharos.openRecorded(home, { channels: 2 });
  await home.client.jobs.transcribe({ call_uuid, body: {} });
  await pharos.work();
  const asked = deepgram.heard.at(-1)?.url.searchParams;
  assert.deepEqual([asked?.get('multichannel'), asked?.get('diarize')], ['true', null]);
  const { data: call } = await home.client.calls.get({ call_uuid });
  assert.deepEqual([...new Set(call.transcript?.words.map(({ speaker }) => speaker))].sort(), ['ch_0', 'ch_1']);
});

for (const [status, code] of [
  [400, 'Bad Request'],
  [401, 'INVALID_AUTH'],
  [402, 'ASR_PAYMENT_REQUIRED'],
  [404, 'PROJECT_NOT_FOUND'],
] as const) {
  test(`a ${status} of Deepgram is final, and told in its own words without the key`, async () => {
    const { body } = REFUSALS.deepgram(status, code);
    deepgram.next.push({ status, body: { ...(body as object), err_msg: `Not with ${api_key}.` } });
    const { job_uuid, call_uuid } = await transcribe();
    assert.equal((await pharos.work()).length, 1);
    const { data: job } = await home.client.jobs.get({ job_uuid });
    assert.equal(job.state, 'failed');
    assert.equal(
      job.error,
      `Deepgram answered ${status} ${code}: Not with …. (request c5b1cf06-2f3d-4a53-a1f3-7d4b8a1e9f00)`,
    );
    assert.equal((await home.client.calls.get({ call_uuid })).data.transcript, null);
  });
}

test('trouble that passes is tried again until it has passed', async () => {
  deepgram.next.push(
    REFUSALS.deepgram(500, 'INTERNAL'),
    { body: DEEPGRAM, half: true },
    { body: '' },
    { body: '{"results":' },
  );
  const { job_uuid } = await transcribe();
  assert.equal((await pharos.work()).length, 5);
  const { data: job } = await home.client.jobs.get({ job_uuid });
  assert.deepEqual([job.state, job.attempts, job.error], ['succeeded', 5, null]);
});

test('what fails five times has failed, and can be tried again by whoever may', async () => {
  deepgram.next.push(...Array.from({ length: 5 }, () => ({ body: DEEPGRAM, half: true as const })));
  const { job_uuid } = await transcribe();
  assert.equal((await pharos.work()).length, 5);
  const { data: failed } = await home.client.jobs.get({ job_uuid });
  assert.deepEqual([failed.state, failed.attempts], ['failed', 5]);
  assert.equal(failed.error, 'Deepgram broke off in the middle of its answer');
  const listed = await home.client.jobs.list({ state: 'failed' });
  assert.ok(listed.data.items.some(({ uuid }) => uuid === job_uuid));

  const { data: again } = await home.client.jobs.retry({ job_uuid });
  assert.deepEqual([again.state, again.attempts, again.error], ['queued', 0, null]);
  await pharos.work();
  assert.equal((await home.client.jobs.get({ job_uuid })).data.state, 'succeeded');
});

test('a result that is no transcript is final, and says why', async () => {
  deepgram.next.push({ body: { metadata: {}, results: { channels: 'none' } } });
  const { job_uuid } = await transcribe();
  await pharos.work();
  const { data: job } = await home.client.jobs.get({ job_uuid });
  assert.equal(job.state, 'failed');
  assert.ok(job.error);
});

test('no key is ever logged', () => {
  assert.ok(!pharos.logged.join('\n').includes(api_key));
});
