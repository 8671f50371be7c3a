import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { spanish } from '../../console/texts/spanish.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, FLORIST, openInventedHome } from './invented-home.ts';
import { assertAccessible, assertLooks } from './looks.ts';
import { like, SPANISH_GREETING } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('member');
const home = await openInventedHome(nora, 2);
const boss = await pharos.person('admin', nora);
const harbour = (await boss.client.locations.create({ body: { name: 'Harbour chapel' } })).data.uuid;
const nobody = await pharos.person('member');
const [hollis = ''] = home.cases;
const saved = (page: Page) => page.getByRole('status').filter({ hasText: english.cases.saved }).waitFor();

inBrowser('Today shows what needs somebody, and leads there', nora, '/', async ({ page }) => {
  const needs = page.getByRole('region', { name: english.today.needs });
  await needs.getByRole('link', { name: /Florist, flowers for Saturday/ }).waitFor();
  assert.equal(await needs.getByRole('link').count(), 2);
  await needs.getByRole('link', { name: /First call/ }).click();
  await page.getByRole('heading', { level: 1, name: 'First call from the family' }).waitFor();
  assert.equal(await page.getByRole('main').evaluate((main) => main.ownerDocument.activeElement === main), true);
});

inBrowser('a case is found by a name or its number as one types', nora, '/cases', async ({ page }) => {
  const rows = page.getByRole('main').getByRole('listitem');
  await rows.filter({ hasText: 'Edith Lindqvist' }).waitFor();
  const search = page.getByRole('searchbox', { name: english.cases.search });
  await search.fill('delgado');
  await rows.filter({ hasText: 'Edith Lindqvist' }).waitFor({ state: 'detached' });
  await rows.filter({ hasText: 'Raúl Delgado' }).waitFor();
  await page.waitForURL('**/cases?q=delgado');
  await search.fill('T-0415');
  await rows.filter({ hasText: 'Edith Lindqvist' }).waitFor();
  await search.fill('nobody of that name');
  await page.getByText(english.cases.no_match('nobody of that name')).waitFor();
});

inBrowser(
  'cases are found by a day and by their location, and the address keeps it',
  nora,
  '/cases',
  async ({ page }) => {
    const rows = page.getByRole('main').getByRole('listitem');
    const find = page.getByRole('form', { name: english.cases.find });
    await find.getByText(english.cases.filter).click();
    await find.getByRole('combobox', { name: english.cases.date }).selectOption(english.cases.days.date_of_service);
    await find.getByLabel(english.cases.from).fill('2026-11-21');
    await rows.filter({ hasText: 'Edith Lindqvist' }).waitFor({ state: 'detached' });
    await find.getByLabel(english.cases.to).fill('2026-11-21');
    await rows.filter({ hasText: 'Margaret Hollis' }).waitFor();
    await page.waitForURL('**/cases?date_field=date_of_service&date_from=2026-11-21&date_to=2026-11-21');
    await find.getByRole('combobox', { name: english.cases.location }).selectOption('Harbour chapel');
    await page.getByText(english.cases.no_matches).waitFor();
    await page.reload();
    assert.equal(await find.getByLabel(english.cases.to).inputValue(), '2026-11-21');
    await page.getByRole('link', { name: english.cases.show_all }).click();
    await rows.filter({ hasText: 'Edith Lindqvist' }).waitFor();
    assert.equal(await find.getByLabel(english.cases.from).inputValue(), '');
  },
);

inBrowser('the location of a case is chosen where it stands', nora, `/cases/${home.cases[2]}`, async ({ page }) => {
  await page.getByRole('button', { name: `${english.cases.add}: ${english.cases.location}` }).click();
  await page.getByRole('combobox', { name: english.cases.location }).selectOption('Harbour chapel');
  const saved = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok());
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `${english.cases.edit(english.cases.location)}, Harbour chapel` }).waitFor();
  await saved;
  const { data } = await nora.client.cases.get({ case_uuid: home.cases[2] as string });
  assert.equal(data.case.location_uuid, harbour);
});

inBrowser(
  'a case has its person, its dates and its calls in order, and a date is changed where it stands',
  nora,
  `/cases/${hollis}`,
  async ({ page }) => {
    await page.getByRole('heading', { level: 1, name: 'Margaret Hollis' }).waitFor();
    const calls = page.getByRole('region', { name: english.cases.calls }).getByRole('listitem');
    assert.equal(await calls.count(), 3);
    await page.getByRole('button', { name: `${english.cases.edit(english.cases.service_on)}, Nov 21, 2026` }).click();
    await page.getByLabel(english.cases.service_on).fill('2026-11-28');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `${english.cases.edit(english.cases.service_on)}, Nov 28, 2026` }).waitFor();
    await saved(page);
    assert.equal((await nora.client.cases.get({ case_uuid: hollis })).data.case.date_of_service, '2026-11-28');
    await page.getByRole('button', { name: like`^${english.cases.edit(english.cases.service_on)}` }).click();
    await page.getByLabel(english.cases.service_on).fill('');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `${english.cases.add}: ${english.cases.service_on}` }).waitFor();
    await saved(page);
    assert.equal((await nora.client.cases.get({ case_uuid: hollis })).data.case.date_of_service, null);
  },
);

