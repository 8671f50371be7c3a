import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos, type Person } from '../support/pharos.ts';
import { hold } from './answers.ts';
import { openBrowser } from './browser.ts';
import { assertAccessible } from './looks.ts';
import { saved, turn, turnAt } from './on-a-call.ts';
import { nameVoice, openSharedCall } from './shared-call.ts';
import { ANY, like } from './wording.ts';

const pharos = await openPharos();
const { open, inBrowser } = openBrowser(pharos);
/** Windows that learn of the other's changes only when they save. */
const UNAWARE = { unaware: true };

const conflict = (page: Page) => page.getByRole('alert', { name: like`^${english.calls.conflict_with(ANY)}$` });
/** Line about what somebody else has changed, such as “Theo named Speaker A Bridget · 1:36 PM”. */
const merged = (page: Page, what: string) => page.getByRole('status').filter({ hasText: like`${what} · \d` });
const cells = (page: Page, row: string | RegExp) =>
  conflict(page).getByRole('row', { name: row }).getByRole('cell').allTextContents();
const keepBoth = (page: Page) => conflict(page).getByRole('button', { name: english.calls.keep_both }).click();

/** Another window on the same call, which is closed when the test is over. */
const inSecond = async (person: Person, path: string, run: (page: Page) => Promise<void>) => {
  const { page, trouble } = await open(person, path, UNAWARE);
  try {
    await turnAt(page, '00:00').waitFor();
    await run(page);
    assert.deepEqual(trouble, []);
  } finally {
    await page.context().close();
  }
};
/** Corrects a word of the first turn. */
const correctWord = async (page: Page, from: string, to: string) => {
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('e');
  const field = page.getByRole('textbox', { name: english.calls.correction });
  await field.fill((await field.inputValue()).replace(from, to));
  await page.keyboard.press('Enter');
};
const firstWords = async (stored: Awaited<ReturnType<typeof openSharedCall>>['stored']) =>
  (await stored()).transcript?.words.slice(0, 6).map(({ text }) => text);

const apart = await openSharedCall(pharos);
const meeting = await openSharedCall(pharos);
const writing = await openSharedCall(pharos);
const undone = await openSharedCall(pharos);
const tabs = await openSharedCall(pharos);

inBrowser(
  'one names a voice, the other corrects a word, and both are kept',
  apart.nora,
  apart.path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await inSecond(apart.theo, apart.path, async (second) => {
      await nameVoice(page, english.calls.speaker('A'), 'Bridget');
      await saved(page);
      await correctWord(second, 'Hollow', 'Holly');
      await saved(second);
      await merged(second, english.calls.merged.named(ANY, english.calls.speaker('A'), 'Bridget')).waitFor();
      await assertAccessible(second, 'the change of somebody else, merged');
      assert.equal(await conflict(second).count(), 0);
      await turn(second, 'Bridget').first().waitFor();
      assert.deepEqual((await apart.stored()).speaker_labels, { A: 'Bridget' });
      assert.deepEqual((await firstWords(apart.stored))?.[0], 'Holly');
      // What came before was another version's: undoing takes back one's own work alone.
      await second.keyboard.press('Control+z');
      await second.getByText('Hollow', { exact: true }).first().waitFor();
      await saved(second);
      assert.deepEqual((await apart.stored()).speaker_labels, { A: 'Bridget' });
    });
  },
  UNAWARE,
);

inBrowser(
  'two name the same voice; who was later leaves it as it is',
  meeting.nora,
  meeting.path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await inSecond(meeting.theo, meeting.path, async (second) => {
      await nameVoice(page, english.calls.speaker('A'), 'Bridget');
      await saved(page);
      await nameVoice(second, english.calls.speaker('A'), 'Beatrice');
      await conflict(second).waitFor();
      assert.deepEqual(await cells(second, like`${english.calls.speaker('A')}|Beatrice`), [
        english.calls.no_name,
        'Bridget',
        'Beatrice',
      ]);
      await assertAccessible(second, 'a conflict of two windows');
      await conflict(second).getByRole('button', { name: english.calls.discard_mine }).click();
      await turn(second, 'Bridget').first().waitFor();
      await conflict(second).waitFor({ state: 'detached' });
      assert.deepEqual((await meeting.stored()).speaker_labels, { A: 'Bridget' });
    });
  },
  UNAWARE,
);

inBrowser(
  "one undoes one's own save after somebody else's, whose work stays",
  undone.nora,
  undone.path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await nameVoice(page, english.calls.speaker('A'), 'Bridget');
    await saved(page);
    await inSecond(undone.theo, undone.path, async (second) => {
      await nameVoice(second, english.calls.speaker('B'), 'Theo');
      await saved(second);
    });
    await page.keyboard.press('Control+z');
    await merged(page, english.calls.merged.named(ANY, english.calls.speaker('B'), 'Theo')).waitFor();
    await saved(page);
    assert.deepEqual((await undone.stored()).speaker_labels, { B: 'Theo' });
  },
  UNAWARE,
);

inBrowser(
  'a correction that is being written survives the choice in a conflict',
  tabs.nora,
  tabs.path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await inSecond(tabs.nora, tabs.path, async (second) => {
      await nameVoice(second, english.calls.speaker('A'), 'Theo');
      await saved(second);
    });
    await nameVoice(page, english.calls.speaker('A'), 'Bridget');
    await conflict(page).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('e');
    const field = page.getByRole('textbox', { name: english.calls.correction });
    await field.fill((await field.inputValue()).replace('Hollow', 'Holly'));
    await keepBoth(page);
    await saved(page);
    const { speaker_labels } = await tabs.stored();
    assert.deepEqual(speaker_labels, { A: 'Bridget' });
    assert.deepEqual((await firstWords(tabs.stored))?.[0], 'Holly');
  },
  UNAWARE,
);

inBrowser(
  'words of somebody else come in once a correction is written, and not under it',
  writing.nora,
  writing.path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await inSecond(writing.theo, writing.path, async (second) => {
      await correctWord(second, 'Hollow', 'Holly');
      await saved(second);
    });
    // The answer to the name, which brings the words of somebody else, comes once the field is open.
    const letGo = await hold(page, `**/v1${writing.path}`);
    await nameVoice(page, english.calls.speaker('A'), 'Bridget');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
    const field = page.getByRole('textbox', { name: english.calls.correction });
    const text = `${await field.inputValue()} Indeed.`;
    await field.fill(text);
    await letGo();
    await page.getByRole('status').filter({ hasText: english.calls.unsaved }).waitFor();
    assert.equal(await field.inputValue(), text);
    await page.keyboard.press('Enter');
    await merged(page, english.calls.merged.edited(ANY, '00:00')).waitFor();
    await saved(page);
    const { speaker_labels, transcript } = await writing.stored();
    assert.deepEqual(speaker_labels, { A: 'Bridget' });
    const said = transcript?.words.map((word) => word.text) ?? [];
    assert.deepEqual([said[0], said.includes('Indeed.')], ['Holly', true]);
  },
  UNAWARE,
);
