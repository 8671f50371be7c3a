import assert from 'node:assert/strict';
import type { Word } from '@pharos/contract/transcripts.ts';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { wav } from '../support/recordings.ts';
import { assembly, SPEAKERS } from './assembly.ts';
import { openBrowser } from './browser.ts';
import {
  ARABIC,
  CALLS,
  HEBREW,
  MONOLOGUE,
  OVERLAPPING,
  openHugeHome,
  RECESS,
  RIGHT_TO_LEFT,
  STRANGE,
} from './huge-home.ts';
import { assertAccessible } from './looks.ts';
import { ANY, like } from './wording.ts';

// What real transcripts and the homes of many years bring along: everything stays readable, and can be used by keys.

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('admin');
const { client } = nora;
const { case_uuid } = await openHugeHome(pharos, nora);
const { data: funeral } = await client.cases.create({
  body: { first_name: 'رحمة', last_name: 'الكرمل', summary: ARABIC },
});
const addCall = async (file_name: string, words: Word[], more: object = {}) => {
  const transcript = { source: 'deepgram' as const, words };
  return (await client.calls.create({ body: { case_uuid: funeral.uuid, file_name, transcript, ...more } })).data.uuid;
};
const silence = (seconds: number) =>
  new Uint8Array(wav(Buffer.alloc(seconds * 8_000, 128), { tag: 1, channels: 1, bits: 8 }));

/** Wide, narrow in the dark, as narrow as a page may have to be, and in letters of twice the size. */
const assertRoomy = async (page: Page, state: string) => {
  await assertAccessible(page, state);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await assertAccessible(page, `${state}, narrow and dark`, 'colours');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 320, height: 640 });
  await assertAccessible(page, `${state}, at 320 pixels`, 'all but colours');
  await page.setViewportSize({ width: 1360, height: 860 });
  const browser = await page.context().newCDPSession(page);
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  await assertAccessible(page, `${state}, in large letters`, 'all but colours');
  await browser.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
  await browser.detach();
};

/** Script that collects what a screen reader announces from now on, without the word that was clicked. */
const LISTEN = `
  window.told = [];
  for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]')) {
    new MutationObserver(() => window.told.push(region.textContent)).observe(region, {
      childList: true, characterData: true, subtree: true });
  }
`;

const recess = await addCall('Recess.mp3', RECESS, { duration: 274 });
await client.recordings.upload({ call_uuid: recess, body: silence(274) });
const overlapping = await addCall('At once.mp3', OVERLAPPING);
const labels = { '0': 'Nora Ellery, director', '1': 'أحمد الكرمل، ابن', '2': 'רחל כהן (1)' };
const right_to_left = await addCall('رحمة, أول مكالمة.mp3', RIGHT_TO_LEFT, { speaker_labels: labels });
const monologue = await addCall('Monologue.mp3', MONOLOGUE);
const strange = await addCall('Strange.mp3', STRANGE);
const empty = await addCall('Empty.mp3', []);
const voices = await addCall('Assembly.mp3', assembly(), { duration: 14_400 });
// Somebody reads a call a hundred times, of each of which the audit keeps an event.
for (let n = 0; n < 100; n++) await client.calls.get({ call_uuid: empty });

inBrowser(
  'a “word” of 266 seconds is lit for three of them, and the place in the recording is right within it',
  nora,
  `/calls/${recess}#t=200`,
  async ({ page }) => {
    const player = page.getByRole('region', { name: english.calls.player.name });
    await player.getByText('03:20').waitFor();
    const slider = player.getByRole('slider');
    assert.equal(await slider.getAttribute('aria-valuetext'), english.calls.player.at('03:20', '04:34'));
    assert.equal(await page.locator('[data-now]').count(), 0);
    assert.equal(await page.locator('[data-said]').filter({ hasText: '[recess]' }).count(), 1);
    assert.equal(await page.locator('[data-said]').filter({ hasText: 'back' }).count(), 0);
    await assertRoomy(page, 'a recess');
    await player.getByRole('button', { name: english.calls.player.skip_silence }).click();
    await page.evaluate(LISTEN);
    await page.evaluate("location.hash = '#t=6'");
    await page.locator('[data-now]').filter({ hasText: '[recess]' }).waitFor();
    await player.getByRole('button', { name: english.calls.player.play, exact: true }).click();
    await page
      .locator('[data-now]')
      .filter({ hasText: /We|are|back/ })
      .waitFor();
    await player.getByText('04:31').waitFor();
    assert.deepEqual(await page.evaluate('told'), []);
  },
);

inBrowser(
  'two who speak at once are read in the order of their words',
  nora,
  `/calls/${overlapping}`,
  async ({ page }) => {
    await page.getByRole('article').first().waitFor();
    const starts = await page.getByRole('article').getByRole('link').allTextContents();
    assert.deepEqual(starts, ['00:00', '00:00', '00:03', '00:02']);
    await assertAccessible(page, 'two at once');
  },
);

const directionOf = (page: Page, text: string) =>
  page
    .getByRole('article')
    .filter({ hasText: text.split(' ')[0] })
    .getByRole('paragraph')
    .last()
    .evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).direction);
