import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { GenerationTemplateCreate } from '@pharos/contract/generation-templates.ts';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';

const pharos = await openPharos();

const lilies = {
  display_name: 'No lilies',
  label: 'no_lilies',
  development_stage: 'production',
  execution_type: 'detection',
  template_type: 'at_need',
  exact_phrases: [{ phrase: 'no lilies', match_percentage: 100 }],
} satisfies GenerationTemplateCreate;

/** Words of turns written as "A: words", half a second each. */
const wordsOf = (...turns: string[]) =>
  turns
    .flatMap((turn) => {
      const [speaker, said] = turn.split(': ') as [string, string];
      return said.split(' ').map((text) => ({ text, speaker }));
    })
    .map((word, index) => ({ ...word, start_ms: index * 500, end_ms: index * 500 + 400, confidence: 1 }));

const transcriptOf = (...turns: string[]) => ({ source: 'deepgram' as const, words: wordsOf(...turns) });

const makeTemplate = async ({ client }: Person, more: Partial<GenerationTemplateCreate> = {}) =>
  (await client.generationTemplates.create({ body: { ...lilies, ...more } })).data;

const openSpoken = async (person: Person, ...turns: string[]) => {
  const { call_uuid } = await openCall(person);
  await person.client.calls.update({ call_uuid, body: { transcript: transcriptOf(...turns) } });
  return call_uuid;
};

test('a template in production waits for its run, and then shows where its phrase was said', async () => {
  const home = await pharos.person();
  const template = await makeTemplate(home);
  const call_uuid = await openSpoken(home, 'A: Any flowers?', 'B: Roses, but no lilies, please.');
  await home.client.calls.update({ call_uuid, body: { speaker_labels: { B: 'Anna Hollis, daughter' } } });
  const [waiting] = (await home.client.generations.list({ call_uuid })).data.items;
  assert.deepEqual(
    [waiting?.state, waiting?.stale, waiting?.uuid, waiting?.values, waiting?.generation_template_uuid],
    ['queued', false, null, [], template.uuid],
  );
  const { data, message } = await home.client.generations.run({ call_uuid, body: {} });
  assert.equal(message, 'Generations finished');
  const [item] = data.items;
  assert.ok(item);
  assert.deepEqual([item.state, item.stale, item.occurs, item.engine], ['succeeded', false, true, 'phrases']);
  assert.deepEqual([item.label, item.template_version, item.created_by], ['no_lilies', 1, home.actor.user_uuid]);
  const [value] = item.values;
  assert.deepEqual([value?.name, value?.value, value?.decision], ['phrase', { phrase: 'no lilies', score: 100 }, null]);
  assert.deepEqual(value?.evidence, [
    {
      start_word: 4,
      end_word: 6,
      start_ms: 2000,
      end_ms: 2900,
      speaker: 'B',
      label: 'Anna Hollis, daughter',
      text: 'no lilies,',
    },
  ]);
  assert.deepEqual((await home.client.generations.list({ call_uuid })).data, data);
});

test('a result is stale once words, labels or the template have changed, and not when anything else has', async () => {
  const home = await pharos.person();
  const template = await makeTemplate(home);
  const call_uuid = await openSpoken(home, 'B: No lilies.');
  const run = async () => (await home.client.generations.run({ call_uuid, body: {} })).data.items[0];
  const read = async () => (await home.client.generations.list({ call_uuid })).data.items[0];
  const first = await run();
  const changes: [name: string, change: () => Promise<unknown>, stale: boolean][] = [
    ['a file name', () => home.client.calls.update({ call_uuid, body: { file_name: 'x.mp3' } }), false],
    ['a full labelling', () => home.client.calls.update({ call_uuid, body: { is_fully_labelled: true } }), false],
    ['a label', () => home.client.calls.update({ call_uuid, body: { speaker_labels: { B: 'Anna' } } }), true],
    ['words', () => home.client.calls.update({ call_uuid, body: { transcript: transcriptOf('B: Lilies.') } }), true],
    [
      'the template',
      () => home.client.generationTemplates.update({ generation_template_uuid: template.uuid, body: { label: 'x' } }),
      true,
    ],
  ];
  for (const [name, change, stale] of changes) {
    await change();
    const item = await read();
    assert.deepEqual([item?.stale, item?.state], [stale, stale ? 'queued' : 'succeeded'], name);
    const again = await run();
    assert.deepEqual([again?.stale, again?.state], [false, 'succeeded'], name);
  }
  const last = await read();
  assert.deepEqual([first?.occurs, last?.occurs, last?.values, last?.template_version], [true, false, [], 2]);
  assert.notEqual(last?.uuid, first?.uuid);
});

