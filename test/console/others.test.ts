import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { turn, turnAt } from './on-a-call.ts';
import { openSharedCall } from './shared-call.ts';
import { ANY, like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const { nora, theo, path, stored } = await openSharedCall(pharos);
const call_uuid = path.split('/').at(-1) as string;
const { case_uuid } = await stored();

/** Waits until the page knows from where on it follows: what came before that, it has read. */
const follows = async (page: Page) => {
  const asked = "performance.getEntriesByType('resource').some(({ name }) => name.includes('/v1/changes'))";
  while (!(await page.evaluate<boolean>(asked))) await page.waitForTimeout(50);
};

inBrowser('a page asks from where on it follows before it reads anything', nora, '/cases', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/');
  await page.getByRole('heading', { name: english.today.latest }).waitFor();
  assert.equal(
    asked.find((path) => path.startsWith('/v1/')),
    '/v1/changes',
  );
});

inBrowser(
  'cases and calls that others add come into the list and the page of the day',
  nora,
  '/cases',
  async ({ page }) => {
    const link = page.getByRole('link', { name: like`Okafor` });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await follows(page);
    const { data: funeral } = await theo.client.cases.create({ body: { last_name: 'Okafor' } });
    await link.first().waitFor();
    await page.goto('/');
    await page.getByRole('heading', { name: english.today.latest }).waitFor();
    await follows(page);
    await theo.client.calls.create({ body: { case_uuid: funeral.uuid, title: 'About the hymns' } });
    await page.getByRole('link', { name: like`About the hymns` }).first().waitFor();
  },
);

inBrowser(
  'a fact that others change is shown, beside one that is being written',
  nora,
  `/cases/${case_uuid}`,
  async ({ page }) => {
    await page.getByRole('button', { name: like`${english.cases.edit(english.cases.external_id)}` }).click();
    const field = page.getByRole('textbox', { name: english.cases.external_id });
    await field.fill('half wri');
    await follows(page);
    await theo.client.cases.patch({ case_uuid, body: { first_name: 'Wilhelmina' } });
    await page.getByRole('heading', { level: 1, name: like`Wilhelmina` }).waitFor();
    assert.equal(await field.inputValue(), 'half wri');
    await field.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
  },
);

inBrowser(
  'names that others give are shown with who gave them, and their words wait for a correction',
  nora,
  path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await follows(page);
    await theo.client.calls.update({ call_uuid, body: { speaker_labels: { A: 'Bridget' } } });
    await turn(page, 'Bridget').first().waitFor();
    const named = english.calls.merged.named(ANY, english.calls.speaker('A'), 'Bridget');
    await page
      .getByRole('status')
      .filter({ hasText: like`${named} · \d` })
      .waitFor();

    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
    const field = page.getByRole('textbox', { name: english.calls.correction });
    const before = await field.inputValue();
    await field.fill(`${before} Indeed.`);
    const { transcript } = await stored();
    const words = transcript?.words.map((word, index) => (index === 0 ? { ...word, text: 'Holly' } : word)) ?? [];
    const asked = page.waitForResponse((response) => response.url().endsWith(`/v1${path}`));
    await theo.client.calls.update({ call_uuid, body: { transcript: { source: 'manual', words } } });
    await asked;
    assert.equal(await field.inputValue(), `${before} Indeed.`);
    await page.keyboard.press('Escape');
    await page.getByText('Holly', { exact: true }).first().waitFor();
  },
);
