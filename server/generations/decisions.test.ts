import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { GenerationTemplateCreate } from '@pharos/contract/generation-templates.ts';
import sql from 'sql-template-tag';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import { splitName } from './case-fields.ts';

const pharos = await openPharos();

const body: GenerationTemplateCreate = {
  label: 'flowers',
  display_name: 'Flowers',
  development_stage: 'production',
  execution_type: 'extraction',
  template_type: 'at_need',
  exact_phrases: ['no lilies', 'white roses'].map((phrase) => ({ phrase, match_percentage: 100 })),
};

const put = (person: Person, call_uuid: string, text: string) => {
  const words = text.split(' ').map((word, index) => ({
    ...{ text: word, speaker: 'B', confidence: 1 },
    ...{ start_ms: index * 400, end_ms: index * 400 + 300 },
  }));
  return person.client.calls.update({ call_uuid, body: { transcript: { source: 'deepgram', words } } });
};

const run = async ({ client }: Person, call_uuid: string) => {
  const [item] = (await client.generations.run({ call_uuid, body: {} })).data.items;
  assert.ok(item);
  return item.values;
};

const openFlowers = async () => {
  const home = await pharos.person();
  await home.client.generationTemplates.create({ body });
  const { case_uuid, call_uuid } = await openCall(home);
  await put(home, call_uuid, 'White roses, please, and no lilies at all.');
  const [roses, none] = await run(home, call_uuid);
  assert.ok(roses && none);
  return { home, case_uuid, call_uuid, roses, none };
};

test('a value is approved, changed or refused by a person, who is named, and undone', async () => {
  const { home, call_uuid, roses } = await openFlowers();
  const member = await pharos.person('member', home);
  const value = { call_uuid, generation_value_uuid: roses.uuid };
  const decide = async (body: Parameters<typeof member.client.generations.decide>[0]['body']) =>
    (await member.client.generations.decide({ ...value, body })).data;
  const approved = await decide({ decision: 'approved' });
  assert.deepEqual({ ...approved, decision: null }, roses);
  const { decided_at, ...decision } = approved.decision ?? assert.fail();
  assert.deepEqual(decision, { decision: 'approved', value: roses.value, decided_by: member.actor.user_uuid });
  assert.ok(Date.parse(decided_at));
  const changed = await decide({ decision: 'changed', value: { phrase: 'white roses', count: 24 } });
  assert.deepEqual(changed.decision?.value, { phrase: 'white roses', count: 24 });
  assert.equal((await decide({ decision: 'refused' })).decision?.value, null);
  await member.client.generations.undecide(value);
  assert.deepEqual((await run(home, call_uuid))[0], roses);
});

test('a decision stays whatever later runs find, and what they find instead stands beside it', async () => {
  const { home, call_uuid, roses, none } = await openFlowers();
  const value = { call_uuid, generation_value_uuid: roses.uuid };
  await home.client.generations.decide({ ...value, body: { decision: 'changed', value: 'cream roses' } });
  await put(home, call_uuid, 'Well, no lilies at all.');
  const later = await run(home, call_uuid);
  const found = later.map(({ uuid, proposed, decision }) => [uuid, proposed, decision?.value ?? null]);
  assert.deepEqual(
    new Map(found.map((one) => [one[0], one.slice(1)])),
    new Map([
      [none.uuid, [true, null]],
      [roses.uuid, [false, 'cream roses']],
    ]),
  );
  assert.equal(later.find(({ uuid }) => uuid === none.uuid)?.evidence[0]?.start_word, 1);
  await home.client.generations.undecide(value);
  assert.deepEqual(
    (await run(home, call_uuid)).map(({ uuid }) => uuid),
    [none.uuid],
  );
});

