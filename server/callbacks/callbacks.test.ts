import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { CALLBACK_HEADER } from '@pharos/contract/callbacks.ts';
import sql from 'sql-template-tag';
import { ASSEMBLY_AI, DEEPGRAM, openAssemblyAiStandIn, openDeepgramStandIn } from '../../test/support/speech.ts';
import { openTranscribing } from '../../test/support/transcribing.ts';
import type { Database } from '../platform/database/database.ts';
import { unavailable } from '../platform/errors/errors.ts';
import { openAssemblyAi } from '../transcription/providers/assembly-ai.ts';
import { openDeepgram } from '../transcription/providers/deepgram.ts';
import { runEntry } from '../transcription/run.ts';

const deepgram = await openDeepgramStandIn();
const assembly = await openAssemblyAiStandIn(1);
const providers = [
  openDeepgram({ base_url: deepgram.base_url, api_key: 'd' }),
  openAssemblyAi({ base_url: assembly.base_url, api_key: 'a' }),
];
let out = false;
const between = (database: Database): Database => ({
  ...database,
  scopedTo: (scope, guard) => {
    if (out) throw unavailable('database_unavailable', 'The database cannot be reached; try again');
    return database.scopedTo(scope, guard);
  },
});
const pharos = await openTranscribing(providers, { public_url: 'http://calls.example', between });
const home = await pharos.person('member');

type Post = { address: string; body: object | string; headers?: Record<string, string> };

/** Calls back as a provider does: what stands before the @ of an address becomes Basic authentication. */
const post = async ({ address, body, headers = {} }: Post) => {
  const { username, password, pathname, search } = new URL(address);
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const response = await fetch(pharos.baseUrl + pathname + search, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(password && { authorization: basic }), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
};

/** Begins a job, and no more: it waits for a call. */
const begin = async (provider: 'deepgram' | 'assembly_ai') => {
  const call_uuid = await pharos.openRecorded(home);
  const { data: job } = await home.client.jobs.transcribe({ call_uuid, body: { provider } });
  await pharos.queue.drain(async (entry, signal) => {
    if (entry.job_uuid === job.uuid && entry.step === 'begin') await runEntry(pharos.tools, entry, signal);
  });
  const versions = async () =>
    (await pharos.database.rows(sql`select from call_versions where call_uuid = ${call_uuid}`)).length;
  const state = async () => (await home.client.jobs.get({ job_uuid: job.uuid })).data;
  return { call_uuid, job_uuid: job.uuid, versions, state };
};

const beginDeepgram = async () => {
  const begun = await begin('deepgram');
  return { ...begun, address: deepgram.heard.at(-1)?.url.searchParams.get('callback') as string };
};

const beginAssemblyAi = async () => {
  const begun = await begin('assembly_ai');
  const submitted = assembly.heard.findLast(({ url }) => url.pathname === '/v2/transcript');
  const wish = JSON.parse(String(submitted?.body));
  assert.equal(wish.webhook_auth_header_name, CALLBACK_HEADER);
  return {
    ...begun,
    address: wish.webhook_url as string,
    headers: { [CALLBACK_HEADER]: wish.webhook_auth_header_value as string },
  };
};

test('Deepgram is given an address with a secret, and its result comes there', async () => {
  const { call_uuid, address, state, versions } = await beginDeepgram();
  const waiting = await state();
  assert.deepEqual([waiting.state, waiting.progress], ['running', 0.5]);
  assert.equal(waiting.provider_id, DEEPGRAM.metadata.request_id);
  assert.equal(new URL(address).origin, 'http://calls.example');
  assert.equal((await post({ address, body: DEEPGRAM })).status, 200);
  assert.equal((await state()).state, 'succeeded');
  assert.equal((await home.client.calls.get({ call_uuid })).data.transcript?.source, 'deepgram');
  assert.equal(await versions(), 2);
});

test('a callback that comes ten times, all at once or much later, has one effect', async () => {
  const { address, state, versions, call_uuid } = await beginDeepgram();
  const answers = await Promise.all(Array.from({ length: 10 }, () => post({ address, body: DEEPGRAM })));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  await home.client.calls.update({ call_uuid, body: { transcript: { source: 'manual', words: [] } } });
  assert.equal((await post({ address, body: DEEPGRAM })).status, 200);
  assert.equal(await versions(), 3);
  assert.equal((await home.client.calls.get({ call_uuid })).data.transcript?.source, 'manual');
  assert.equal((await state()).state, 'succeeded');
});

test('a forged callback is 401, in one wording whatever is wrong with it, and changes nothing', async () => {
  const { address, state, versions } = await beginDeepgram();
  const other = await beginDeepgram();
  const secret = new URL(address).password;
  const change = (work: (url: URL) => void) => {
    const url = new URL(address);
    work(url);
    return url.href;
  };
  const forged = [
    change((url) => Object.assign(url, { password: '' })),
    change((url) => Object.assign(url, { password: 'guess' })),
    change((url) => Object.assign(url, { password: `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}` })),
    change((url) => Object.assign(url, { password: new URL(other.address).password })),
    change((url) => url.searchParams.set('job_uuid', randomUUID())),
    change((url) => url.searchParams.set('job_uuid', 'none')),
    change((url) => url.searchParams.delete('job_uuid')),
    change((url) => Object.assign(url, { pathname: '/v1/callbacks/assembly_ai' })),
  ];
  const answers = await Promise.all(forged.map((one) => post({ address: one, body: DEEPGRAM })));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([401]));
  assert.equal(new Set(answers.map(({ text }) => JSON.parse(text).message)).size, 1);
  assert.equal((await state()).state, 'running');
  assert.equal(await versions(), 1);
});