test('a template in testing runs by hand alone, on the call that is named', async () => {
  const home = await pharos.person();
  const { uuid: generation_template_uuid } = await makeTemplate(home, { development_stage: 'testing' });
  const call_uuid = await openSpoken(home, 'B: No lilies.');
  assert.deepEqual((await home.client.generations.run({ call_uuid, body: {} })).data.items, []);
  const { items } = (await home.client.generations.run({ call_uuid, body: { generation_template_uuid } })).data;
  assert.deepEqual([items.length, items[0]?.occurs], [1, true]);
  await home.client.calls.update({ call_uuid, body: { speaker_labels: { B: 'Anna' } } });
  const [item] = (await home.client.generations.list({ call_uuid })).data.items;
  assert.deepEqual([item?.stale, item?.state], [true, 'succeeded']);
  await home.client.generationTemplates.remove({ generation_template_uuid });
  assert.deepEqual((await home.client.generations.list({ call_uuid })).data.items, []);
});

test('a call without words has nothing to run on, and says so', async () => {
  const home = await pharos.person();
  await makeTemplate(home);
  const { call_uuid } = await openCall(home);
  assert.deepEqual((await home.client.generations.list({ call_uuid })).data.items, []);
  const refused = { status_code: 409, message: /no transcript yet/ };
  await assert.rejects(home.client.generations.run({ call_uuid, body: {} }), refused);
  const missing = { generation_template_uuid: randomUUID() };
  await assert.rejects(home.client.generations.run({ call_uuid, body: missing }), { status_code: 404 });
});

test('a template with nothing to run says that it failed, and why', async () => {
  const home = await pharos.person();
  await makeTemplate(home, { exact_phrases: [] });
  const call_uuid = await openSpoken(home, 'B: No lilies.');
  const [item] = (await home.client.generations.run({ call_uuid, body: {} })).data.items;
  assert.deepEqual([item?.state, item?.error, item?.occurs, item?.values], ['failed', 'nothing_to_run', null, []]);
});

const scopes: [name: string, scope: GenerationTemplateCreate['scope'], occurs: boolean][] = [
  ['by the others', { voice: 'theirs' }, true],
  ['by our own people', { voice: 'ours' }, false],
  ['within the first seconds', { first_seconds: 2 }, false],
  ['within the last seconds', { last_seconds: 6 }, true],
  ['not at all', { absence: true }, false],
  ['with an answer in time', { followed_by: { exact_phrases: phrases('of course'), within_seconds: 5 } }, true],
  [
    'with an answer in time by us',
    { followed_by: { exact_phrases: phrases('of course'), within_seconds: 5, voice: 'ours' } },
    true,
  ],
  ['with an answer too late', { followed_by: { exact_phrases: phrases('of course'), within_seconds: 1 } }, false],
  [
    'with an answer every time',
    { every_time: true, followed_by: { exact_phrases: phrases('of course'), within_seconds: 5 } },
    false,
  ],
];

function phrases(...texts: string[]) {
  return texts.map((phrase) => ({ phrase, match_percentage: 100 }));
}

for (const [name, scope, occurs] of scopes) {
  test(`a phrase ${name} occurs: ${occurs}`, async () => {
    const home = await pharos.person();
    await makeTemplate(home, { scope });
    const turns = ['A: What about flowers, then?', 'B: Well, no lilies, they make me sneeze.', 'A: Of course.'];
    const call_uuid = await openSpoken(home, ...turns, 'B: And once more, no lilies.');
    const speaker_labels = { A: 'Nora, director', B: 'Anna' };
    await home.client.calls.update({ call_uuid, body: { speaker_labels } });
    const [item] = (await home.client.generations.run({ call_uuid, body: {} })).data.items;
    assert.equal(item?.occurs, occurs);
  });
}
