import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { home } from '../../server/demo/home.ts';
import { openPharos } from '../support/pharos.ts';
import { wav } from '../support/recordings.ts';
import { openBrowser } from './browser.ts';
import { DEMO_FIRST_CALL, demoCall, openDemoHome } from './demo-home.ts';
import { assertAccessible } from './looks.ts';
import { button, player, slider, until } from './sounding.ts';
import { ANY, ANY_COUNT, like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await openDemoHome(pharos);
const FLORIST = demoCall('Florist, flowers for Saturday.mp3');
const SILENT = demoCall("St. Catherine's, release.wav");

const word = (page: Page, text: string) => page.getByText(text, { exact: true }).first();
/** Seconds, as the audio element has them. */
const at = (page: Page) => page.evaluate<number>("document.querySelector('audio').currentTime");
const ready = async (page: Page) => {
  await button(page, english.calls.player.play).waitFor();
  await page.getByRole('article').first().waitFor();
};
const word_at = (text: string, start_ms: number) => ({
  text,
  start_ms,
  end_ms: start_ms + 300,
  confidence: 0.9,
  speaker: 'A',
});
const { data: quiet } = await nora.client.calls.create({
  body: {
    case_uuid: home.cases[0]?.uuid ?? '',
    transcript: { source: 'manual', words: [word_at('Hello.', 200), word_at('Goodbye.', 50_000)] },
  },
});
const minute = wav(Buffer.alloc(480_000, 128), { tag: 1, channels: 1, bits: 8 });
await nora.client.recordings.upload({ call_uuid: quiet.uuid, body: new Uint8Array(minute) });
const asked = await openDemoHome(pharos);

inBrowser(
  'a call of the demo is heard, its words light up, and what was said is softer',
  nora,
  DEMO_FIRST_CALL,
  async ({ page }) => {
    await ready(page);
    assert.equal(await page.locator('[data-now]').count(), 0);
    await button(page, english.calls.player.play).click();
    await until(page, 'currentTime > 2.5');
    await page.locator('[data-now]').first().waitFor();
    await page.locator('[data-said]').first().waitFor();
    await button(page, english.calls.player.pause).click();
    await button(page, english.calls.player.play).waitFor();
    const at_and_of = (await slider(page).getAttribute('aria-valuetext')) ?? '';
    assert.match(at_and_of, like`^${english.calls.player.at(ANY, '02:55')}$`);
    assert.match(at_and_of, /00:0[2-9]/);
  },
);

inBrowser('a word that is clicked is heard', nora, DEMO_FIRST_CALL, async ({ page }) => {
  await ready(page);
  const said = word(page, 'Margaret');
  await said.click();
  await until(page, '!paused && currentTime > 28');
  assert.ok((await at(page)) < 40);
  await page.locator('[data-now]').first().waitFor();
});

inBrowser(
  'space plays and pauses, J and L go back and on, and the slider has its arrows',
  nora,
  DEMO_FIRST_CALL,
  async ({ page }) => {
    await ready(page);
    await page.keyboard.press('Space');
    await until(page, '!paused && currentTime > 0.2');
    await page.keyboard.press('l');
    await until(page, 'currentTime > 5');
    await page.keyboard.press('k');
    await until(page, 'paused');
    const before = await at(page);
    await page.keyboard.press('j');
    await until(page, `Math.abs(currentTime - ${before - 5}) < 0.1`);
    await slider(page).focus();
    await page.keyboard.press('ArrowRight');
    await until(page, `Math.abs(currentTime - ${before}) < 0.1`);
    await page.keyboard.press('Space');
    await until(page, '!paused');
  },
);

inBrowser(
  'the space bar presses a button that is in focus, and plays nothing',
  nora,
  DEMO_FIRST_CALL,
  async ({ page }) => {
    await ready(page);
    await button(page, english.calls.player.skip_silence).focus();
    await page.keyboard.press('Space');
    await player(page).getByRole('button', { name: english.calls.player.skip_silence, pressed: true }).waitFor();
    await until(page, 'paused');
  },
);

inBrowser('one listens as fast as one likes, also the next time', nora, DEMO_FIRST_CALL, async ({ page }) => {
  await ready(page);
  await page.getByRole('combobox', { name: english.calls.player.speed }).selectOption('2');
  await page.keyboard.press('Escape');
  await button(page, english.calls.player.play).click();
  await until(page, '!paused && playbackRate === 2');
  await page.reload();
  await ready(page);
  await button(page, english.calls.player.play).click();
  await until(page, '!paused && playbackRate === 2');
});

inBrowser('a click in the waveform goes there', nora, DEMO_FIRST_CALL, async ({ page }) => {
  await ready(page);
  const box = await slider(page).boundingBox();
  assert.ok(box);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await until(page, 'Math.abs(currentTime - 87.5) < 1.5');
  await until(page, 'paused');
});

inBrowser(
  'a link to a moment opens there, and plays from there',
  nora,
  `${DEMO_FIRST_CALL}#t=120.5`,
  async ({ page }) => {
    await ready(page);
    assert.match(
      (await slider(page).getAttribute('aria-valuetext')) ?? '',
      like`^${english.calls.player.at('02:00', ANY)}`,
    );
    await button(page, english.calls.player.play).click();
    await until(page, '!paused && currentTime > 120.5 && currentTime < 130');
  },
);

inBrowser(
  'the page goes along with the speech until its reader goes elsewhere',
  nora,
  `${DEMO_FIRST_CALL}#t=100`,
  async ({ page }) => {
    await ready(page);
    await button(page, english.calls.player.play).click();
    await button(page, english.calls.player.pause).waitFor();
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, -4000);
    await page.getByRole('button', { name: english.calls.player.back }).click();
    await page.getByRole('button', { name: english.calls.player.back }).waitFor({ state: 'detached' });
    // However quickly it is said: in some frame the spoken word stands where it can be read.
    await until(
      page,
      `[...document.querySelectorAll('[data-now]')].some((word) => {
        const { top, bottom } = word.getBoundingClientRect();
        return top >= 150 && bottom <= innerHeight * 0.78;
      })`,
    );
  },
);