inBrowser(
  'Arabic and Hebrew run from right to left, also beside English',
  nora,
  `/calls/${right_to_left}`,
  async ({ page }) => {
    await page.getByRole('heading', { level: 1, name: 'رحمة, أول مكالمة' }).waitFor();
    assert.deepEqual(await Promise.all(['Evergreen', ARABIC, HEBREW].map((text) => directionOf(page, text))), [
      'ltr',
      'rtl',
      'rtl',
    ]);
    // Their time stands behind a name, whichever way the name runs.
    await page.getByRole('article', { name: like`أحمد الكرمل\u2069 ${english.calls.from_time('00:04')}` }).waitFor();
    await assertRoomy(page, 'right to left');
    for (const key of ['ArrowDown', 'ArrowDown', 'e']) await page.keyboard.press(key);
    const field = page.getByRole('textbox', { name: english.calls.correction });
    assert.equal(
      await field.evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).direction),
      'rtl',
    );
    await assertAccessible(page, 'a correction from right to left');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'رحمة الكرمل' }).click();
    await page.getByRole('heading', { level: 1, name: 'رحمة الكرمل' }).waitFor();
    await assertRoomy(page, 'a case from right to left');
  },
);

inBrowser(
  '5,000 words without a full stop are read in paragraphs, to the last',
  nora,
  `/calls/${monologue}`,
  async ({ page }) => {
    await page.getByText('word10', { exact: true }).waitFor();
    await assertAccessible(page, 'a monologue');
    await page.keyboard.press('End');
    await page.getByText('word4999', { exact: true }).waitFor();
  },
);

inBrowser(
  'words of no length, of no text and without an end can be read',
  nora,
  `/calls/${strange}`,
  async ({ page }) => {
    await page.getByRole('article').filter({ hasText: english.calls.no_words }).waitFor();
    await page.getByText('earlier', { exact: true }).waitFor();
    await assertRoomy(page, 'strange words');
  },
);

inBrowser('a call in which nobody said anything says so', nora, `/calls/${empty}`, async ({ page }) => {
  await page.getByText(english.calls.empty_transcript).waitFor();
  await assertRoomy(page, 'no words');
});

inBrowser(
  'among 200 voices those who are heard nearby are offered first, each with a digit',
  nora,
  `/calls/${voices}#t=7200`,
  async ({ page }) => {
    const turn = page.getByRole('article', { name: like`${english.calls.from_time(`1:59:${ANY}`)}` }).last();
    await turn.focus();
    await page.keyboard.press('r');
    const question = page.getByRole('group', { name: english.calls.who_said_this });
    await question.waitFor();
    const offered = question.getByRole('button');
    assert.equal(await offered.count(), 9 + 3);
    await assertAccessible(page, 'nine of 200 voices');
    const second = (await offered.nth(1).textContent())?.replace(/^\d\s*/, '').trim();
    const asked = page.getByRole('article').filter({ has: question });
    const time = (await asked.getByRole('link').textContent()) as string;
    await page.keyboard.press('2');
    await page
      .getByRole('status')
      .filter({ hasText: like`^${english.calls.saved}$` })
      .waitFor();
    await page.getByRole('article', { name: `${second} ${english.calls.from_time(time)}` }).waitFor();
    await page.keyboard.press('r');
    await question.getByRole('button', { name: english.calls.show_all(SPEAKERS) }).click();
    assert.equal(await offered.count(), SPEAKERS + 2);
    await assertAccessible(page, '200 voices');
  },
);

inBrowser(
  'of 300 calls of a case the latest are shown, and all when asked',
  nora,
  `/cases/${case_uuid}`,
  async ({ page }) => {
    const calls = page.getByRole('region', { name: english.cases.calls }).getByRole('listitem');
    await calls.first().waitFor();
    assert.equal(await calls.count(), 30);
    await assertRoomy(page, 'a case of 300 calls');
    await page.getByRole('button', { name: english.cases.earlier(270) }).press('Enter');
    await calls.nth(CALLS - 1).waitFor();
    await assertAccessible(page, 'a case with all of 300 calls');
  },
);

/** Lists that go on, what each of their lines has, and how many there are on a page. */
for (const [name, at, line] of [
  ['2,000 cases', '/cases', 'Person'],
  ['200 people', '/settings/people', 'Person'],
  ['a thousand events', '/settings/audit', 'calls.get'],
] as const) {
  inBrowser(`${name} are gone through by keys, page by page`, nora, at, async ({ page }) => {
    const lines = page.getByRole('main').getByRole('listitem').filter({ hasText: line });
    await lines.first().waitFor();
    const first = await lines.count();
    await assertRoomy(page, name);
    const more = page.getByRole('button', { name: english.ui.show_more });
    await more.press('Enter');
    await lines.nth(first + 40).waitFor();
    await more.and(page.locator(':focus')).waitFor();
    await assertAccessible(page, `${name}, further on`);
  });
}

inBrowser('somebody is limited to some of 100 houses', nora, '/settings/people', async ({ page }) => {
  await page.getByRole('button', { name: english.users.invite }).click();
  const houses = page.getByRole('group', { name: english.users.locations_limit });
  await houses.waitFor();
  assert.equal(await houses.getByRole('checkbox').count(), 100);
  await assertRoomy(page, '100 houses to choose among');
});
