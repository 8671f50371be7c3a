import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { home, transcriptOf } from '../../server/demo/home.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { openDemoHome } from './demo-home.ts';
import { assertAccessible } from './looks.ts';
import { NEXT_OF_KIN, press, saved } from './on-a-call.ts';
import { ANY_COUNT, GREETING, like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await openDemoHome(pharos);
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
const player = (page: Page) => page.getByRole('region', { name: english.calls.player.name });

const signIn = async (page: Page) => {
  await heading(page, english.sessions.title);
  await assertAccessible(page, 'sign in');
  await reach(page, page.getByRole('textbox', { name: english.sessions.email }));
  await page.keyboard.type(email);
  await reach(page, page.getByLabel(english.sessions.password));
  await page.keyboard.type(password);
  await press(page, 'Enter');
};

const goFromTodayToTheCall = async (page: Page) => {
  await page.getByRole('heading', { level: 1, name: GREETING }).waitFor();
  const needs = page.getByRole('region', { name: english.today.needs });
  await needs.getByRole('link', { name: /First call from the family/ }).waitFor();
  await assertAccessible(page, 'Today');
  await enter(
    page,
    page.getByRole('navigation', { name: english.app.navigation }).getByRole('link', { name: english.app.cases }),
  );
  await heading(page, english.cases.title);
  await enter(page, page.getByRole('link', { name: /Margaret Hollis/ }));
  await heading(page, 'Margaret Hollis');
  await enter(page, page.getByRole('region', { name: english.cases.calls }).getByRole('link', { name: /First call/ }));
  await heading(page, 'First call from the family');
};

const hearAndName = async (page: Page) => {
  await player(page).getByRole('button', { name: english.calls.player.play }).waitFor();
  await page.getByRole('button', { name: english.calls.speakers_to_name(1) }).waitFor();
  await press(page, 'Space');
  await player(page)
    .getByText(/^00:0[1-9]$/)
    .waitFor();
  await press(page, 'Space');
  await player(page).getByRole('button', { name: english.calls.player.play }).waitFor();
  // The clips of the voice that is asked about: the first is where it begins, after a minute and twenty seconds.
  await press(page, 'h');
  await focused(
    page.getByRole('article', { name: `${english.calls.speaker('C')} ${english.calls.from_time('01:20')}` }),
  );
  await player(page)
    .getByText(/^01:2\d$/)
    .waitFor();
  await press(page, 'k');
  await player(page).getByRole('button', { name: english.calls.player.play }).waitFor();
  const offered = page.getByRole('group', { name: english.calls.who_is_this }).getByRole('button');
  assert.match((await offered.nth(5).textContent()) ?? '', like`5 ${NEXT_OF_KIN}`);
  await press(page, '5');
  await page.getByText(english.calls.all_named).waitFor();
  await saved(page);
  const { speaker_labels, is_fully_labelled } = await stored();
  assert.deepEqual([speaker_labels['2'], is_fully_labelled], [NEXT_OF_KIN, true]);
};

const correctAndTakeBack = async (page: Page) => {
  await press(page, 'ArrowRight', 'e');
  await page.getByRole('textbox', { name: english.calls.correction }).waitFor();
  await page.keyboard.type('Anna,');
  await press(page, 'Enter');
  await page.getByRole('group', { name: like`${english.calls.change_all_ask(1, 'Annie', 'Anna')}` }).waitFor();
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
  const said = (text: string) =>
    page.getByText(english.calls.word_to_check(text), { exact: true }).waitFor({ state: 'attached' });
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
  await press(page, 'f');
  await page.keyboard.type('Saturday');
  const found = page.getByRole('status').filter({ hasText: like`^${english.calls.found(ANY_COUNT, ANY_COUNT)}$` });
  await found.filter({ hasText: english.calls.found(1, 2) }).waitFor();
  await press(page, 'Enter');
  await found.filter({ hasText: english.calls.found(2, 2) }).waitFor();
  await press(page, 'Escape');
  await focused(page.getByRole('article').filter({ hasText: 'ready for the viewing on Saturday' }));
  await assertAccessible(page, 'a call that was worked on');
};

const compareAndRestore = async (page: Page) => {
  await enter(page, page.getByRole('link', { name: like`${english.versions.open}$` }), 'Shift+Tab');
  await heading(page, english.versions.title);
  await reach(page, page.getByRole('textbox', { name: english.versions.from, exact: true }));
  await press(page, 'Control+a');
  await page.keyboard.type('1');
  await press(page, 'Enter');
  const changes = page.getByRole('region', { name: english.versions.changes });
  await changes.getByRole('deletion').filter({ hasText: 'Annie,' }).waitFor();
  await changes.getByRole('insertion').filter({ hasText: 'Anna,' }).waitFor();
  await changes.getByRole('insertion').filter({ hasText: NEXT_OF_KIN }).waitFor();
  await focused(page.getByRole('button', { name: english.versions.compare }));
  await assertAccessible(page, 'a history');
  await enter(page, page.getByRole('button', { name: english.versions.original }), 'Shift+Tab');
  const sure = page.getByRole('group').getByRole('button', { name: english.versions.original });
  await enter(page, sure, 'Shift+Tab');
  await page.getByText(english.versions.note_original_restored).waitFor();
  const { transcript, speaker_labels } = await stored();
  assert.deepEqual([transcript, speaker_labels['2']], [original, NEXT_OF_KIN]);
};

const exportAsText = async (page: Page) => {
  await enter(page, page.getByRole('link', { name: 'First call from the family' }), 'Shift+Tab');
  await heading(page, 'First call from the family');
  await enter(page, page.getByRole('button', { name: english.calls.exports.open, exact: true }));
  const dialog = page.getByRole('dialog', { name: english.calls.exports.title });
  await reach(page, dialog.getByRole('radio', { name: english.calls.exports.names.pdf }));
  await press(page, 'ArrowDown', 'ArrowDown');
  await dialog.getByRole('radio', { name: english.calls.exports.names.txt, checked: true }).waitFor();
  await reach(page, dialog.getByRole('link', { name: english.calls.exports.save(english.calls.exports.names.txt) }));
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Enter')]);
  assert.equal(download.suggestedFilename(), 'First call from the family.txt');
  assert.match(await readFile(await download.path(), 'utf8'), like`${NEXT_OF_KIN}[\s\S]*Annie, can I say something\?`);
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'hidden' });
};

const placeHold = async (page: Page) => {
  await enter(page, page.getByRole('link', { name: 'Margaret Hollis' }), 'Shift+Tab');
  await heading(page, 'Margaret Hollis');
  await page.getByText(english.retention.case_not_held).waitFor();
  await enter(page, page.getByRole('button', { name: english.retention.place }));
  await reach(page, page.getByRole('textbox', { name: english.retention.reason }));
  await page.keyboard.type('A question of the county');
  await press(page, 'Enter');
  await page.getByRole('listitem').filter({ hasText: 'A question of the county' }).waitFor();
  assert.equal((await admin.client.retention.listHolds()).data.items[0]?.case_uuid, hollis.uuid);
};

const search = async (page: Page) => {
  await enter(
    page,
    page.getByRole('navigation', { name: english.app.navigation }).getByRole('link', { name: english.search.title }),
    'Shift+Tab',
  );
  await heading(page, english.search.title);
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
  await enter(page, page.locator('summary', { hasText: english.app.signed_in_as('Nora') }), 'Shift+Tab');
  await enter(page, page.getByRole('button', { name: english.app.sign_out }));
  await heading(page, english.sessions.title);
  await page.goBack();
  await heading(page, english.sessions.title);
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
