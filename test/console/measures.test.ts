import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { spanish } from '../../console/texts/spanish.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { DEMO_FIRST_CALL, openDemoHome } from './demo-home.ts';
import { assertAccessible } from './looks.ts';
import { button } from './sounding.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await openDemoHome(pharos);

const unfold = async (page: Page, { calls }: typeof english) => {
  await page.getByRole('article').first().waitFor();
  await page.getByText(calls.measures.title, { exact: true }).click();
  const measures = page.getByRole('definition');
  await measures.first().waitFor();
  return measures;
};

inBrowser('the pace of a conversation is shown once somebody asks for it', nora, DEMO_FIRST_CALL, async ({ page }) => {
  await button(page, english.calls.player.play).waitFor();
  const measures = await unfold(page, english);
  await measures.filter({ hasText: 'Nora Ellery' }).first().waitFor();
  await page.getByRole('term').filter({ hasText: english.calls.measures.questions }).waitFor();
  await page.getByRole('term').filter({ hasText: english.calls.measures.silences }).waitFor();
  await assertAccessible(page, 'measures');
});

inBrowser(
  'the pace of a conversation can be read in Spanish',
  nora,
  DEMO_FIRST_CALL,
  async ({ page }) => {
    await unfold(page, spanish);
    await page.getByRole('term').filter({ hasText: spanish.calls.measures.longest }).waitFor();
  },
  { locale: 'es-ES' },
);
