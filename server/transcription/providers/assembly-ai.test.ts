import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { ASSEMBLY_AI, openAssemblyAiStandIn, REFUSALS } from '../../../test/support/speech.ts';
import type { Said } from '../../../test/support/stand-in.ts';
import { openTranscribing, recordingOf } from '../../../test/support/transcribing.ts';
import { openAssemblyAi } from './assembly-ai.ts';

const assembly = await openAssemblyAiStandIn(3);
const api_key = 'aai-very-secret';
const pharos = await openTranscribing([openAssemblyAi({ base_url: assembly.base_url, api_key })]);
const home = await pharos.person('member');

const transcribe = async (channels = 1) => {
  const call_uuid = await pharos.openRecorded(home, { bytes: Buffer.from('a recording'), channels });
  const { data: job } = await home.client.jobs.transcribe({ call_uuid, body: {} });
  return { call_uuid, job_uuid: job.uuid };
};

test('a recording is uploaded, asked for, and looked for until it is completed', async () => {
  const { call_uuid, job_uuid } = await transcribe();
  const entries = await pharos.work();
  assert.deepEqual(
    entries.map(({ step, looked }) => [step, looked]),
    [
      ['begin', 0],
      ['collect', 0],
      ['collect', 1],
      ['collect', 2],
    ],
  );
  const [upload, submit, ...looks] = assembly.heard.filter(({ method }) => method !== 'DELETE');
  assert.equal(upload?.headers.authorization, api_key);
  assert.equal(upload?.body.toString(), 'a recording');
  assert.deepEqual(JSON.parse(String(submit?.body)), {
    audio_url: 'https://cdn.assemblyai.example/upload/1',
    speaker_labels: true,
  });
  assert.deepEqual(
    new Set(looks.map(({ method, url }) => `${method} ${url.pathname}`)),
    new Set(['GET /v2/transcript/t-1']),
  );

  const { data: job } = await home.client.jobs.get({ job_uuid });
  assert.deepEqual([job.state, job.attempts, job.provider_id], ['succeeded', 1, 't-1']);
  const { data: call } = await home.client.calls.get({ call_uuid });
  assert.equal(call.transcript?.source, 'assembly_ai');
  assert.equal(call.transcript?.words.length, ASSEMBLY_AI.words.length);
  assert.equal(call.provider_metadata?.assembly_ai_id, 't-1');
});

test('of two channels each is one party, which AssemblyAI is told', async () => {
  await transcribe(2);
  await pharos.work();
  const submit = assembly.heard.findLast(({ url, method }) => url.pathname === '/v2/transcript' && method === 'POST');
  assert.deepEqual([JSON.parse(String(submit?.body)).multichannel], [true]);
});

test('a transcript that AssemblyAI gives up has failed, with its own words', async () => {
  const { job_uuid } = await transcribe();
  const error = `${api_key}: Transcoding failed.\nFile does not appear to contain audio.`;
  assembly.next.push(
    { body: { upload_url: 'x' } },
    { body: { id: 't-9' } },
    { body: { id: 't-9', status: 'error', error } },
  );
  await pharos.work();
  const { data: job } = await home.client.jobs.get({ job_uuid });
  assert.equal(job.state, 'failed');
  assert.equal(
    job.error,
    'AssemblyAI could not transcribe it: …: Transcoding failed. File does not appear to contain audio.',
  );
});

test('a look that fails is repeated; nothing is uploaded anew', async () => {
  const { job_uuid } = await transcribe();
  const uploads = () => assembly.heard.filter(({ url }) => url.pathname === '/v2/upload').length;
  const before = uploads();
  assembly.next.push({ body: { upload_url: 'x' } }, { body: { id: 't-77' } }, REFUSALS.assembly_ai(500), {
    half: true,
    body: ASSEMBLY_AI,
  });
  await pharos.work();
  const { data: job } = await home.client.jobs.get({ job_uuid });
  assert.deepEqual([job.state, job.provider_id, job.attempts], ['succeeded', 't-77', 1]);
  assert.equal(uploads(), before + 1);
});

