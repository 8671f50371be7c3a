import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openDeepgramStandIn, REFUSALS } from '../../test/support/speech.ts';
import { openTranscribing } from '../../test/support/transcribing.ts';
import { openDeepgram } from './providers/deepgram.ts';
import { growing } from './worker-context.ts';

const deepgram = await openDeepgramStandIn();
const attempts: number[] = [];
const backoff_ms = (attempt: number) => {
  attempts.push(attempt);
  return 1000 * 3 ** attempt;
};
const providers = [openDeepgram({ base_url: deepgram.base_url, api_key: 'k' })];
const pharos = await openTranscribing(providers, { backoff_ms });
const home = await pharos.person('member');

/** Seconds from being queued to falling due, of each entry in turn. */
const pauses = async (job_uuid: string) => {
  const rows = await pharos.database.rows<{ seconds: number; priority: number }>(sql`
    select round(extract(epoch from start_after - created_on))::int as seconds, priority from pgboss.job
    where data ->> 'job_uuid' = ${job_uuid} order by created_on`);
  return rows.map(({ seconds }) => seconds);
};

test('pauses grow, and Retry-After makes one longer but never shorter', async () => {
  const limited = (retry_after: string) => ({
    ...REFUSALS.deepgram(429, 'TOO_MANY_REQUESTS'),
    headers: { 'retry-after': retry_after },
  });
  deepgram.next.push(
    REFUSALS.deepgram(503, 'BUSY'),
    limited('120'),
    limited('1'),
    limited(new Date(Date.now() + 600_000).toUTCString()),
  );
  const call_uuid = await pharos.openRecorded(home);
  const { data: job } = await home.client.jobs.transcribe({ call_uuid, body: {} });
  await pharos.work();
  assert.equal((await home.client.jobs.get({ job_uuid: job.uuid })).data.state, 'succeeded');
  const [first, second, third, fourth, fifth] = await pauses(job.uuid);
  assert.deepEqual([first, second, third, fourth], [0, 3, 120, 27]);
  assert.ok((fifth ?? 0) > 590 && (fifth ?? 0) <= 600);
  assert.deepEqual(attempts, [1, 2, 3, 4]);
});

test('a wait of more than an hour is an hour', async () => {
  deepgram.next.push({ ...REFUSALS.deepgram(429, 'TOO_MANY_REQUESTS'), headers: { 'retry-after': '999999' } });
  const call_uuid = await pharos.openRecorded(home);
  const { data: job } = await home.client.jobs.transcribe({ call_uuid, body: {} });
  await pharos.work();
  assert.deepEqual(await pauses(job.uuid), [0, 3600]);
});

test('the first try comes before the tries of others, and pauses are not all alike', async () => {
  for (const attempt of [1, 2, 3, 4]) {
    const [least, most] = [8_000 * 3 ** (attempt - 1), 12_000 * 3 ** (attempt - 1)];
    for (let times = 0; times < 20; times++) assert.ok(growing(attempt) >= least && growing(attempt) <= most);
  }
  deepgram.next.push(REFUSALS.deepgram(500, 'INTERNAL'));
  const call_uuid = await pharos.openRecorded(home);
  await home.client.jobs.transcribe({ call_uuid, body: {} });
  await pharos.work();
  const rows = await pharos.database.rows<{ priority: number }>(sql`
    select priority from pgboss.job order by created_on desc limit 2`);
  assert.deepEqual(
    rows.map(({ priority }) => priority),
    [-1, 0],
  );
});
