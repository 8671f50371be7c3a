import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { DEMO_FIRST_CALL, openDemoHome } from './demo-home.ts';
import { assertAccessible } from './looks.ts';
import { button } from './sounding.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await openDemoHome(pharos);

const openDialog = async (page: Page) => {
  await button(page, english.calls.player.play).waitFor();
  await page.getByRole('article').first().waitFor();
  await page.getByRole('button', { name: english.calls.exports.open, exact: true }).click();
  return page.getByRole('dialog', { name: english.calls.exports.title });
};

inBrowser('the transcript is looked at and saved as a file', nora, DEMO_FIRST_CALL, async ({ page }) => {
  const dialog = await openDialog(page);
  const preview = dialog.getByRole('region', { name: english.calls.exports.preview });
  await preview.getByText(/Evergreen/).waitFor();
  await dialog.getByLabel(english.calls.exports.names.vtt).check();
  await preview.getByText(/^WEBVTT/).waitFor();
  await assertAccessible(page, 'exports');
  const link = dialog.getByRole('link', { name: english.calls.exports.save(english.calls.exports.names.vtt) });
  const file = await page.request.get((await link.getAttribute('href')) ?? '');
  assert.match(file.headers()['content-disposition'] ?? '', /attachment; filename="First call from the family.vtt"/);
  assert.match(await file.text(), /^WEBVTT/);
});

inBrowser('a transcript is saved without card and account numbers', nora, DEMO_FIRST_CALL, async ({ page }) => {
  const dialog = await openDialog(page);
  await dialog.getByRole('checkbox', { name: english.calls.exports.leave_out }).check();
  await dialog.getByRole('region', { name: english.calls.exports.preview }).getByText('Removed:').waitFor();
  await assertAccessible(page, 'exports without numbers');
  // The page in the browser still has them, so it is the file that is to be printed.
  await dialog.getByText(english.calls.exports.print_file).waitFor();
  assert.equal(await dialog.getByRole('button', { name: english.print.print, exact: true }).count(), 0);
  const link = dialog.getByRole('link', { name: english.calls.exports.save(english.calls.exports.names.pdf) });
  const file = await page.request.get((await link.getAttribute('href')) ?? '');
  assert.equal(file.headers()['x-redacted'], 'none');
});
