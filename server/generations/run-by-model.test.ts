import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GenerationTemplateCreate } from '@pharos/contract/generation-templates.ts';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import { openStandIn } from '../../test/support/stand-in.ts';
import { openChatServer } from '../models/chat-server.ts';

let statements: object[] = [];
const standIn = await openStandIn(() => ({
  body: {
    model: 'small-1',
    choices: [{ index: 0, message: { role: 'assistant', content: JSON.stringify({ statements }) } }],
    usage: { prompt_tokens: 500, completion_tokens: 20 },
  },
}));
const settings = { base_url: standIn.base_url, model: 'small', input_price: 1, output_price: 2, daily_tokens: 100_000 };
const pharos = await openPharos({ model: openChatServer(settings) });

const said = 'She does not want lilies. The hall is free on Saturday.';
const words = said.split(' ').map((text, index) => ({
  ...{ text, speaker: 'B', confidence: 1 },
  ...{ start_ms: index * 400, end_ms: index * 400 + 300 },
}));

const open = async (more: Partial<GenerationTemplateCreate> = {}) => {
  const home = await pharos.person();
  const body = {
    ...{ label: 'flowers', display_name: 'Flowers', instructions: 'Which flowers does the family not want?' },
    ...{ execution_type: 'extraction', template_type: 'at_need', development_stage: 'production', ...more },
  } as GenerationTemplateCreate;
  await home.client.generationTemplates.create({ body });
  const { call_uuid } = await openCall(home);
  await home.client.calls.update({ call_uuid, body: { transcript: { source: 'deepgram', words } } });
  const run = async () => (await home.client.generations.run({ call_uuid, body: {} })).data.items[0] ?? assert.fail();
  return { home, call_uuid, run };
};

const switchModel = ({ client, actor }: Person, uses_model: boolean) =>
  client.organizations.patch({
    organization_uuid: actor.organization_uuid,
    body: { uses_model, shows_unsupported: true },
  });

test('a template that has only instructions waits for a model, and says that there is none', async () => {
  const { home, call_uuid, run } = await open();
  const without = await run();
  assert.deepEqual([without.state, without.error, without.engine], ['failed', 'no_model', 'model']);
  await switchModel(home, true);
  const [waiting] = (await home.client.generations.list({ call_uuid })).data.items;
  assert.deepEqual([waiting?.state, waiting?.stale], ['queued', true]);
});

test('what a model finds is kept with its words, and what it made up apart from them', async () => {
  const { home, run } = await open();
  await switchModel(home, true);
  const made_up = 'She does not want roses.';
  statements = [
    { text: 'She does not want lilies.', quotes: ['She does not want lilies.'] },
    { text: made_up, quotes: ['She does not want lilies.'] },
  ];
  const item = await run();
  assert.deepEqual(
    [item.state, item.engine, item.model, item.unsupported],
    ['succeeded', 'model', 'small-1', [made_up]],
  );
  assert.deepEqual([item.input_tokens, item.output_tokens, item.cost], [500, 20, 0.00054]);
  assert.match(item.prompt_digest ?? '', /^[0-9a-f]{64}$/);
  assert.deepEqual(
    item.values.map(({ name, value, evidence }) => [name, value, evidence[0]?.text]),
    [['statement', 'She does not want lilies.', 'She does not want lilies.']],
  );
  const asked = standIn.heard.length;
  assert.deepEqual(await run(), item);
  assert.equal(standIn.heard.length, asked);
});

test('a summary is phrased by a model where one may, and else made of the sentences of the call', async () => {
  const { home, run } = await open({ execution_type: 'summary' });
  const before = await run();
  assert.deepEqual([before.engine, before.model], ['rules', null]);
  await switchModel(home, true);
  statements = [{ text: 'The hall is free on Saturday.', quotes: ['The hall is free on Saturday.'] }];
  const after = await run();
  assert.deepEqual([after.engine, after.text], ['model', 'The hall is free on Saturday.']);
});

test('templates with phrases or rules are never sent to a model', async () => {
  const { home, run } = await open({ exact_phrases: [{ phrase: 'lilies', match_percentage: 100 }] });
  await switchModel(home, true);
  const asked = standIn.heard.length;
  assert.equal((await run()).engine, 'phrases');
  assert.equal(standIn.heard.length, asked);
});
