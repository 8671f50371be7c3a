import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SOURCE_KINDS } from '@pharos/contract/sources.ts';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { missing, openBrowser } from './browser.ts';
import { type Field, type State, walkFields } from './field-walk.ts';
import { fieldsInSources } from './fields-in-sources.ts';
import { ANY, like } from './wording.ts';

const pharos = await openPharos();
const { inOneWindow } = openBrowser(pharos);
const admin = await pharos.person('admin');
const operator = await pharos.person('operator', admin);
const windows = { door: inOneWindow(null), house: inOneWindow(admin), operator: inOneWindow(operator) };
const nameless = await pharos.person('admin');
const { client } = admin;

const { data: funeral } = await client.cases.create({ body: { first_name: 'Margaret', last_name: 'Hollis' } });
const case_uuid = funeral.uuid;
const words = ['Good', 'morning.', 'I', 'am', 'Anna', 'Hollis.'].map((text, n) => {
  return { text, start_ms: n * 500, end_ms: n * 500 + 400, confidence: 0.9, speaker: n < 2 || n > 4 ? '0' : '1' };
});
const said = { transcript: { source: 'manual' as const, words }, speaker_labels: { '0': 'Nora Ellery, director' } };
const { data: call } = await client.calls.create({ body: { case_uuid, file_name: 'First call.mp3', ...said } });
const call_uuid = call.uuid;
await client.calls.update({ call_uuid, body: { duration: 60 } });
await client.cases.update({ case_uuid, body: { external_id: 'T-0412' } });
await client.locations.create({ body: { name: 'The chapel' } });
await client.users.create({ body: { email: 'rosa@evergreen.example', name: 'Rosa', access_level: 'viewer' } });
await client.tokens.create({ body: { name: 'Import' } });
await client.generationTemplates.create({
  body: { display_name: 'Viewing', label: 'viewing', execution_type: 'detection', template_type: 'at_need' },
});

const { data: unknown } = await client.cases.create({ body: { identified: false } });
const { data: strange } = await client.calls.create({ body: { case_uuid: unknown.uuid, ...said } });

const onCase = `/cases/${case_uuid}`;
const onCall = `/calls/${call_uuid}`;
const asItWas = () => client.calls.update({ call_uuid, body: said });
const press =
  (...keys: string[]) =>
  async (page: Page) => {
    await page.getByRole('article').first().waitFor();
    for (const key of keys) await page.keyboard.press(key);
  };
const askName = async (page: Page) => {
  await press('u', 'n')(page);
  await page.getByRole('combobox', { name: english.calls.name }).waitFor();
};
const openTools = async (page: Page) => {
  await page.getByRole('complementary').getByLabel(english.calls.edit_speaker('Nora Ellery, director')).click();
  await page.getByRole('combobox', { name: like`^${english.calls.rename(ANY)}` }).waitFor();
};
const askSecond = async (page: Page) => {
  await openTools(page);
  await page.getByRole('button', { name: english.calls.split.ask }).click();
  for (const key of ['1', '2', 'n']) await page.keyboard.press(key);
  await page.getByRole('combobox', { name: english.calls.split.name_of_second }).waitFor();
};
/** A fact of a case is a field once its button was pressed. */
const FACTS = [
  english.cases.first_name,
  english.cases.last_name,
  english.cases.born,
  english.cases.died,
  english.cases.service_on,
  english.cases.external_id,
  english.cases.summary,
];
const facts = FACTS.map((name, n): State => {
  const prepare = (page: Page) =>
    page.getByRole('button', { name: like`^(${english.cases.add}: ${name}|${english.cases.edit(name)})` }).click();
  return { path: onCase, only: name, prepare, here: n > 0, once: n < FACTS.length - 1 };
});
const chooseKind = (kind: string) => (page: Page) =>
  page.getByRole('combobox', { name: english.sources.kind }).first().selectOption(kind);
const chooseServer = (page: Page) =>
  page.getByRole('radio', { name: english.speech.about.speech_server }).check({ force: true });
