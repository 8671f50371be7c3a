import assert from 'node:assert/strict';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { assertLooks } from './looks.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('member');
const { cases } = english;
const stored = async () => (await nora.client.cases.list()).data.items;
await nora.client.cases.create({ body: { first_name: 'Walter', last_name: 'Brennan', external_id: 'EV-7' } });

inBrowser(
  'a new case is one sheet for the keyboard, and nothing is made before Enter',
  nora,
  '/cases',
  async ({ page }) => {
    await page.getByRole('link', { name: cases.create }).focus();
    await page.keyboard.press('Enter');
    const sheet = page.getByRole('dialog', { name: cases.create });
    await sheet.getByRole('textbox', { name: cases.first_name }).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Walter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Brennan');
    await sheet.getByText(cases.known('Walter Brennan', 'EV-7')).waitFor();
    await assertLooks(page, 'a new case');
    await page.keyboard.press('Escape');
    await sheet.getByText(cases.leave_new_ask).waitFor();
    assert.equal((await stored()).length, 1);
    await sheet.getByRole('textbox', { name: cases.died }).fill('11/30/2026');
    await sheet.getByRole('textbox', { name: cases.service_on }).fill('2026-12-05');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Walter Brennan' }).waitFor();
    const [made] = await stored();
    assert.deepEqual([made?.date_of_death, made?.date_of_service], ['2026-11-30', '2026-12-05']);
  },
);

inBrowser('a sheet in which nothing was typed closes without a word', nora, '/cases#new', async ({ page }) => {
  const sheet = page.getByRole('dialog', { name: cases.create });
  await sheet.waitFor();
  assert.equal(await sheet.getByRole('button', { name: cases.create_it }).isDisabled(), true);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await page.waitForURL(({ hash }) => hash === '');
});