inBrowser('a silence is skipped up to where somebody speaks again', nora, `/calls/${quiet.uuid}`, async ({ page }) => {
  await ready(page);
  await button(page, english.calls.player.skip_silence).click();
  await page.keyboard.press('k');
  await until(page, 'currentTime > 49.6');
  await page.locator('[data-now]', { hasText: 'Goodbye.' }).waitFor();
});

inBrowser('a voice is heard by one key before somebody says whose it is', asked, FLORIST, async ({ page }) => {
  await ready(page);
  await page
    .getByRole('group', { name: english.calls.who_is_this })
    .first()
    .getByRole('button', { name: english.calls.player.hear_clips(3) })
    .waitFor();
  await page.keyboard.press('h');
  await until(page, '!paused && currentTime > 0');
  await page
    .getByRole('status')
    .filter({ hasText: english.calls.player.clip_of(1, 3) })
    .waitFor();
  const field = page.getByRole('combobox', { name: english.calls.name });
  await page.keyboard.press('n');
  await field.waitFor();
  await until(page, '!paused');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: english.calls.correction }).waitFor();
  await until(page, 'paused');
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await until(page, '!paused');
  await page.keyboard.press('1');
  await page.getByText(english.calls.speakers_to_name(1)).waitFor();
  await until(page, 'paused');
  assert.equal(await page.getByText(like`^${english.calls.player.clip_of(ANY_COUNT, ANY_COUNT)}$`).count(), 0);
});

inBrowser('a call without sound is read, and its recording can be added', nora, SILENT, async ({ page }) => {
  await page.getByText(english.calls.player.missing).waitFor();
  await page.getByLabel(english.recordings.add).waitFor();
  await page.getByRole('article').first().waitFor();
  await assertAccessible(page, 'a call without sound');
});

inBrowser(
  'without a connection the words stay, and the sound comes when it is tried again',
  nora,
  DEMO_FIRST_CALL,
  async ({ page }) => {
    await ready(page);
    await page.keyboard.press('u');
    await page.getByRole('group', { name: english.calls.who_is_this }).first().waitFor();
    // What comes after the words is there, too.
    await page.waitForLoadState('networkidle');
    await page.context().setOffline(true);
    await button(page, english.calls.player.play).click();
    await page.getByRole('alert').filter({ hasText: english.calls.player.failed }).waitFor();
    for (const key of ['u', '1']) await page.keyboard.press(key);
    const bar = page.getByRole('toolbar');
    await bar.getByRole('button', { name: english.calls.save_again }).waitFor();
    await assertAccessible(page, 'a recording that cannot be reached, and a change that cannot be saved');
    await page.evaluate('scrollTo(0, 400)');
    const edges = async (part: Locator) => (await part.boundingBox()) ?? assert.fail('it is not there');
    const [above, below] = [await edges(bar), await edges(player(page))];
    assert.ok(below.y >= above.y + above.height - 1);
    const rail = await edges(page.getByRole('complementary', { name: english.calls.facts.title }));
    assert.ok(rail.y >= below.y + below.height - 1);
    await page.context().setOffline(false);
    await player(page).getByRole('button', { name: english.calls.player.again }).click();
    await until(page, '!paused && currentTime > 0.1');
  },
  { unaware: true },
);

inBrowser(
  'a waveform that cannot be drawn is a plain line that seeks all the same',
  nora,
  FLORIST,
  async ({ page }) => {
    await page.route('**/recording/peaks', (route) =>
      route.fulfill({
        status: 409,
        contentType: 'application/json',
        body: '{"status_code":409,"message":"no waveform"}',
      }),
    );
    await page.reload();
    await ready(page);
    await player(page).getByText(english.calls.player.no_waveform).waitFor({ state: 'attached' });
    await slider(page).focus();
    await page.keyboard.press('ArrowRight');
    await until(page, 'currentTime === 5');
  },
);

inBrowser(
  'the player can be used by everybody, wide, narrow and in the dark',
  nora,
  `${DEMO_FIRST_CALL}#t=30`,
  async ({ page }) => {
    await ready(page);
    await button(page, english.calls.player.play).click();
    await until(page, 'currentTime > 30.5');
    await page.keyboard.press('k');
    await assertAccessible(page, 'player');
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertAccessible(page, 'player, dark');
    await page.setViewportSize({ width: 390, height: 844 });
    await assertAccessible(page, 'player, narrow');
    await page.getByRole('article').last().scrollIntoViewIfNeeded();
    const box = await player(page).boundingBox();
    assert.equal(box?.y, 0);
  },
);
