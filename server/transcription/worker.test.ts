import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openDeepgramStandIn } from '../../test/support/speech.ts';
import { openTranscribing } from '../../test/support/transcribing.ts';
import { Stopping } from '../platform/queue/queue.ts';
import { openDeepgram } from './providers/deepgram.ts';
import { resumeAll } from './resume.ts';
import { giveUp, runEntry } from './run.ts';

const deepgram = await openDeepgramStandIn();
const pharos = await openTranscribing([openDeepgram({ base_url: deepgram.base_url, api_key: 'd' })]);
const home = await pharos.person('member');

const transcribe = async () => {
  const call_uuid = await pharos.openRecorded(home);
  const { data } = await home.client.jobs.transcribe({ call_uuid, body: {} });
  return { job_uuid: data.uuid, job: async () => (await home.client.jobs.get({ job_uuid: data.uuid })).data };
};

test('a job without an entry in the queue gets one again, and only such a job', async () => {
  const { job_uuid, job } = await transcribe();
  assert.equal(await resumeAll(pharos.served, pharos.queue), 0);
  await pharos.database.rows(sql`delete from pgboss.job where data ->> 'job_uuid' = ${job_uuid}`);
  assert.equal(await resumeAll(pharos.served, pharos.queue), 1);
  assert.equal((await pharos.work()).length, 1);
  assert.equal((await job()).state, 'succeeded');
});

test('a process that stops puts its job back, which is no attempt', async () => {
  const { job } = await transcribe();
  const stopping = new AbortController();
  deepgram.next.push({ silent: true });
  const heard = deepgram.heard.length;
  let runs = 0;
  await pharos.queue.drain(async (entry, signal) => {
    if (runs++ > 0) return runEntry(pharos.tools, entry, signal);
    const running = runEntry(pharos.tools, entry, stopping.signal);
    while (deepgram.heard.length === heard) await new Promise(setImmediate);
    assert.equal((await job()).state, 'running');
    stopping.abort(new Stopping());
    await running;
    const { state, attempts } = await job();
    assert.deepEqual([state, attempts], ['queued', 0]);
  });
  const { state, attempts } = await job();
  assert.deepEqual([state, attempts, runs], ['succeeded', 1, 2]);
});

test('a job whose worker ends every time has failed after five', async () => {
  const { job } = await transcribe();
  const lost = new AbortController();
  lost.abort(new Error('the lease is lost'));
  await pharos.queue.drain(async (entry, signal) => {
    for (let times = 0; times < 5; times++) await runEntry(pharos.tools, entry, lost.signal);
    assert.equal((await job()).attempts, 5);
    await runEntry(pharos.tools, entry, signal);
  });
  const { state, error } = await job();
  assert.deepEqual([state, error], ['failed', 'Every worker that took the job ended before it was done']);
});

test('what the queue gives up has failed', async () => {
  const { job } = await transcribe();
  await pharos.queue.drain((entry) => giveUp(pharos.tools, entry));
  assert.equal((await job()).state, 'failed');
});

test("the app's role can neither make nor change anything in the queue's schema", async () => {
  const rights = await pharos.probed.scopedTo({}).rows<{ may: boolean }>(sql`
    select has_schema_privilege('pgboss', 'create') or exists (
      select from pg_class join pg_roles on pg_roles.oid = relowner
      where relnamespace = 'pgboss'::regnamespace and rolname = current_user) as may`);
  assert.deepEqual(rights, [{ may: false }]);
});
