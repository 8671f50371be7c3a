import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { addDemo } from '../../server/demo/add.ts';
import { home, transcriptOf } from '../../server/demo/home.ts';
import { openPharos } from '../support/pharos.ts';
import { assertAccessible, openBrowser } from './browser.ts';
import { press, saved } from './on-a-call.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await pharos.person('admin');
await pharos.database.transaction((tx) => addDemo(tx, admin.actor, pharos.storage));
const email = 'nora@evergreen.example';
const password = 'a lamp in the window';
const { data: invited } = await admin.client.users.create({ body: { email, name: 'Nora', access_level: 'admin' } });
const token = new URLSearchParams(new URL(invited.invitation.link, pharos.baseUrl).hash.slice(1)).get('token') ?? '';
await admin.client.invitations.accept({ body: { token, password } });

const [first_call] = home.calls;
const [hollis] = home.cases;
assert.ok(first_call && hollis);
const original = transcriptOf(first_call);
const stored = async () => (await admin.client.calls.get({ call_uuid: first_call.uuid })).data;
const wordsOf = async () => (await stored()).transcript?.words ?? [];

/** More stops than any page of the demo has. */
const STOPS = 120;
/** Goes on with Tab, or back with Shift+Tab, until what is wanted has the focus. */
const reach = async (page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') => {
  await wanted.waitFor();
  for (let n = 0; n < STOPS; n++) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} never comes to ${wanted}`);
};
/** Waits until it has the focus, without a key. */
const focused = (wanted: Locator) => wanted.and(wanted.page().locator(':focus')).waitFor();
const enter = async (page: Page, wanted: Locator, key?: 'Shift+Tab') => {
  await reach(page, wanted, key);
  await page.keyboard.press('Enter');
};
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const player = (page: Page) => page.getByRole('region', { name: 'Recording' });

const signIn = async (page: Page) => {
  await heading(page, 'Sign in');
  await assertAccessible(page, 'sign in');
  await reach(page, page.getByRole('textbox', { name: 'Email' }));
  await page.keyboard.type(email);
  await reach(page, page.getByLabel('Password'));
  await page.keyboard.type(password);
  await press(page, 'Enter');
};

const goFromTodayToTheCall = async (page: Page) => {
  await heading(page, 'Today');
  const needs = page.getByRole('region', { name: 'Calls with a voice that has no name yet' });
  await needs.getByRole('link', { name: /First call from the family/ }).waitFor();
  await assertAccessible(page, 'Today');
  await enter(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }));
  await heading(page, 'Cases');
  await enter(page, page.getByRole('link', { name: /Margaret Hollis/ }));
  await heading(page, 'Margaret Hollis');
  await enter(page, page.getByRole('region', { name: 'Calls' }).getByRole('link', { name: /First call/ }));
  await heading(page, 'First call from the family');
};

const hearAndName = async (page: Page) => {
  await player(page).getByRole('button', { name: 'Play' }).waitFor();
  await page.getByRole('button', { name: '1 voice without a name' }).waitFor();
  await press(page, 'Space');
  await player(page)
    .getByText(/^00:0[1-9]$/)
    .waitFor();
  await press(page, 'Space');
  await player(page).getByRole('button', { name: 'Play' }).waitFor();
  // The clips of the voice that is asked about: the first is where it begins, after a minute and twenty seconds.
  await press(page, 'h');
  await focused(page.getByRole('article', { name: /Voice C From 01:20/ }));
  await player(page)
    .getByText(/^01:2\d$/)
    .waitFor();
  await press(page, 'k');
  await player(page).getByRole('button', { name: 'Play' }).waitFor();
  const offered = page.getByRole('group', { name: 'Who is this?' }).getByRole('button');
  assert.match((await offered.nth(5).textContent()) ?? '', /5 Next of kin/);
  await press(page, '5');
  await page.getByText('every voice named').waitFor();
  await saved(page);
  const { speaker_labels, is_fully_labelled } = await stored();
  assert.deepEqual([speaker_labels['2'], is_fully_labelled], ['Next of kin', true]);
};

const correctAndTakeBack = async (page: Page) => {
  await press(page, 'ArrowRight', 'e');
  await page.getByRole('textbox', { name: 'Correct the words of this turn' }).waitFor();
  await page.keyboard.type('Anna,');
  await press(page, 'Enter');
  await page.getByRole('group', { name: /“Annie” is also in 1 other place/ }).waitFor();
  await press(page, 'Escape');
  const at = original.words.findIndex(({ text }) => text === 'Annie,');
  const now = async () => (await wordsOf())[at]?.text;
  await saved(page);
  assert.equal(await now(), 'Anna,');
  await press(page, 'Control+z');
  await page.getByText('Annie,', { exact: true }).first().waitFor();
  await saved(page);
  assert.equal(await now(), 'Annie,');
  await press(page, 'Control+Shift+z');
  await page.getByText('Anna,', { exact: true }).first().waitFor();
  await saved(page);
  assert.equal(await now(), 'Anna,');
};

const goThroughDoubts = async (page: Page) => {
  const said = (text: string) => page.getByText(`${text}, doubtful`, { exact: true }).waitFor({ state: 'attached' });
  await press(page, 'd');
  await said('Is');
  await press(page, 'd');
  await said('He');
  await press(page, 'Shift+D');
  await said('Is');
  await press(page, 'y');
  await said('He');
  await saved(page);
  const at = original.words.findIndex(({ text, confidence }) => text === 'Is' && confidence < 0.6);
  assert.deepEqual((await wordsOf())[at], { ...original.words[at], confidence: 1 });
};

const findSaturday = async (page: Page) => {
  await press(page, '/');
  await page.keyboard.type('Saturday');
  const found = page.getByRole('status').filter({ hasText: /^\d of \d$/ });
  await found.filter({ hasText: '1 of 2' }).waitFor();
  await press(page, 'Enter');
  await found.filter({ hasText: '2 of 2' }).waitFor();
  await press(page, 'Escape');
  await focused(page.getByRole('article').filter({ hasText: 'ready for the viewing on Saturday' }));
  await assertAccessible(page, 'a call that was worked on');
};

const compareAndRestore = async (page: Page) => {
  await enter(page, page.getByRole('link', { name: /History$/ }), 'Shift+Tab');
  await heading(page, 'History');
  await reach(page, page.getByRole('textbox', { name: 'Version', exact: true }));
  await press(page, 'Control+a');
  await page.keyboard.type('1');
  await press(page, 'Enter');
  const changes = page.getByRole('region', { name: 'What changed' });
  await changes.getByRole('deletion').filter({ hasText: 'Annie,' }).waitFor();
  await changes.getByRole('insertion').filter({ hasText: 'Anna,' }).waitFor();
  await changes.getByRole('insertion').filter({ hasText: 'Next of kin' }).waitFor();
  await focused(page.getByRole('button', { name: 'Compare' }));
  await assertAccessible(page, 'a history');
  await enter(page, page.getByRole('button', { name: 'Back to the provider’s original' }), 'Shift+Tab');
  const sure = page.getByRole('group').getByRole('button', { name: 'Back to the provider’s original' });
  await enter(page, sure, 'Shift+Tab');
  await page.getByText('restored the provider’s original').waitFor();
  const { transcript, speaker_labels } = await stored();
  assert.deepEqual([transcript, speaker_labels['2']], [original, 'Next of kin']);
};

const exportAsText = async (page: Page) => {
  await enter(page, page.getByRole('link', { name: 'First call from the family' }), 'Shift+Tab');
  await heading(page, 'First call from the family');
  await enter(page, page.getByRole('button', { name: 'Export', exact: true }));
  const dialog = page.getByRole('dialog', { name: 'The transcript as a file' });
  await reach(page, dialog.getByRole('radio', { name: /PDF/ }));
  await press(page, 'ArrowDown', 'ArrowDown');
  await dialog.getByRole('radio', { name: /Plain text/, checked: true }).waitFor();
  await reach(page, dialog.getByRole('link', { name: 'Save as Plain text' }));
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Enter')]);
  assert.equal(download.suggestedFilename(), 'First call from the family.txt');
  assert.match(await readFile(await download.path(), 'utf8'), /Next of kin[\s\S]*Annie, can I say something\?/);
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'hidden' });
};

const placeHold = async (page: Page) => {
  await enter(page, page.getByRole('link', { name: 'Margaret Hollis' }), 'Shift+Tab');
  await heading(page, 'Margaret Hollis');
  await page.getByText('This case is not held.').waitFor();
  await enter(page, page.getByRole('button', { name: 'Place a hold' }));
  await reach(page, page.getByRole('textbox', { name: 'Why it has to stay' }));
  await page.keyboard.type('A question of the county');
  await press(page, 'Enter');
  await page.getByRole('listitem').filter({ hasText: 'A question of the county' }).waitFor();
  assert.equal((await admin.client.retention.listHolds()).data.items[0]?.case_uuid, hollis.uuid);
};

const search = async (page: Page) => {
  await enter(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }), 'Shift+Tab');
  await heading(page, 'Search');
  await reach(page, page.getByRole('searchbox'));
  await page.keyboard.type('hollis');
  await press(page, 'Enter');
  await page.getByRole('region', { name: 'Margaret Hollis' }).waitFor();
  await focused(page.getByRole('searchbox'));
  await enter(
    page,
    page.getByRole('region', { name: 'Margaret Hollis' }).getByRole('link', { name: 'Margaret Hollis' }),
  );
  await heading(page, 'Margaret Hollis');
};

const signOut = async (page: Page) => {
  await enter(page, page.locator('summary', { hasText: 'Signed in as Nora' }), 'Shift+Tab');
  await enter(page, page.getByRole('button', { name: 'Sign out' }));
  await heading(page, 'Sign in');
  await page.goBack();
  await heading(page, 'Sign in');
};

inBrowser('a director goes through a whole day without a mouse', null, '/', async ({ page }) => {
  await signIn(page);
  await goFromTodayToTheCall(page);
  await hearAndName(page);
  await correctAndTakeBack(page);
  await goThroughDoubts(page);
  await findSaturday(page);
  await compareAndRestore(page);
  await exportAsText(page);
  await placeHold(page);
  await search(page);
  await signOut(page);
});