/** A job that has begun, and whose looks say this. */
const lookedAt = async (...looks: Said[]) => {
  const { job_uuid } = await transcribe();
  assembly.next.push({ body: { upload_url: 'x' } }, { body: { id: 't-5' } }, ...looks);
  const entries = await pharos.work();
  return { job: (await home.client.jobs.get({ job_uuid })).data, looks: entries.length - 1 };
};

test('looks that fail now and then, with good ones between, give up nothing that still runs', async () => {
  const failing = Array.from({ length: 4 }, () => REFUSALS.assembly_ai(503));
  const processing = { body: { id: 't-5', status: 'processing' } };
  const { job, looks } = await lookedAt(...failing, processing, ...failing, processing, ...failing);
  assert.deepEqual([job.state, job.attempts, looks], ['succeeded', 1, 15]);
});

test('five looks in a row that fail are the end of a job', async () => {
  const { job, looks } = await lookedAt(...Array.from({ length: 5 }, () => REFUSALS.assembly_ai(503)));
  assert.deepEqual([job.state, job.attempts, looks], ['failed', 1, 5]);
  assert.equal(job.error, 'AssemblyAI answered 503: Not today.');
});

test('a refused upload is final, and so is a transcript that is gone', async () => {
  const refused = await transcribe();
  assembly.next.push(REFUSALS.assembly_ai(401));
  await pharos.work();
  const { data: job } = await home.client.jobs.get({ job_uuid: refused.job_uuid });
  assert.deepEqual([job.state, job.error], ['failed', 'AssemblyAI answered 401: Not today.']);

  const gone = await transcribe();
  assembly.next.push({ body: { upload_url: 'x' } }, { body: { id: 't-8' } }, REFUSALS.assembly_ai(404));
  await pharos.work();
  assert.equal((await home.client.jobs.get({ job_uuid: gone.job_uuid })).data.state, 'failed');
});

test('a refusal that repeats what it was asked with shows no secret of a callback', async () => {
  const recording = await recordingOf();
  const callback = { url: new URL('https://calls.example/v1/callbacks/assembly_ai'), secret: 'callback-very-secret' };
  const error = `Bad webhook_auth_header_value "${callback.secret}" for ${api_key}`;
  assembly.next.push({ body: { upload_url: 'x' } }, { status: 400, body: { error } });
  const provider = openAssemblyAi({ base_url: assembly.base_url, api_key });
  await assert.rejects(provider.begin(recording, { signal: AbortSignal.timeout(10_000), attempt: 1, callback }), {
    reason: { code: 'provider_refused', given: { status: 400, words: 'Bad webhook_auth_header_value "…" for …' } },
  });
});

test('AssemblyAI deletes what it was given once the words are here, and a certificate names what it did not delete', async () => {
  const admin = await pharos.person('admin', home);
  const certificateOf = async (call_uuid: string) => {
    await admin.client.calls.remove({ call_uuid });
    await pharos.database.rows(sql`
      update calls set deleted_at = deleted_at - interval '40 days' where uuid = ${call_uuid}`);
    const { purge_certificate_uuids } = (await admin.client.retention.purge()).data;
    const purge_certificate_uuid = purge_certificate_uuids[0] as string;
    return (await admin.client.retention.getCertificate({ purge_certificate_uuid })).data;
  };
  const deleted = () => assembly.heard.filter(({ method }) => method === 'DELETE').map(({ url }) => url.pathname);

  const first = await transcribe();
  await pharos.work();
  const { data: job } = await home.client.jobs.get({ job_uuid: first.job_uuid });
  assert.equal(deleted().at(-1), `/v2/transcript/${job.provider_id}`);
  assert.deepEqual((await certificateOf(first.call_uuid)).elsewhere, []);

  const second = await transcribe();
  const done = { body: { ...ASSEMBLY_AI, id: 't-90' } };
  assembly.next.push({ body: { upload_url: 'x' } }, { body: { id: 't-90' } }, done, REFUSALS.assembly_ai(500));
  await pharos.work();
  assert.equal((await home.client.jobs.get({ job_uuid: second.job_uuid })).data.state, 'succeeded');
  const { elsewhere } = await certificateOf(second.call_uuid);
  assert.deepEqual(elsewhere, [{ provider: 'assembly_ai', provider_id: 't-90' }]);
});
