import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { GenerationTemplateCreate } from '@pharos/contract/generation-templates.ts';
import sql from 'sql-template-tag';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import { addBuiltInTemplates } from './built-in-templates.ts';

const pharos = await openPharos({ analysing: { first_ms: 50, every_ms: 500 } });
await addBuiltInTemplates(pharos.served);

const said = (text: string, speaker = 'A') =>
  text.split(' ').map((word, index) => ({
    ...{ text: word, speaker, confidence: 1 },
    ...{ start_ms: index * 400, end_ms: index * 400 + 300 },
  }));
const transcript = {
  source: 'deepgram' as const,
  words: [
    ...said('Evergreen Funeral Home, this is Nora. This call is being recorded.'),
    ...said('Oh, that is fine.', 'B'),
  ],
};

/** Results once none of them waits any more. */
const settled = async ({ client }: Person, call_uuid: string) => {
  for (;;) {
    const { items } = (await client.generations.list({ call_uuid })).data;
    if (items.length > 0 && items.every(({ state }) => state !== 'queued')) return items;
    await pause(20);
  }
};

const noticeOf = (items: Awaited<ReturnType<typeof settled>>) => {
  const notice = items.find(({ label }) => label === 'recording_notice');
  return Object.fromEntries(notice?.values.map(({ name, value }) => [name, value]) ?? []);
};

test('what a call says can be read soon after its words were put, and anew after its labels were', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await home.client.calls.update({ call_uuid, body: { transcript } });
  const first = await settled(home, call_uuid);
  assert.deepEqual(noticeOf(first), { heard: true, from: 'us', answer: 'agreed' });
  assert.ok(first.every(({ created_by, engine }) => created_by === null && engine === 'rules'));
  const labels = { A: 'Recorded announcement', B: 'Anna Hollis' };
  await home.client.calls.update({ call_uuid, body: { speaker_labels: labels, is_fully_labelled: true } });
  const second = await settled(home, call_uuid);
  assert.deepEqual(noticeOf(second).from, 'announcement');
  assert.equal(second.find(({ label }) => label === 'recording_notice')?.values[0]?.evidence[0]?.label, labels.A);
});

/** Removes what was read of a call, so that it waits again. */
const forget = async (call_uuid: string) => {
  await pharos.database.rows(sql`delete from generation_values where call_uuid = ${call_uuid}`);
  await pharos.database.rows(sql`delete from generations where call_uuid = ${call_uuid}`);
  await pharos.database.rows(sql`delete from call_analyses where call_uuid = ${call_uuid}`);
};

test('a call that nobody told of is found by the next round', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await home.client.calls.update({ call_uuid, body: { transcript } });
  await settled(home, call_uuid);
  await forget(call_uuid);
  assert.deepEqual(noticeOf(await settled(home, call_uuid)), { heard: true, from: 'us', answer: 'agreed' });
});

test('a call that comes back with its case is read, though its words are older than the last round', async () => {
  const home = await pharos.person();
  const [{ call_uuid, case_uuid }, other] = [await openCall(home), await openCall(home)];
  for (const uuid of [call_uuid, other.call_uuid]) {
    await home.client.calls.update({ call_uuid: uuid, body: { transcript } });
    await settled(home, uuid);
  }
  await home.client.cases.remove({ case_uuid });
  await pharos.database.rows(sql`
    update calls set updated_at = updated_at - interval '2 days' where uuid = ${call_uuid}`);
  await forget(call_uuid);
  // Once this one is found, a round has gone by without the case.
  await forget(other.call_uuid);
  await settled(home, other.call_uuid);
  await home.client.cases.restore({ case_uuid });
  assert.deepEqual(noticeOf(await settled(home, call_uuid)), { heard: true, from: 'us', answer: 'agreed' });
});

test('a new template runs over the calls that are there already, of its own organization', async () => {
  const [home, stranger] = [await pharos.person(), await pharos.person()];
  const calls: [Person, string][] = [];
  for (const person of [home, stranger]) {
    const { call_uuid } = await openCall(person);
    await person.client.calls.update({ call_uuid, body: { transcript } });
    await settled(person, call_uuid);
    calls.push([person, call_uuid]);
  }
  const body: GenerationTemplateCreate = {
    label: 'nora',
    display_name: 'Nora',
    execution_type: 'detection',
    template_type: 'at_need',
    development_stage: 'production',
    exact_phrases: [{ phrase: 'this is nora', match_percentage: 100 }],
  };
  await home.client.generationTemplates.create({ body });
  const found = await Promise.all(calls.map(([person, call_uuid]) => settled(person, call_uuid)));
  assert.deepEqual(
    found.map((items) => items.find(({ label }) => label === 'nora')?.occurs),
    [true, undefined],
  );
});

test('built-in templates are shared by all, and stay as an operator left them', async () => {
  const [operator, home] = [await pharos.person('operator'), await pharos.person()];
  const { items } = (await home.client.generationTemplates.list()).data;
  const notice = items.find(({ label }) => label === 'recording_notice');
  assert.deepEqual([notice?.organization_uuid, notice?.rules], [null, 'recording_notice']);
  const generation_template_uuid = notice?.uuid as string;
  await operator.client.generationTemplates.remove({ generation_template_uuid });
  await addBuiltInTemplates(pharos.served);
  await assert.rejects(home.client.generationTemplates.get({ generation_template_uuid }), { status_code: 404 });
});
