import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { openCall, openPharos, type Person } from '../../../test/support/pharos.ts';

const pharos = await openPharos({ analysing: { first_ms: 50, every_ms: 300 } });
const still = await openPharos();

const transcript = {
  source: 'deepgram' as const,
  words: ['No', 'lilies.'].map((text, index) => ({ text, start_ms: index * 400, end_ms: index * 400, confidence: 1 })),
};

const open = async (person: Person, calls: number) => {
  const body = {
    ...{
      label: 'lilies',
      display_name: 'Lilies',
      execution_type: 'detection' as const,
      template_type: 'at_need' as const,
    },
    exact_phrases: [{ phrase: 'no lilies', match_percentage: 100 }],
  };
  const { data: template } = await person.client.generationTemplates.create({ body });
  const { case_uuid } = await openCall(person);
  const call_uuids: string[] = [];
  for (let count = 0; count < calls; count++) {
    const { data } = await person.client.calls.create({ body: { case_uuid, transcript } });
    call_uuids.push(data.uuid);
  }
  return { generation_template_uuid: template.uuid, case_uuid, call_uuids };
};

const ended = async ({ client }: Person, generation_run_uuid: string) => {
  for (;;) {
    const { data } = await client.generationRuns.get({ generation_run_uuid });
    if (data.finished_at !== null) return data;
    await pause(20);
  }
};

const foundIn = async ({ client }: Person, call_uuids: string[]) => {
  const found = await Promise.all(call_uuids.map((call_uuid) => client.generations.list({ call_uuid })));
  return found.map(({ data }) => data.items[0]?.occurs);
};

test('a template in testing runs over all calls of a filter, and tells how far it is', async () => {
  const home = await pharos.person();
  const { generation_template_uuid, case_uuid, call_uuids } = await open(home, 13);
  const elsewhere = await openCall(home);
  await home.client.calls.update({ call_uuid: elsewhere.call_uuid, body: { transcript } });
  const body = { filter: { case_uuid } };
  const { data: run } = await home.client.generationRuns.start({ generation_template_uuid, body });
  assert.deepEqual([run.total, run.filter, run.created_by], [13, body.filter, home.actor.user_uuid]);
  const { state, done, failed, progress } = await ended(home, run.uuid);
  assert.deepEqual([state, done, failed, progress], ['succeeded', 13, 0, 1]);
  assert.deepEqual(new Set(await foundIn(home, call_uuids)), new Set([true]));
  assert.deepEqual(await foundIn(home, [elsewhere.call_uuid]), [undefined]);
  const { items } = (await home.client.generationRuns.list({ generation_template_uuid })).data;
  assert.deepEqual(
    items.map(({ uuid }) => uuid),
    [run.uuid],
  );
});

test('a run goes on behind the last call that was done, on another server', async () => {
  const home = await pharos.person();
  const { generation_template_uuid, call_uuids } = await open(home, 5);
  const [first] = call_uuids;
  const uuid = randomUUID();
  // As a server leaves it that was killed after one call.
  await pharos.database.rows(sql`
    insert into generation_runs (organization_uuid, uuid, generation_template_uuid, filter, state, total, done,
      after_created_at, after_uuid, created_by)
    select organization_uuid, ${uuid}, ${generation_template_uuid}, '{}', 'running', 5, 1, created_at, uuid, created_by
    from calls where uuid = ${first as string}`);
  const { done, state } = await ended(home, uuid);
  assert.deepEqual([done, state], [5, 'succeeded']);
  assert.deepEqual(await foundIn(home, call_uuids), [undefined, true, true, true, true]);
});

test('a run is cancelled once, and one that is over is not', async () => {
  const home = await still.person();
  const { generation_template_uuid } = await open(home, 1);
  const { data: run } = await home.client.generationRuns.start({ generation_template_uuid, body: {} });
  const named = { generation_run_uuid: run.uuid };
  const { data: cancelled } = await home.client.generationRuns.cancel(named);
  assert.equal(cancelled.state, 'cancelled');
  assert.deepEqual((await home.client.generationRuns.cancel(named)).data, cancelled);
  await still.database.rows(sql`update generation_runs set state = 'succeeded' where uuid = ${run.uuid}`);
  await assert.rejects(home.client.generationRuns.cancel(named), { status_code: 409 });
});

test('runs are started by admins, over calls of their own organization, with a filter that can be read', async () => {
  const [home, stranger] = [await still.person(), await still.person()];
  const member = await still.person('member', home);
  const { generation_template_uuid } = await open(home, 1);
  const started = { generation_template_uuid, body: {} };
  await assert.rejects(member.client.generationRuns.start(started), { status_code: 403 });
  await assert.rejects(stranger.client.generationRuns.start(started), { status_code: 404 });
  const bad = { generation_template_uuid, body: { filter: { created_after: 'yesterday' } } };
  await assert.rejects(home.client.generationRuns.start(bad), { status_code: 400 });
  const { data: run } = await home.client.generationRuns.start(started);
  await assert.rejects(stranger.client.generationRuns.get({ generation_run_uuid: run.uuid }), { status_code: 404 });
  const theirs = await open(stranger, 2);
  const { case_uuid } = theirs;
  const foreign = { generation_template_uuid, body: { filter: { case_uuid } } };
  assert.equal((await home.client.generationRuns.start(foreign)).data.total, 0);
});