test('a token of a person opens no callback, and a secret of a callback nothing else', async () => {
  const { address } = await beginDeepgram();
  const { password } = new URL(address);
  const headers = { authorization: `Bearer ${home.token}` };
  assert.equal((await post({ address: address.replace(/\/\/.*@/, '//'), body: DEEPGRAM, headers })).status, 401);
  const response = await fetch(`${pharos.baseUrl}/v1/calls`, { headers: { authorization: `Bearer ${password}` } });
  assert.equal(response.status, 401);
});

test('only digests of secrets are kept', async () => {
  const { address, job_uuid } = await beginDeepgram();
  const { password } = new URL(address);
  const [job] = await pharos.database.rows<{ text: string }>(sql`
    select jobs::text || (select coalesce(string_agg(job::text, ''), '') from pgboss.job) as text
    from jobs where uuid = ${job_uuid}`);
  assert.ok(job?.text.length && !job.text.includes(password));
  assert.ok(!pharos.logged.join('\n').includes(password));
});

test('Deepgram is not asked to call a port that it does not call', async () => {
  const before = deepgram.heard.length;
  const [provider] = providers;
  const call_uuid = await pharos.openRecorded(home);
  const callback = { url: new URL('https://calls.example:9000/v1/callbacks/deepgram'), secret: 's' };
  const recording = pharos.recorded.get(call_uuid);
  assert.ok(provider && recording);
  const signal = AbortSignal.timeout(10_000);
  assert.ok('result' in (await provider.begin(recording, { signal, attempt: 1, callback })));
  assert.equal(deepgram.heard[before]?.url.searchParams.get('callback'), null);
});

test('where Deepgram never calls back, it is asked again and its answer waited for', async () => {
  const { state } = await beginDeepgram();
  assert.equal((await state()).state, 'running');
  // The begun job waits: its look is the only entry that is left.
  const call_uuid = await pharos.openRecorded(home);
  const { data: job } = await home.client.jobs.transcribe({ call_uuid, body: { provider: 'deepgram' } });
  const steps = (await pharos.work()).filter(({ job_uuid }) => job_uuid === job.uuid).map(({ step }) => step);
  assert.deepEqual(steps, ['begin', 'collect', 'begin']);
  const done = (await home.client.jobs.get({ job_uuid: job.uuid })).data;
  assert.deepEqual([done.state, done.attempts], ['succeeded', 2]);
});

test('a body of Deepgram that is no result is refused, and the job goes on', async () => {
  const { address, state } = await beginDeepgram();
  for (const body of ['', '{"results":', '{}', '[]']) assert.equal((await post({ address, body })).status, 400, body);
  assert.equal((await state()).state, 'running');
  assert.equal((await post({ address, body: DEEPGRAM })).status, 200);
  assert.equal((await state()).state, 'succeeded');
});

