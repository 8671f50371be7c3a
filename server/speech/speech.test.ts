import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { pino } from 'pino';
import sql from 'sql-template-tag';
import { openPharos } from '../../test/support/pharos.ts';
import { beep } from '../../test/support/requests.ts';
import { openAssemblyAiStandIn, openDeepgramStandIn, openWhisperStandIn, REFUSALS } from '../../test/support/speech.ts';
import { recordingOf } from '../../test/support/transcribing.ts';
import { openDecoder } from '../platform/serving/decoder.ts';
import { runEntry } from '../transcription/run.ts';

const [deepgram, assembly, whisper] = await Promise.all([
  openDeepgramStandIn(),
  openAssemblyAiStandIn(1),
  openWhisperStandIn(),
]);
const pharos = await openPharos({
  transcription: { providers: [], findRecording: () => recordingOf() },
  speech_makers: { deepgram: deepgram.base_url, assembly_ai: assembly.base_url },
});
const decoder = openDecoder();
after(() => decoder.close());
/** Tools of a worker, but for the database and its queue. */
const asked = {
  ...{ providers: [], findRecording: () => recordingOf(), decoder, backoff_ms: () => 0, done: () => {} },
  log: pino({ enabled: false }),
};
const KEY = 'a-key-of-our-own-4f2c';
const openHome = () => pharos.person('admin');

test('a service is set up with a key that is never shown, kept sealed, and gone when it is removed', async () => {
  const home = await openHome();
  const { speech } = home.client;
  const before = (await speech.list()).data.items;
  assert.ok(before.every(({ set_up_by, is_default }) => set_up_by === null && !is_default));
  const { data } = await speech.set({ body: { provider: 'deepgram', api_key: KEY } });
  assert.deepEqual(data, {
    provider: 'deepgram',
    set_up_by: 'organization',
    is_default: true,
    base_url: null,
    model: null,
  });
  assert.ok(!JSON.stringify((await speech.list()).data).includes(KEY));
  const [row] = await pharos.database.rows<{ api_key: Buffer }>(sql`
    select api_key from speech_services where organization_uuid = ${home.actor.organization_uuid}`);
  assert.ok(row && !row.api_key.toString('latin1').includes(KEY));
  assert.ok(pharos.logged.every((line) => !line.includes(KEY)));
  await speech.set({ body: { provider: 'assembly_ai', api_key: 'another-key' } });
  const chosen = (await speech.list()).data.items.find(({ is_default }) => is_default);
  assert.equal(chosen?.provider, 'assembly_ai', 'the last one that was set up transcribes');
  await speech.set({ body: { provider: 'deepgram' } });
  assert.equal((await speech.list()).data.items.find(({ is_default }) => is_default)?.provider, 'deepgram');
  await speech.remove({ provider: 'deepgram' });
  const after = (await speech.list()).data.items;
  assert.deepEqual(
    after.filter(({ set_up_by }) => set_up_by !== null).map(({ provider }) => provider),
    ['assembly_ai'],
  );
});

test('a test hears the sample by settings that are not kept, in each shape that services answer in', async () => {
  const operator = await pharos.person('operator');
  const { speech } = operator.client;
  const tests = [
    await speech.test({ body: { provider: 'deepgram', api_key: KEY } }),
    await speech.test({ body: { provider: 'assembly_ai', api_key: KEY } }),
    await speech.test({ body: { provider: 'speech_server', base_url: whisper.base_url } }),
  ];
  for (const { data } of tests) {
    assert.equal(data.reason, null);
    assert.ok(data.turns.length > 0 && data.voices > 0 && (data.turns[0]?.text ?? '') !== '');
  }
  const [heard] = deepgram.heard.filter(({ method }) => method === 'POST');
  assert.ok(heard && heard.body.length > 40_000, 'the whole sample is sent');
  assert.equal(heard.headers.authorization, `Token ${KEY}`);
  assert.ok((await speech.list()).data.items.every(({ set_up_by }) => set_up_by === null));
});

test('a service that refuses says why, without the key', async () => {
  const { client } = await openHome();
  deepgram.next.push(REFUSALS.deepgram(401, `INVALID_AUTH ${KEY}`));
  const { data } = await client.speech.test({ body: { provider: 'deepgram', api_key: KEY } });
  assert.equal(data.reason?.code, 'provider_refused');
  assert.match(data.error ?? '', /401/);
  assert.ok(!JSON.stringify(data).includes(KEY));
  const unset = await client.speech.test({ body: { provider: 'assembly_ai' } });
  assert.equal(unset.data.reason?.code, 'provider_not_configured');
});

test('calls are transcribed by the service of their organization, and by nobody else’s', async () => {
  const [home, other] = [await openHome(), await openHome()];
  await home.client.speech.set({ body: { provider: 'deepgram', api_key: KEY } });
  const { data: own_case } = await home.client.cases.create({ body: {} });
  const { data: call } = await home.client.calls.create({ body: { case_uuid: own_case.uuid } });
  await home.client.recordings.upload({ call_uuid: call.uuid, body: beep() });
  const { data: job } = await home.client.jobs.transcribe({ call_uuid: call.uuid, body: {} });
  assert.equal(job.provider, 'deepgram');
  const tools = { ...asked, database: pharos.served, queue: pharos.queue, own: pharos.speech };
  await pharos.queue.drain((entry, signal) => runEntry(tools, entry, signal));
  assert.equal((await home.client.jobs.get({ job_uuid: job.uuid })).data.state, 'succeeded');
  assert.equal(deepgram.heard.at(-1)?.headers.authorization, `Token ${KEY}`);
  const { data: their_case } = await other.client.cases.create({ body: {} });
  const { data: theirs } = await other.client.calls.create({ body: { case_uuid: their_case.uuid } });
  await assert.rejects(other.client.jobs.transcribe({ call_uuid: theirs.uuid, body: {} }), { code: 'no_provider' });
  assert.ok((await other.client.speech.list()).data.items.every(({ set_up_by }) => set_up_by === null));
});

test('below an admin nobody sets a service up, and below an operator nobody names an address', async () => {
  const home = await openHome();
  const member = await pharos.person('member', home);
  await assert.rejects(member.client.speech.set({ body: { provider: 'deepgram', api_key: KEY } }), {
    status_code: 403,
  });
  await assert.rejects(member.client.speech.test({ body: { provider: 'deepgram' } }), { status_code: 403 });
  for (const ask of [home.client.speech.set, home.client.speech.test])
    await assert.rejects(
      ask({ body: { provider: 'speech_server', base_url: 'http://169.254.169.254/' } }) as Promise<unknown>,
      {
        status_code: 403,
      },
    );
  assert.equal((await member.client.speech.list()).data.items.length, 4);
});

const wrong: [name: string, provider: 'deepgram' | 'speech_server' | 'local', body: object][] = [
  ['a key is required', 'deepgram', {}],
  ['an address is only for a speech server', 'deepgram', { api_key: KEY, base_url: 'https://example.com' }],
  ['a key has no line breaks', 'deepgram', { api_key: 'a\nb' }],
  ['a speech server needs an address', 'speech_server', {}],
  ['an engine has no key', 'local', { api_key: KEY }],
  ['an engine has to be there', 'local', {}],
];
for (const [name, provider, body] of wrong) {
  test(`${name}, and nothing is kept`, async () => {
    const operator = await pharos.person('operator');
    await assert.rejects(operator.client.speech.set({ body: { provider, ...body } }), { status_code: 400 });
    assert.ok((await operator.client.speech.list()).data.items.every(({ set_up_by }) => set_up_by === null));
  });
}
