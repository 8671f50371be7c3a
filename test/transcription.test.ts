// From an uploaded recording to its words, through the real processes.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@pharos/client';
import type { Client } from '@pharos/client/methods.ts';
import { launchServer, launchWorker, makeDataFolder, readAdminToken } from './faults/server-process.ts';
import { cloneDatabase } from './support/database.ts';
import { beep } from './support/requests.ts';
import { DEEPGRAM, openDeepgramStandIn } from './support/speech.ts';

const finished = async (client: Client, job_uuid: string) => {
  for (const end = Date.now() + 240_000; Date.now() < end; await sleep(50)) {
    const { data } = await client.jobs.get({ job_uuid });
    if (data.finished_at !== null) return data;
  }
  throw new Error('the job did not end');
};

test('a recording that a server keeps is transcribed by a worker of its own, and by the server itself', async () => {
  const { connection, drop } = await cloneDatabase();
  const { data_dir, remove } = await makeDataFolder();
  const deepgram = await openDeepgramStandIn();
  const settings = {
    DATA_DIR: data_dir,
    DATABASE_URL: `postgres://${connection.user}@/${connection.database}?host=${connection.host}`,
    DEEPGRAM_API_KEY: 'very-secret',
    DEEPGRAM_BASE_URL: deepgram.base_url,
  };
  const server = launchServer({ ...settings, JOBS_AT_ONCE: '0' });
  after(async () => {
    await server.end('SIGTERM');
    await remove();
    await drop();
  });
  const client = createClient({ baseUrl: await server.ready, token: await readAdminToken(data_dir) });
  const { data: funeral } = await client.cases.create({ body: {} });
  const transcribed = async () => {
    const { data: call } = await client.calls.create({ body: { case_uuid: funeral.uuid } });
    await assert.rejects(client.jobs.transcribe({ call_uuid: call.uuid, body: {} }), { status_code: 409 });
    const body = beep();
    await client.recordings.upload({ call_uuid: call.uuid, body });
    const { data: job } = await client.jobs.transcribe({ call_uuid: call.uuid, body: {} });
    return { call_uuid: call.uuid, job, body };
  };
  const { call_uuid, job, body } = await transcribed();
  assert.equal(deepgram.heard.length, 0);

  const worker = launchWorker(settings);
  await worker.ready;
  const done = await finished(client, job.uuid);
  assert.deepEqual(await worker.end('SIGTERM'), { code: 0, signal: null });
  assert.deepEqual([done.state, done.error], ['succeeded', null]);
  assert.ok(deepgram.heard[0]?.body.equals(Buffer.from(body)));
  const { data: call } = await client.calls.get({ call_uuid });
  assert.equal(call.transcript?.words.length, DEEPGRAM.results.channels[0].alternatives[0].words.length);
  const { data: events } = await client.audit.list({ action: 'transcription.finish' });
  assert.ok(events.items.some(({ subject_uuid }) => subject_uuid === call_uuid));
  assert.equal((await client.audit.verify()).data.intact, true);

  const all = launchServer(settings);
  await all.ready;
  const { job: other } = await transcribed();
  assert.equal((await finished(client, other.uuid)).state, 'succeeded');
  await all.end('SIGTERM');
  assert.ok(![server, worker, all].some((one) => one.said().includes('very-secret')));
});