test('a result of several MB is taken; one beyond the limit is not', async () => {
  const { address, state } = await beginDeepgram();
  const [channel] = DEEPGRAM.results.channels;
  const { length } = JSON.stringify(channel.alternatives[0].words);
  const words = Array.from({ length: Math.ceil(3_000_000 / length) }, () => channel.alternatives[0].words).flat();
  const long = { ...DEEPGRAM, results: { channels: [{ alternatives: [{ ...channel.alternatives[0], words }] }] } };
  assert.ok(JSON.stringify(long).length > 3_000_000);
  assert.equal((await post({ address, body: long })).status, 200);
  assert.equal((await state()).state, 'succeeded');

  const webhook = await beginAssemblyAi();
  assert.equal((await post({ ...webhook, body: ' '.repeat(17 * 1024) })).status, 413);
});

test('a webhook of AssemblyAI has its transcript fetched, once, however often and in whatever order it comes', async () => {
  const { address, headers, state, versions } = await beginAssemblyAi();
  const id = (await state()).provider_id as string;
  const bodies = ['error', 'completed', 'completed'].map((status) => ({ transcript_id: id, status }));
  const answers = await Promise.all(
    [...bodies, ...bodies, ...bodies, bodies[1] as object].map((body) => post({ address, headers, body })),
  );
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  await pharos.work();
  const job = await state();
  assert.deepEqual([job.state, job.provider_id, job.attempts], ['succeeded', id, 1]);
  assert.equal(await versions(), 2);
  assert.equal((await post({ address, headers, body: bodies[1] as object })).status, 200);
  assert.deepEqual(await pharos.work(), []);
  assert.equal(await versions(), 2);
});

test('a webhook about another transcript than the job’s is heard without effect', async () => {
  const { address, headers, state } = await beginAssemblyAi();
  const id = (await state()).provider_id;
  assert.equal((await post({ address, headers, body: { transcript_id: 'another', status: 'completed' } })).status, 200);
  assert.equal((await state()).provider_id, id);
  assert.equal((await post({ address, headers, body: { transcript_id: '../x', status: 'completed' } })).status, 400);
});

test('where AssemblyAI never calls, a look finds what is ready', async () => {
  const { job_uuid, call_uuid, state } = await begin('assembly_ai');
  assert.equal((await state()).state, 'running');
  const { provider_id } = await state();
  const next = {
    uuid: randomUUID(),
    organization_uuid: home.actor.organization_uuid,
    job_uuid,
    step: 'collect' as const,
    looked: 0,
  };
  await pharos.database.rows(sql`update jobs set entry_uuid = ${next.uuid} where uuid = ${job_uuid}`);
  await runEntry(pharos.tools, next, AbortSignal.timeout(10_000));
  assert.equal((await state()).state, 'succeeded');
  const { data: call } = await home.client.calls.get({ call_uuid });
  assert.equal(call.provider_metadata?.assembly_ai_id, provider_id);
  assert.equal(call.transcript?.words.length, ASSEMBLY_AI.words.length);
});

test('a callback of a cancelled job has no effect', async () => {
  const { address, job_uuid, versions, state } = await beginDeepgram();
  await home.client.jobs.cancel({ job_uuid });
  assert.equal((await post({ address, body: DEEPGRAM })).status, 200);
  assert.equal(await versions(), 1);
  assert.equal((await state()).state, 'cancelled');
});

test('where the database cannot be reached, a provider is told to come again', async () => {
  const { address, state } = await beginDeepgram();
  const webhook = await beginAssemblyAi();
  out = true;
  const answers = [
    await post({ address, body: DEEPGRAM }),
    await post({ ...webhook, body: { transcript_id: 't', status: 'completed' } }),
  ];
  out = false;
  assert.deepEqual(
    answers.map(({ status }) => status),
    [503, 503],
  );
  assert.equal((await post({ address, body: DEEPGRAM })).status, 200);
  assert.equal((await state()).state, 'succeeded');
});