test('calls are listed by whether their values wait for a decision', async () => {
  const { home, call_uuid, roses, none } = await openFlowers();
  const listed = async (review: 'open' | 'done') =>
    (await home.client.calls.list({ review })).data.items.map(({ uuid }) => uuid);
  await openCall(home);
  assert.deepEqual([await listed('open'), await listed('done')], [[call_uuid], []]);
  for (const { uuid } of [roses, none]) {
    const value = { call_uuid, generation_value_uuid: uuid };
    await home.client.generations.decide({ ...value, body: { decision: 'refused' } });
  }
  assert.deepEqual([await listed('open'), await listed('done')], [[], [call_uuid]]);
});

test('a decision is refused without its value, by a viewer, and about what is not there', async () => {
  const { home, call_uuid, roses } = await openFlowers();
  const viewer = await pharos.person('viewer', home);
  const stranger = await pharos.person();
  const other = await openCall(home);
  const value = { call_uuid, generation_value_uuid: roses.uuid };
  const approve = { body: { decision: 'approved' as const } };
  const { generations } = home.client;
  await assert.rejects(generations.decide({ ...value, body: { decision: 'changed' } }), { status_code: 400 });
  await assert.rejects(generations.decide({ ...value, body: { decision: 'maybe' as never } }), { status_code: 400 });
  await assert.rejects(viewer.client.generations.decide({ ...value, ...approve }), { status_code: 403 });
  await assert.rejects(stranger.client.generations.decide({ ...value, ...approve }), { status_code: 404 });
  const elsewhere = { ...value, call_uuid: other.call_uuid };
  await assert.rejects(generations.decide({ ...elsewhere, ...approve }), { status_code: 404 });
  await assert.rejects(generations.undecide(elsewhere), { status_code: 404 });
  const unknown = { call_uuid, generation_value_uuid: randomUUID() };
  await assert.rejects(generations.decide({ ...unknown, ...approve }), { status_code: 404 });
  assert.deepEqual((await run(home, call_uuid))[0], roses);
});

test('approved values fill the fields of the case, and show where they differ', async () => {
  const { home, case_uuid, call_uuid, roses, none } = await openFlowers();
  const name = async (uuid: string, wanted: string, value: string) => {
    await pharos.database.rows(sql`update generation_values set name = ${wanted} where uuid = ${uuid}`);
    const decided = { call_uuid, generation_value_uuid: uuid };
    await home.client.generations.decide({ ...decided, body: { decision: 'changed', value } });
  };
  await name(roses.uuid, 'decedent_name', 'Leonard James Kowalczyk');
  await name(none.uuid, 'date_of_birth', '1944-03-19');
  const { data } = await home.client.generations.approved({ case_uuid });
  assert.deepEqual(
    data.items.map(({ name, value }) => [name, value]),
    [
      ['date_of_birth', '1944-03-19'],
      ['decedent_name', 'Leonard James Kowalczyk'],
    ],
  );
  const proposals = (value: string, uuid: string) => [{ value, generation_value_uuids: [uuid] }];
  assert.deepEqual(data.fields, [
    { field: 'first_name', current: null, proposals: proposals('Leonard James', roses.uuid), conflict: false },
    { field: 'last_name', current: 'Hollis', proposals: proposals('Kowalczyk', roses.uuid), conflict: true },
    { field: 'date_of_birth', current: null, proposals: proposals('1944-03-19', none.uuid), conflict: false },
  ]);
  await name(none.uuid, 'date_of_birth', 'in the spring');
  assert.equal((await home.client.generations.approved({ case_uuid })).data.fields.length, 2);
});

const names: [full: string, first: string | null, last: string | null][] = [
  ['Irene', 'Irene', null],
  ['Leonard James Kowalczyk', 'Leonard James', 'Kowalczyk'],
  ['Maria de la Cruz', 'Maria', 'de la Cruz'],
  ['Robert Hale, Jr.', 'Robert', 'Hale Jr.'],
  ['  ', null, null],
];
for (const [full, first, last] of names) {
  test(`the name "${full}" is read as ${first} and ${last}`, () => assert.deepEqual(splitName(full), [first, last]));
}