const findCase = async (page: Page) => {
  await page.getByRole('searchbox', { name: english.cases.search }).fill('o');
  await page.getByRole('button', { name: english.retention.find, exact: true }).click();
  await page.getByRole('radio').first().check();
  await page.getByRole('textbox', { name: english.retention.reason }).waitFor();
};
const invited = async () => {
  const { link } = (await nameless.client.users.invite({ user_uuid: nameless.actor.user_uuid })).data;
  return `/welcome${new URL(link, pharos.baseUrl).hash}`;
};

const STATES: [what: string, who: keyof typeof windows, states: State[]][] = [
  ['at the door', 'door', [{ path: '/sign-in' }]],
  ['of an invitation', 'door', [{ path: invited, once: true, shown_on: '/settings/organization' }]],
  ['of the list of cases', 'house', [{ path: '/cases' }]],
  ['of a case', 'house', [{ path: onCase }]],
  ['that changes a fact of a case', 'house', facts],
  ['of the search', 'house', [{ path: '/search' }]],
  ['of the histories', 'house', [{ path: `${onCase}/history` }, { path: `${onCall}/history` }]],
  ['that looks for words', 'house', [{ path: onCall }]],
  [
    'over every page',
    'house',
    [
      {
        path: '/cases',
        prepare: async (page) => {
          await page.keyboard.press('Control+k');
          await page.getByRole('combobox', { name: english.search.palette.field }).waitFor();
        },
        only: english.search.palette.field,
      },
    ],
  ],
  [
    'that renames a call',
    'house',
    [
      {
        path: onCall,
        prepare: (page) => page.getByRole('button', { name: english.calls.rename_call, exact: true }).click(),
        only: english.calls.title,
      },
    ],
  ],
  ['that asks whose a call is', 'house', [{ path: `/calls/${strange.uuid}` }]],
  [
    'in which voices are named',
    'house',
    [
      { path: onCall, before: asItWas, prepare: askName, only: english.calls.name, once: true },
      { path: onCall, before: asItWas, prepare: askSecond, only: english.calls.split.name_of_second, once: true },
      { path: onCall, before: asItWas, prepare: openTools, only: like`^${english.calls.rename(ANY)}`, once: true },
    ],
  ],
  [
    'that corrects words',
    'house',
    [{ path: onCall, before: asItWas, prepare: press('ArrowDown', 'e'), only: like`^${english.calls.correction}` }],
  ],
  [
    'that asks a call',
    'house',
    [
      {
        path: onCall,
        prepare: (page) => page.getByRole('textbox', { name: english.generations.ask.title }).waitFor(),
        only: english.generations.ask.title,
      },
    ],
  ],
  ['that holds a case', 'house', [{ path: '/settings/retention', prepare: findCase }]],
  [
    'of the speech services',
    'operator',
    [{ path: '/settings/speech' }, { path: '/settings/speech', prepare: chooseServer }],
  ],
  ...SOURCE_KINDS.map((kind): [string, 'operator', State[]] => [
    `of a source of the kind ${kind}`,
    'operator',
    [{ path: '/settings/sources', prepare: chooseKind(kind) }],
  ]),
  ...Object.keys(english.settings.sections)
    .filter((name) => !['jobs', 'retention', 'sources', 'speech'].includes(name))
    .map((name): [string, 'house', State[]] => [
      `of the settings of ${name}`,
      'house',
      [{ path: `/settings/${name}` }],
    ]),
];

const met: Field[] = [];
for (const [what, window, states] of STATES) {
  windows[window](`a hundred hostile texts are typed into every field ${what}`, async ({ page, settled }) => {
    met.push(...(await walkFields(page, settled, states)));
  });
}

test('every field that the console has was written in, and every page with one was opened', { skip: missing }, () => {
  const names = new Set(met.map(({ name }) => name));
  const left_out = fieldsInSources().filter(({ matches }) => ![...names].some(matches));
  assert.deepEqual(
    left_out.map(({ file, label }) => `${file}: ${label}`),
    [],
  );
});
