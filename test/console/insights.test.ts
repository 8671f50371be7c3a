import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { addBuiltInTemplates } from '../../server/generations/built-in-templates.ts';
import { openCall, openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { assertAccessible } from './looks.ts';
import { button, ready, seconds, until } from './sounding.ts';
import { ANY, like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
await addBuiltInTemplates(pharos.served);
const { generations: texts } = english;

const TURNS = [
  ['A', 'Evergreen Funeral Home, this is Nora Ellery.'],
  ['B', 'Hello. My name is Anna Hollis. My mother died this morning at home.'],
  ['A', 'I am so sorry. What was her name?'],
  ['B', 'Margaret Hollis. She was eighty-four. We want no lilies.'],
] as const;
const words = TURNS.flatMap(([speaker, said]) => said.split(' ').map((text) => ({ text, speaker }))).map(
  (word, index) => ({ ...word, start_ms: index * 500, end_ms: index * 500 + 400, confidence: 1 }),
);

/** A call in a home of its own, in which the templates have found what they look for. */
const openRead = async () => {
  const nora = await pharos.person('admin');
  const { call_uuid, case_uuid } = await openCall(nora);
  const { client } = nora;
  await client.calls.update({
    call_uuid,
    body: {
      transcript: { source: 'deepgram', words },
      speaker_labels: { A: 'Nora Ellery, director', B: 'Anna Hollis, daughter' },
      is_fully_labelled: true,
    },
  });
  await client.generationTemplates.create({
    body: {
      display_name: 'Flowers',
      label: 'flowers',
      development_stage: 'production',
      execution_type: 'detection',
      template_type: 'at_need',
      exact_phrases: [{ phrase: 'no lilies', match_percentage: 100 }],
    },
  });
  await client.generations.run({ call_uuid, body: {} });
  const decisions = async () => {
    const { items } = (await client.generations.list({ call_uuid })).data;
    const values = items.flatMap((item) => item.values);
    return new Map(values.map(({ name, decision }) => [name, decision?.decision ?? null]));
  };
  return { nora, call_uuid, case_uuid, decisions };
};

const keys = await openRead();
const changed = await openRead();
const heard = await openRead();
const viewed = await openRead();
const filled = await openRead();
const viewer = await pharos.person('viewer', viewed.nora);
await heard.nora.client.recordings.upload({ call_uuid: heard.call_uuid, body: new Uint8Array(seconds(20)) });

const sheet = (page: Page) => page.getByRole('region', { name: texts.names.first_call_sheet });
const waiting = (page: Page, name: string) => sheet(page).getByRole('listitem').filter({ hasText: name });

inBrowser(
  'values are decided by keys, one after the other, and undone',
  keys.nora,
  `/calls/${keys.call_uuid}`,
  async ({ page }) => {
    const approve = sheet(page).getByRole('button', { name: like`^${texts.approve_one('')}` });
    await approve.first().waitFor();
    await assertAccessible(page, 'values that wait for a decision');
    const caller = waiting(page, texts.fields.caller_name).first();
    await caller.getByText('Anna Hollis', { exact: true }).first().waitFor();
    await caller.focus();
    await page.keyboard.press('a');
    await sheet(page).getByText(texts.decided.approved(texts.fields.caller_name)).waitFor();
    assert.equal((await keys.decisions()).get('caller_name'), 'approved');
    // The next one has the focus now.
    await page.waitForFunction('document.activeElement?.matches("[data-proposed]")');
    const next = await page.evaluate<string>('document.activeElement.querySelector("p").textContent');
    await page.keyboard.press('x');
    await sheet(page).getByText(texts.decided.refused(next)).waitFor();
    assert.equal([...(await keys.decisions()).values()].filter((decision) => decision === 'refused').length, 1);
    await sheet(page)
      .getByRole('button', { name: texts.undo_one(texts.fields.caller_name) })
      .click();
    await sheet(page)
      .getByRole('button', { name: texts.approve_one(texts.fields.caller_name) })
      .waitFor();
    assert.equal((await keys.decisions()).get('caller_name'), null);
  },
);

inBrowser(
  'a value is changed by a person, and what the page shows is what they said',
  changed.nora,
  `/calls/${changed.call_uuid}`,
  async ({ page }) => {
    await sheet(page)
      .getByRole('button', { name: texts.change_one(texts.fields.decedent_name) })
      .click();
    const field = sheet(page).getByRole('textbox', { name: texts.change_one(texts.fields.decedent_name) });
    await field.fill('Margaret Rose Hollis');
    await page.keyboard.press('Enter');
    await sheet(page).getByText('Margaret Rose Hollis', { exact: true }).waitFor();
    await page.reload();
    await sheet(page).getByText('Margaret Rose Hollis', { exact: true }).waitFor();
    assert.equal((await changed.decisions()).get('decedent_name'), 'changed');
  },
);

inBrowser(
  'the words that bear a value out are lit and played',
  heard.nora,
  `/calls/${heard.call_uuid}`,
  async ({ page }) => {
    await ready(page);
    const flowers = page.getByRole('region', { name: 'Flowers' });
    await flowers.getByText('no lilies', { exact: true }).first().waitFor();
    await flowers.getByRole('button', { name: like`^${texts.play('')}` }).click();
    await until(page, '!paused && currentTime >= 15');
    await until(page, 'paused');
    await button(page, english.calls.player.play).waitFor();
  },
);

inBrowser(
  'a viewer reads what was found, and decides nothing',
  viewer,
  `/calls/${viewed.call_uuid}`,
  async ({ page }) => {
    await waiting(page, texts.fields.caller_name).first().waitFor();
    assert.equal(
      await sheet(page)
        .getByRole('button', { name: like`^(${texts.approve_one('')}|${texts.refuse_one('')})` })
        .count(),
      0,
    );
  },
);

inBrowser(
  'an approved name fills the case, once somebody uses it',
  filled.nora,
  `/calls/${filled.call_uuid}`,
  async ({ page }) => {
    await sheet(page)
      .getByRole('button', { name: texts.approve_one(texts.fields.decedent_name) })
      .click();
    await sheet(page).getByText(texts.decided.approved(texts.fields.decedent_name)).waitFor();
    await page.goto(`/cases/${filled.case_uuid}`);
    const calls = page.getByRole('region', { name: texts.from_calls });
    await calls.getByText(texts.fields.decedent_name).waitFor();
    await assertAccessible(page, 'a case with approved values');
    await calls.getByRole('button', { name: texts.use_one(english.cases.first_name, 'Margaret') }).click();
    await calls
      .getByRole('button', { name: texts.use_one(english.cases.first_name, 'Margaret') })
      .waitFor({ state: 'detached' });
    const { data } = await filled.nora.client.cases.get({ case_uuid: filled.case_uuid });
    assert.equal(data.case.first_name, 'Margaret');
  },
);

inBrowser(
  'a question is answered by the words of the call, or was not said',
  filled.nora,
  `/calls/${filled.call_uuid}`,
  async ({ page }) => {
    const ask = page.getByRole('region', { name: texts.ask.title });
    const field = ask.getByRole('textbox', { name: texts.ask.title });
    await field.fill('Which flowers should there not be? Lilies?');
    await page.keyboard.press('Enter');
    await ask.getByRole('blockquote').filter({ hasText: 'no lilies' }).waitFor();
    await ask
      .getByRole('button', { name: like`^${texts.ask.title}|${texts.go('')}` })
      .first()
      .click();
    await field.fill('What does the crematory in Boise charge?');
    await page.keyboard.press('Enter');
    await ask.getByText(texts.ask.not_said).waitFor();
    await assertAccessible(page, 'questions and their answers');
    await ask.getByRole('button', { name: texts.ask.whole_case }).click();
    await ask.getByText(texts.ask.not_said_in_case).waitFor();
  },
);

inBrowser(
  'phrases are tried on a call as they are typed, with what came near',
  filled.nora,
  '/settings/templates',
  async ({ page }) => {
    const { generation_templates } = english;
    await page.getByRole('button', { name: generation_templates.add }).click();
    const form = page.getByRole('form', { name: generation_templates.add });
    const trial = form.getByRole('group', { name: generation_templates.trial.title });
    await trial.getByRole('combobox').selectOption({ index: 1 });
    await form.getByRole('textbox', { name: generation_templates.exact_phrases }).fill('we want no lilies');
    await trial.getByText(generation_templates.trial.found(1)).waitFor();
    await form.getByRole('textbox', { name: generation_templates.exact_phrases }).fill('we want more lilies');
    await trial.getByText(generation_templates.trial.found(0)).waitFor();
    await trial.getByText(like`${generation_templates.trial.near('we want more lilies', ANY)}`).waitFor();
    await assertAccessible(page, 'phrases that are tried on a call');
  },
);
