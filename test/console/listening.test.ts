import assert from 'node:assert/strict';
import type { Word } from '@pharos/contract/transcripts.ts';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { assertLooks } from './looks.ts';
import { press } from './on-a-call.ts';
import { button, ready, seconds, until } from './sounding.ts';
import { ANY, like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('member');
const { data: funeral } = await nora.client.cases.create({ body: { last_name: 'Hollis' } });

const word = (text: string, second: number, speaker: string, confidence = 0.9): Word => {
  return { text, start_ms: second * 1000, end_ms: second * 1000 + 400, confidence, speaker };
};
const words = [
  word('Good', 1, 'A'),
  word('morning.', 1.5, 'A'),
  word('Hollow', 20, 'B', 0.4),
  word('Lane.', 20.5, 'B'),
  word('Of', 40, 'A'),
  word('course.', 40.5, 'A'),
];
const body = { case_uuid: funeral.uuid, transcript: { source: 'manual' as const, words } };
const { data: call } = await nora.client.calls.create({
  body: { ...body, speaker_labels: { A: 'Nora', B: 'Bridget' }, is_fully_labelled: true },
});
await nora.client.recordings.upload({ call_uuid: call.uuid, body: new Uint8Array(seconds(60)) });
const path = `/calls/${call.uuid}`;
const field = (page: Page) => page.getByRole('textbox', { name: english.calls.correction });
const went = (page: Page) => page.evaluate<number[]>('went');

inBrowser('Space plays from the word that was gone to, and pauses', nora, path, async ({ page }) => {
  await ready(page);
  await press(page, 'd', ' ');
  await until(page, '!paused && currentTime >= 20');
  await press(page, ' ');
  await until(page, 'paused');
  const [last] = (await went(page)).slice(-1);
  assert.equal(last, 20);
  // Whoever goes nowhere goes on where it was.
  await press(page, ' ');
  await until(page, '!paused && currentTime >= 19');
  assert.ok((await went(page)).every((second) => second >= 19));
});

inBrowser('after a click in the waveform Space plays from there', nora, path, async ({ page }) => {
  await ready(page);
  await press(page, 'd');
  const slider = page.getByRole('slider', { name: english.calls.player.position });
  const box = await slider.boundingBox();
  assert.ok(box);
  await page.mouse.click(box.x + box.width * 0.75, box.y + box.height / 2);
  await until(page, 'paused && currentTime > 44 && currentTime < 46');
  await press(page, ' ');
  await until(page, '!paused && currentTime >= 44');
});

inBrowser('Enter plays the picked word alone', nora, path, async ({ page }) => {
  await ready(page);
  await press(page, 'd', 'Enter');
  await until(page, '!paused');
  assert.equal((await went(page)).at(-1), 19.6);
  await until(page, 'paused && currentTime > 20.5');
});

inBrowser(
  'the sound pauses while a turn is corrected, and is heard from within the field',
  nora,
  path,
  async ({ page }) => {
    await ready(page);
    await page.getByText('Of', { exact: true }).click();
    await until(page, '!paused && currentTime >= 40');
    await press(page, 'ArrowUp', 'e');
    await until(page, 'paused');
    await field(page).waitFor();
    await press(page, 'Control+ ');
    await until(page, '!paused && currentTime >= 20 && currentTime < 30');
    await press(page, 'Control+ ');
    await until(page, 'paused');
    // However long it was heard on a busy machine, it goes back by five seconds from there.
    const heard = Number(await page.evaluate('document.querySelector("audio").currentTime'));
    await press(page, 'Control+Shift+ ');
    await until(page, `currentTime <= ${heard - 4} && currentTime >= ${heard - 6}`);
    assert.equal(await field(page).inputValue(), 'Hollow Lane.');
  },
);

inBrowser(
  'a finger picks a word silently, and Play plays from it',
  nora,
  path,
  async ({ page }) => {
    await ready(page);
    await page.getByText('Hollow', { exact: true }).tap();
    await until(page, 'paused && currentTime === 20');
    await button(page, english.calls.player.play).tap();
    await until(page, '!paused && currentTime >= 20');
    // Whoever listens already goes on listening from there.
    await page.getByText('Of', { exact: true }).tap();
    await until(page, '!paused && currentTime >= 40');
  },
  { width: 390, touch: true },
);

/** Keystroke that Safari sends for the Enter that ends a word of Chinese, Japanese or Korean. */
const COMPOSED = `(element, key) => element.dispatchEvent(
  new KeyboardEvent('keydown', { key, keyCode: 229, bubbles: true, cancelable: true }),
)`;
const compose = (page: Page, key = 'Enter') =>
  page.evaluate(`(${COMPOSED})(document.activeElement, ${JSON.stringify(key)})`);

inBrowser('the Enter that ends a composition saves no correction', nora, path, async ({ page }) => {
  await page.getByRole('article').first().waitFor();
  await press(page, 'ArrowDown', 'e');
  await field(page).fill('早上好');
  await compose(page);
  await compose(page, 'Escape');
  assert.equal(await field(page).inputValue(), '早上好');
  await press(page, 'Escape');
});

inBrowser(
  'the Enter that ends a composition takes no name, finds nothing, and is no key',
  nora,
  path,
  async ({ page }) => {
    await page.getByRole('article').first().waitFor();
    await page.getByRole('complementary').getByLabel(english.calls.edit_speaker('Nora')).click();
    const name = page.getByRole('combobox', { name: english.calls.rename('Nora') });
    await name.fill('诺拉');
    await compose(page);
    assert.equal(await name.inputValue(), '诺拉');
    await press(page, 'Escape');
    await page.getByRole('searchbox', { name: english.calls.find }).fill('morning');
    const found = page.getByText(english.calls.found(1, 1));
    await found.waitFor();
    await compose(page);
    assert.equal(await found.count(), 1);
  },
);

inBrowser(
  'the Enter that ends a composition saves nothing of a case',
  nora,
  `/cases/${funeral.uuid}`,
  async ({ page }) => {
    await page.getByRole('button', { name: `${english.cases.add}: ${english.cases.first_name}` }).click();
    const name = page.getByLabel(english.cases.first_name);
    await name.fill('玛格丽特');
    await compose(page);
    assert.equal(await name.inputValue(), '玛格丽特');
    await press(page, 'Escape');
    assert.equal((await nora.client.cases.get({ case_uuid: funeral.uuid })).data.case.first_name, null);
  },
);

inBrowser(
  'a sentence that was found plays where it stands, says who speaks and how far it is, and stays at hand',
  nora,
  '/search#q=morning OR lane',
  async ({ page }) => {
    const found = page.getByRole('region', { name: english.search.said });
    const [first, second] = [found.getByRole('listitem').first(), found.getByRole('listitem').nth(1)];
    await first.getByRole('button').focus();
    await page.keyboard.press('Space');
    await first.getByRole('button', { name: english.search.pause }).and(page.locator(':focus')).waitFor();
    await found.getByText(english.search.playing('Nora', '00:01')).waitFor();
    await first.locator('[data-now]').first().waitFor();
    await assertLooks(page, 'a sentence that plays');
    const slider = first.getByRole('slider', { name: english.calls.player.position });
    assert.match((await slider.getAttribute('aria-valuetext')) ?? '', like`^${english.calls.player.at(ANY, '00:02')}$`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await second.locator('[data-now]').first().waitFor();
    await second.getByText('Good morning.').waitFor();
    assert.equal(await first.locator('[data-now]').count(), 0);
    await second.getByRole('button', { name: english.search.previous }).click();
    await first.locator('[data-now]').first().waitFor();
    await page.setViewportSize({ width: 390, height: 300 });
    await page.getByRole('checkbox', { name: english.search.reaches.names }).scrollIntoViewIfNeeded();
    const dock = page.getByRole('region', { name: english.search.now_playing });
    await dock.getByRole('slider').waitFor();
    await dock.getByRole('button', { name: english.search.back_to }).click();
    await dock.waitFor({ state: 'detached' });
    await first.getByRole('button').first().focus();
    await page.keyboard.press('Escape');
    await first.getByRole('slider').waitFor({ state: 'detached' });
  },
);
