import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { RETRY_AFTER } from '../../console/api/failures.ts';
import { english } from '../../console/texts/english.ts';
import { openPharos, type Person } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { FLORIST, openInventedHome } from './invented-home.ts';
import { assertAccessible } from './looks.ts';
import { saved, turn, turnAt } from './on-a-call.ts';
import { like } from './wording.ts';

const pharos = await openPharos();
const { open, inBrowser } = openBrowser(pharos);

const FAILED = JSON.stringify({ message: 'It failed on the server', request_id: 'one', errors: [] });

/** A home of its own for each test, and two people who work in it. */
const openHome = async () => {
  const nora = await pharos.person('member');
  const home = await openInventedHome(nora);
  const call_uuid = home.call(FLORIST);
  const stored = async () => (await nora.client.calls.get({ call_uuid })).data;
  return { nora, theo: await pharos.person('member', nora), path: home.path(FLORIST), stored };
};
const conflict = (page: Page) => page.getByRole('alert', { name: english.calls.conflict });
const cells = (page: Page, row: string | RegExp) =>
  conflict(page).getByRole('row', { name: row }).getByRole('cell').allTextContents();
const keepBoth = (page: Page) => conflict(page).getByRole('button', { name: english.calls.keep_both }).click();

/** Another window on the same call, which is closed when the test is over. */
const inSecond = async (person: Person, path: string, run: (page: Page) => Promise<void>) => {
  const { page, trouble } = await open(person, path);
  try {
    await turnAt(page, '00:00').waitFor();
    await run(page);
    assert.deepEqual(trouble, []);
  } finally {
    await page.context().close();
  }
};
const nameVoice = async (page: Page, voice: string, name: string) => {
  await turn(page, voice).getByRole('button', { name: english.calls.someone_new }).click();
  await turn(page, voice).getByRole('combobox', { name: english.calls.name }).fill(name);
  await page.keyboard.press('Enter');
};
/** Writes a word of the first turn anew. */
const correctWord = async (page: Page, from: string, to: string) => {
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('e');
  const field = page.getByRole('textbox', { name: english.calls.correction });
  await field.fill((await field.inputValue()).replace(from, to));
  await page.keyboard.press('Enter');
};
const firstWords = async (stored: Awaited<ReturnType<typeof openHome>>['stored']) =>
  (await stored()).transcript?.words.slice(0, 6).map(({ text }) => text);

const apart = await openHome();
const meeting = await openHome();
const undone = await openHome();
const tabs = await openHome();
const failing = await openHome();
const returning = await openHome();
const unheard = await openHome();
const closing = await openHome();

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
      await conflict(second).waitFor();
      assert.deepEqual(await cells(second, english.calls.speaker('A')), [
        english.calls.no_name,
        'Bridget',
        english.calls.unchanged,
      ]);
      assert.deepEqual(await cells(second, /00:00/), ['Hollow', english.calls.unchanged, 'Holly']);
      await assertAccessible(second, 'a conflict of two windows');
      await keepBoth(second);
      await saved(second);
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
);

inBrowser('two name the same voice; who was later leaves it as it is', meeting.nora, meeting.path, async ({ page }) => {
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
    await conflict(second).getByRole('button', { name: english.calls.discard_mine }).click();
    await turn(second, 'Bridget').first().waitFor();
    await conflict(second).waitFor({ state: 'detached' });
    assert.deepEqual((await meeting.stored()).speaker_labels, { A: 'Bridget' });
  });
});

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
    await conflict(page).waitFor();
    await keepBoth(page);
    await saved(page);
    assert.deepEqual((await undone.stored()).speaker_labels, { B: 'Theo' });
  },
);

inBrowser(
  'a correction that is being written survives the choice in a conflict',
  tabs.nora,
  tabs.path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await inSecond(tabs.nora, tabs.path, async (second) => {
      await nameVoice(second, english.calls.speaker('B'), 'Theo');
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
    assert.deepEqual(speaker_labels, { A: 'Bridget', B: 'Theo' });
    assert.deepEqual((await firstWords(tabs.stored))?.[0], 'Holly');
  },
);

inBrowser(
  'a save that the server fails is told with its reason, and tried again',
  failing.nora,
  failing.path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await page.route('**/v1/calls/*', (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill({ status: 500, contentType: 'application/json', body: FAILED })
        : route.fallback(),
    );
    await nameVoice(page, english.calls.speaker('A'), 'Bridget');
    await page.getByText(english.calls.save_failed).waitFor();
    await page.getByText('It failed on the server').waitFor();
    await assertAccessible(page, 'a save that failed');
    await page.unroute('**/v1/calls/*');
    await page.getByRole('toolbar').getByRole('button', { name: english.calls.save_again }).click();
    await saved(page);
    assert.deepEqual((await failing.stored()).speaker_labels, { A: 'Bridget' });
  },
);

inBrowser(
  'a change that is not saved is sent by itself once the server is there again',
  returning.nora,
  returning.path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await page.clock.install();
    await page.route('**/v1/calls/*', (route) =>
      route.request().method() === 'PUT' ? route.abort('connectionrefused') : route.fallback(),
    );
    await nameVoice(page, english.calls.speaker('A'), 'Bridget');
    const told = page.getByRole('status').filter({ hasText: english.calls.save_failed });
    await told.waitFor();
    const tried = page.waitForRequest((request) => request.method() === 'PUT');
    await page.clock.fastForward(RETRY_AFTER);
    await tried;
    await told.waitFor();
    await page.unroute('**/v1/calls/*');
    await page.clock.fastForward(RETRY_AFTER);
    await saved(page);
    assert.deepEqual((await returning.stored()).speaker_labels, { A: 'Bridget' });
  },
);

inBrowser('a save whose answer was lost is no conflict', unheard.nora, unheard.path, async ({ page }) => {
  await turnAt(page, '00:00').waitFor();
  await page.route('**/v1/calls/*', async (route) => {
    if (route.request().method() !== 'PUT') return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await nameVoice(page, english.calls.speaker('A'), 'Bridget');
  await page.getByText(english.calls.save_failed).waitFor();
  await page.unroute('**/v1/calls/*');
  await nameVoice(page, english.calls.speaker('B'), 'Theo');
  await saved(page);
  assert.equal(await conflict(page).count(), 0);
  assert.deepEqual((await unheard.stored()).speaker_labels, { A: 'Bridget', B: 'Theo' });
});

inBrowser(
  'nobody closes a window on a correction that is not saved, unasked',
  closing.nora,
  closing.path,
  async (opened) => {
    const { page, trouble } = opened;
    await turnAt(page, '00:00').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
    const field = page.getByRole('textbox', { name: english.calls.correction });
    await field.fill('Holly');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    assert.equal((await asked).type(), 'beforeunload');
    assert.deepEqual(trouble.splice(0), ['a dialog: beforeunload']);
    await page.getByRole('link', { name: english.app.today }).click();
    const leaving = page.getByRole('alert', { name: english.calls.leave_ask });
    await leaving.getByRole('button', { name: english.calls.stay }).click();
    assert.equal(await field.inputValue(), 'Holly');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: english.app.today }).click();
    await page.getByRole('heading', { level: 1, name: english.today.title }).waitFor();
  },
);
