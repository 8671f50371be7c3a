import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import { openDeepgramStandIn } from '../../test/support/speech.ts';
import { openTranscribing } from '../../test/support/transcribing.ts';
import { openDeepgram } from '../transcription/providers/deepgram.ts';

const deepgram = await openDeepgramStandIn();
const pharos = await openTranscribing([openDeepgram({ base_url: deepgram.base_url, api_key: 'd' })]);
const home = await pharos.person('member');

const transcribe = async (person: Person = home) => {
  const call_uuid = await pharos.openRecorded(person);
  return { call_uuid, job: (await person.client.jobs.transcribe({ call_uuid, body: {} })).data };
};

test('a wish is answered with a job at once, which the call and the organization list', async () => {
  const { call_uuid, job } = await transcribe();
  assert.deepEqual((await home.client.jobs.get({ job_uuid: job.uuid })).data, job);
  const { data: call } = await home.client.calls.get({ call_uuid });
  const {
    uuid: case_uuid,
    first_name,
    last_name,
  } = (await home.client.cases.get({ case_uuid: call.case_uuid })).data.case;
  const listed = {
    ...job,
    call_title: call.title,
    call_file_name: call.file_name,
    call_started_at: call.started_at,
    call_created_at: call.created_at,
    case_uuid,
    first_name,
    last_name,
  };
  assert.deepEqual((await home.client.jobs.listOfCall({ call_uuid })).data, { items: [listed], next_cursor: null });
  assert.deepEqual((await home.client.jobs.list({ limit: 1 })).data.items, [listed]);
  assert.equal(job.created_by, home.actor.user_uuid);
});

test('of two that ask at once one gets the job, the other 409', async () => {
  const call_uuid = await pharos.openRecorded(home);
  const asked = await Promise.allSettled(
    Array.from({ length: 5 }, () => home.client.jobs.transcribe({ call_uuid, body: {} })),
  );
  const refused = asked.filter((one) => one.status === 'rejected');
  assert.equal(refused.length, 4);
  for (const { reason } of refused) {
    assert.equal(reason.status_code, 409);
    assert.match(reason.message, /under way; wait for it, or cancel it/);
  }
  assert.equal((await home.client.jobs.listOfCall({ call_uuid })).data.items.length, 1);
});

test('a call without a recording, or a provider that is not set up, is refused with what to do', async () => {
  const { call_uuid } = await openCall(home);
  await assert.rejects(home.client.jobs.transcribe({ call_uuid, body: {} }), {
    status_code: 409,
    message: /no recording: upload one/,
  });
  const recorded = await pharos.openRecorded(home);
  await assert.rejects(home.client.jobs.transcribe({ call_uuid: recorded, body: { provider: 'assembly_ai' } }), {
    status_code: 400,
    message: /\/provider is not set up here: the operator sets ASSEMBLYAI_API_KEY; there is deepgram/,
  });
  await assert.rejects(home.client.jobs.transcribe({ call_uuid: recorded, body: { provider: 'ear' as never } }), {
    status_code: 400,
  });
  assert.deepEqual((await home.client.jobs.listOfCall({ call_uuid: recorded })).data.items, []);

  const bare = await openPharos();
  const elsewhere = await bare.person('member');
  const theirs = await openCall(elsewhere);
  await assert.rejects(elsewhere.client.jobs.transcribe({ call_uuid: theirs.call_uuid, body: {} }), {
    status_code: 400,
    message:
      /No speech provider is set up here: an admin sets one by PUT \/v1\/speech, or the operator sets DEEPGRAM_API_KEY, or/,
  });
});

test('a cancelled job ends, its entry does nothing, and another may be asked for', async () => {
  const { call_uuid, job } = await transcribe();
  const { data: cancelled } = await home.client.jobs.cancel({ job_uuid: job.uuid });
  assert.equal(cancelled.state, 'cancelled');
  assert.deepEqual((await home.client.jobs.cancel({ job_uuid: job.uuid })).data, cancelled);
  const before = deepgram.heard.length;
  await pharos.work();
  assert.equal((await home.client.calls.get({ call_uuid })).data.transcript, null);
  assert.equal(deepgram.heard.slice(before).length, 0);
  const { data: other } = await home.client.jobs.transcribe({ call_uuid, body: {} });
  await assert.rejects(home.client.jobs.retry({ job_uuid: job.uuid }), { status_code: 409 });
  await pharos.work();
  await assert.rejects(home.client.jobs.cancel({ job_uuid: other.uuid }), {
    status_code: 409,
    message: /has succeeded/,
  });
  await assert.rejects(home.client.jobs.retry({ job_uuid: other.uuid }), {
    status_code: 409,
    message: /has succeeded/,
  });
  assert.equal((await home.client.jobs.retry({ job_uuid: job.uuid })).data.state, 'queued');
});

test('of two failed jobs of one call, tried again at once, one is', async () => {
  const call_uuid = await pharos.openRecorded(home);
  const uuids: string[] = [];
  for (const _ of [1, 2]) {
    const { data } = await home.client.jobs.transcribe({ call_uuid, body: {} });
    await home.client.jobs.cancel({ job_uuid: data.uuid });
    uuids.push(data.uuid);
  }
  const asked = await Promise.allSettled(uuids.map((job_uuid) => home.client.jobs.retry({ job_uuid })));
  assert.deepEqual(asked.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  assert.equal((asked.find((one) => one.status === 'rejected') as PromiseRejectedResult).reason.status_code, 409);
});

test('pages of jobs have each once, and take a state', async () => {
  const person = await pharos.person('member');
  const made: string[] = [];
  for (let count = 0; count < 5; count++) made.push((await transcribe(person)).job.uuid);
  await person.client.jobs.cancel({ job_uuid: made[2] as string });
  const found: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { data } = await person.client.jobs.list({ limit: 2, ...(cursor && { cursor }) });
    found.push(...data.items.map(({ uuid }) => uuid));
    cursor = data.next_cursor;
  }
  assert.deepEqual(found, made.toReversed());
  const { data } = await person.client.jobs.list({ state: 'cancelled' });
  assert.deepEqual(
    data.items.map(({ uuid }) => uuid),
    [made[2]],
  );
});

test('somebody who is limited to a location sees and ends only the jobs of its calls', async () => {
  const admin = await pharos.person('admin');
  const [chapel, annex] = [randomUUID(), randomUUID()];
  for (const uuid of [chapel, annex]) {
    await pharos.database.rows(sql`
      insert into locations (organization_uuid, uuid, name) values (${admin.actor.organization_uuid}, ${uuid}, 'A place')`);
  }
  const jobs: string[] = [];
  for (const location_uuid of [chapel, annex]) {
    const { call_uuid, job } = await transcribe(admin);
    const { data: call } = await admin.client.calls.get({ call_uuid });
    await admin.client.cases.update({ case_uuid: call.case_uuid, body: { location_uuid } });
    jobs.push(job.uuid);
  }
  const limited = await pharos.person('member', admin);
  await pharos.database.rows(sql`
    update users set location_uuids = array[${chapel}::uuid] where uuid = ${limited.actor.user_uuid}`);
  const [theirs, others] = jobs as [string, string];
  const { data } = await limited.client.jobs.list();
  assert.deepEqual(
    data.items.map(({ uuid }) => uuid),
    [theirs],
  );
  for (const verb of ['get', 'cancel', 'retry'] as const) {
    await assert.rejects(limited.client.jobs[verb]({ job_uuid: others }), { status_code: 403 });
  }
  assert.equal((await limited.client.jobs.cancel({ job_uuid: theirs })).data.state, 'cancelled');
});
