// One field over every page: people, cases, calls, words and actions, by keys alone.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { spanish } from '../../console/texts/spanish.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, FLORIST, openInventedHome } from './invented-home.ts';
import { assertAccessible, assertLooks } from './looks.ts';
import { GREETING } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('admin');
const home = await openInventedHome(nora);
await nora.client.calls.update({
  call_uuid: home.call(FIRST_CALL),
  body: { from: '(212) 555-0123', title: 'First call from the family' },
});
const viewer = await pharos.person('viewer', nora);
const { palette, title } = english.search;

/** Opens the palette once the page is there, and types. */
const look = async (page: Page, text: string, texts = palette) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: texts.field });
  await field.and(page.locator(':focus')).waitFor();
  await field.fill(text);
  return field;
};
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });
const group = (page: Page, name: keyof typeof palette.sections) =>
  page.getByRole('group', { name: palette.sections[name] });

inBrowser('the last four digits of a number tell who calls, and Enter goes there', nora, '/', async ({ page }) => {
  await look(page, '0123');
  await group(page, 'people')
    .getByRole('option', { name: /Anna Hollis/ })
    .waitFor();
  await group(page, 'cases')
    .getByRole('option', { name: /Margaret Hollis/ })
    .waitFor();
  await group(page, 'calls')
    .getByRole('option', { name: /First call/ })
    .waitFor();
  await assertLooks(page, 'the palette with a number');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${home.path(FIRST_CALL)}`);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

inBrowser(
  'arrows move through what was found, the field keeps the focus, Escape gives it back',
  nora,
  '/cases',
  async ({ page }) => {
    const before = page.getByRole('searchbox');
    await before.focus();
    const field = await look(page, 'hollis');
    await group(page, 'people')
      .getByRole('option', { name: /Anna Hollis/ })
      .waitFor();
    const active = async () => {
      const id = await field.getAttribute('aria-activedescendant');
      return page.locator(`[id="${id}"]`).textContent();
    };
    assert.match((await active()) ?? '', /Anna Hollis/);
    await page.keyboard.press('ArrowDown');
    assert.match((await active()) ?? '', /Margaret Hollis/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.match((await active()) ?? '', new RegExp(palette.everything('hollis')));
    assert.equal(await page.getByRole('dialog').getByRole('option', { selected: true }).count(), 1);
    await field.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await before.and(page.locator(':focus')).waitFor();
  },
);

inBrowser('Tab narrows to one part, and back with Shift', nora, '/', async ({ page }) => {
  await look(page, 'hollis');
  await group(page, 'people').waitFor();
  await group(page, 'cases').waitFor();
  await page.keyboard.press('Tab');
  await group(page, 'cases').waitFor({ state: 'detached' });
  await group(page, 'people').waitFor();
  await page.keyboard.press('Tab');
  await group(page, 'cases').waitFor();
  await group(page, 'people').waitFor({ state: 'detached' });
  await page.keyboard.press('Shift+Tab');
  await group(page, 'people').waitFor();
});

inBrowser('words are found, and open at their second; all of them by Ctrl-Enter', nora, '/', async ({ page }) => {
  await look(page, 'kaitlyn');
  const words = group(page, 'words').getByRole('option');
  await words.first().waitFor();
  assert.match((await words.first().locator('mark').first().textContent()) ?? '', /Kaitlyn/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  assert.equal(await page.getByRole('combobox').inputValue(), 'kaitlyn');
  await page.getByText(english.search.silent).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/calls\/[0-9a-f-]+#t=/);
  await look(page, 'kaitlyn');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL('**/search#q=kaitlyn');
});

inBrowser(
  'a greater-than sign asks for actions, and only for those that the reader has',
  nora,
  '/',
  async ({ page }) => {
    await look(page, '>');
    await option(page, english.cases.create).waitFor();
    await option(page, palette.go_to(english.settings.sections.audit)).waitFor();
    await assertAccessible(page, 'the palette with actions');
    await page.getByRole('combobox').fill('> locations');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/settings/locations');
  },
);

inBrowser('a viewer is offered nothing that they may not do', viewer, '/', async ({ page }) => {
  await look(page, '>');
  await option(page, palette.go_to(english.app.cases)).waitFor();
  assert.equal(await option(page, english.cases.create).count(), 0);
  assert.equal(await option(page, palette.go_to(english.settings.sections.audit)).count(), 0);
});

inBrowser(
  'empty it shows where one has been, by a slash where nobody writes',
  nora,
  home.path(FLORIST),
  async ({ page }) => {
    await page.getByRole('heading', { level: 1, name: /Florist/ }).waitFor();
    await page.getByRole('link', { name: english.app.today }).first().click();
    await page.getByRole('heading', { level: 1, name: GREETING }).waitFor();
    await page.keyboard.press('/');
    await group(page, 'places')
      .getByRole('option', { name: /Florist/ })
      .waitFor();
    await assertLooks(page, 'the palette with places');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${home.path(FLORIST)}`);
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('searchbox').fill('a/b');
    assert.equal(await page.getByRole('searchbox').inputValue(), 'a/b');
    assert.equal(await page.getByRole('dialog').count(), 0);
  },
);

inBrowser('nothing found is said, and what cannot be understood yet finds no words', nora, '/', async ({ page }) => {
  const field = await look(page, 'zzyzzx');
  const told = page.getByRole('dialog').getByRole('status');
  await told.filter({ hasText: palette.results(1) }).waitFor();
  await field.fill('"kaitl');
  await option(page, palette.everything('"kaitl')).waitFor();
  await told.filter({ hasText: palette.results(1) }).waitFor();
  assert.equal(await group(page, 'words').count(), 0);
});

inBrowser(
  'on a telephone, in Spanish, it covers the page and opens with a tap',
  nora,
  '/',
  async ({ page }) => {
    const texts = spanish.search.palette;
    await look(page, 'hollis', texts);
    const row = page.getByRole('group', { name: texts.sections.cases }).getByRole('option');
    await row.waitFor();
    await assertAccessible(page, 'the palette on a telephone');
    assert.ok(((await row.boundingBox())?.height ?? 0) >= 44);
    await row.tap();
    await page.waitForURL(/\/cases\/[0-9a-f-]+$/);
  },
  { width: 390, touch: true, locale: 'es-US' },
);