inBrowser(
  'a case that somebody else changed meanwhile is shown as it is, with what was not saved',
  nora,
  `/cases/${home.cases[1]}`,
  async ({ page }) => {
    const case_uuid = home.cases[1] as string;
    await page.getByRole('button', { name: `${english.cases.edit(english.cases.first_name)}, Raúl` }).click();
    await nora.client.cases.update({ case_uuid, body: { first_name: 'Raphael' } });
    await page.getByLabel(english.cases.first_name).fill('Raoul');
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .filter({ hasText: like`${english.cases.changed_meanwhile}.*${english.cases.not_saved('Raoul')}` })
      .waitFor();
    await page.getByRole('button', { name: `${english.cases.edit(english.cases.first_name)}, Raphael` }).waitFor();
    assert.equal((await nora.client.cases.get({ case_uuid })).data.case.first_name, 'Raphael');
  },
);

inBrowser(
  'a transcript that is dropped on a case becomes a call of it, and a file that is none leaves nothing',
  nora,
  `/cases/${hollis}`,
  async ({ page }) => {
    const choose = page.getByLabel(english.cases.add_files);
    const buffer = Buffer.from('not a transcript');
    await choose.setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer });
    await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
    assert.equal((await nora.client.calls.list({ case_uuid: hollis })).data.items.length, 3);
    const vtt = Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Sarah>Good morning\n');
    await choose.setInputFiles({ name: 'Parish.vtt', mimeType: 'text/vtt', buffer: vtt });
    await page.getByRole('heading', { level: 1, name: 'Parish' }).waitFor();
    await page.getByRole('article', { name: /Sarah/ }).filter({ hasText: 'Good morning' }).waitFor();
  },
);

inBrowser(
  'whoever is not signed in is asked to, and an address of another house is not gone to',
  null,
  '/cases',
  async ({ page }) => {
    await page.getByRole('heading', { name: english.sessions.title }).waitFor();
    await page.waitForURL('**/sign-in?to=%2Fcases');
    await page.getByRole('button', { name: english.sessions.sign_in }).click();
    await page.getByRole('alert').filter({ hasText: english.sessions.fill_in }).waitFor();
  },
);

inBrowser('the language is chosen, and stays', nora, '/', async ({ page }) => {
  await page.getByText('A home').click();
  await page.getByRole('combobox', { name: english.app.language }).selectOption('Español');
  await page.getByRole('heading', { level: 1, name: SPANISH_GREETING }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: SPANISH_GREETING }).waitFor();
  await page.getByText('A home').click();
  await page.getByRole('combobox', { name: spanish.app.appearance }).selectOption(spanish.app.dark);
  await assertAccessible(page, 'Spanish, dark');
});

inBrowser(
  'a Spanish browser is answered in Spanish',
  nora,
  home.path(FLORIST),
  async ({ page }) => {
    await page.getByRole('group', { name: spanish.calls.who_is_this }).first().waitFor();
    await page.getByText(spanish.calls.speakers_to_name(2)).waitFor();
  },
  { locale: 'es-MX' },
);

inBrowser('the keys are shown, and do nothing behind their list', nora, home.path(FIRST_CALL), async ({ page }) => {
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: english.calls.keys_title }).waitFor();
  await assertAccessible(page, 'keys');
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: english.calls.speakers_to_name(1) }).waitFor();
});

inBrowser(
  'without a connection a page says that it could not be shown, and comes by itself when there is one',
  nora,
  '/',
  async ({ page }) => {
    await page.getByText(english.today.latest).waitFor();
    // The pages are fetched ahead; what is missing offline is what is in them.
    await page.waitForResponse(/case-page.*\.js/);
    await page.context().setOffline(true);
    await page.getByRole('link', { name: english.app.cases }).click();
    await page.getByRole('alert').filter({ hasText: english.ui.unreachable }).waitFor();
    await assertAccessible(page, 'a page that could not be shown');
    await page.getByRole('button', { name: english.ui.try_again }).waitFor();
    await page.context().setOffline(false);
    await page.getByText('Edith Lindqvist').waitFor();
  },
);

inBrowser('a call of another home is not there', nobody, home.path(FIRST_CALL), async ({ page }) => {
  await page.getByText(english.app.not_found).waitFor();
});

const STATES: [state: string, path: string, who: typeof nora, shows: string][] = [
  ['Today without anything', '/', nobody, english.today.no_calls],
  ['no cases', '/cases', nobody, english.cases.none],
  ['a call with questions', home.path(FLORIST), nora, english.calls.who_is_this],
];
for (const [state, path, who, shows] of STATES) {
  inBrowser(`${state} can be used by everybody, wide, narrow and in the dark`, who, path, async ({ page }) => {
    await page.getByText(shows).first().waitFor();
    await assertLooks(page, state);
  });
}
