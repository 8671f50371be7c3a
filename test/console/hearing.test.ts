import assert from 'node:assert/strict';
import type { Word } from '@pharos/contract/transcripts.ts';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { ffmpegMissing, wav } from '../support/recordings.ts';
import { openBrowser } from './browser.ts';
import { assertAccessible } from './looks.ts';
import { button, lit, player, ready, said, seconds, slider, until } from './sounding.ts';
import { ANY, ANY_COUNT, like } from './wording.ts';

const pharos = await openPharos();
const { open, inBrowser } = openBrowser(pharos);
const nora = await pharos.person('admin');
const { data: funeral } = await nora.client.cases.create({ body: { last_name: 'Hollis' } });

const word = (text: string, seconds: number, speaker = 'A', lasts = 0.4): Word => {
  return { text, start_ms: seconds * 1000, end_ms: (seconds + lasts) * 1000, confidence: 0.9, speaker };
};
const add = async (words: Word[], sound: Buffer | null, more = {}) => {
  const body = { case_uuid: funeral.uuid, transcript: { source: 'manual' as const, words }, ...more };
  const { data: call } = await nora.client.calls.create({ body });
  if (sound) await nora.client.recordings.upload({ call_uuid: call.uuid, body: new Uint8Array(sound) });
  return { call_uuid: call.uuid, path: `/calls/${call.uuid}` };
};
/** Sets the page's clock ahead by milliseconds. */
const later = (page: Page, ms: number) =>
  page.evaluate(`{ const now = performance.now.bind(performance); performance.now = () => now() + ${ms}; }`);

const talk = await add(
  [word('Hello.', 0.2), word('Good', 8, 'B'), word('morning.', 8.5, 'B'), word('Margaret?', 20), word('Yes.', 30, 'B')],
  seconds(40),
  { file_name: 'Morning.wav' },
);
const shorter = await add([word('First.', 1), word('Last.', 50)], seconds(20));
const longer = await add([word('First.', 1), word('Last.', 3)], seconds(60));
const recess = await add([word('adjourned', 1, 'A', 266), word('Again.', 280)], seconds(290));
const removed = await add([word('Hello.', 1)], seconds(10));
const telephone = await add([word('Hello.', 1)], wav(Buffer.alloc(65 * 500), { tag: 0x31, channels: 1, bits: 0 }));
/** Samples of 64 bits, for which Chromium has no decoder. */
const doubles = wav(Buffer.alloc(8 * 8000 * 2), { tag: 3, channels: 1, bits: 64 });
const unknown = await add([word('Hello.', 1)], doubles);
const dialogue = Array.from({ length: 300 }, (_, n) => word(`word${n}`, n * 2, Math.floor(n / 12) % 2 ? 'B' : 'A'));
const ten_minutes = await add(dialogue, seconds(600));

inBrowser('the keys of a headphone play, pause, and go by turns', nora, talk.path, async ({ page }) => {
  await page.addInitScript(`
    window.media = {};
    const { setActionHandler, setPositionState } = MediaSession.prototype;
    MediaSession.prototype.setActionHandler = function (name, run) {
      media[name] = run;
      return setActionHandler.call(this, name, run);
    };
    MediaSession.prototype.setPositionState = function (position) {
      media.position = position;
      return setPositionState.call(this, position);
    };
  `);
  await page.reload();
  await ready(page);
  const key = (name: string, details = {}) => page.evaluate(`media.${name}(${JSON.stringify(details)})`);
  await key('play');
  await until(page, '!paused && currentTime > 0');
  await key('play');
  await until(page, '!paused');
  assert.equal(await page.evaluate('navigator.mediaSession.metadata.title'), 'Morning');
  await key('seekforward');
  await until(page, 'currentTime > 5');
  await key('seekforward', { seekOffset: 10 });
  await until(page, 'currentTime > 15');
  await key('pause');
  await key('seekto', { seekTime: 15 });
  await key('previoustrack');
  await until(page, '!paused && went.at(-1) === 8');
  await key('pause');
  await key('seekto', { seekTime: 9 });
  await key('previoustrack');
  await until(page, '!paused && went.at(-1) === 0.2');
  await key('pause');
  await key('seekto', { seekTime: 15 });
  await key('nexttrack');
  await until(page, '!paused && went.at(-1) === 20');
  await key('pause');
  await key('seekto', { seekTime: 15 });
  await key('seekbackward', { seekOffset: 12 });
  await until(page, 'paused && currentTime === 3');
  await key('play');
  await until(page, '!paused');
  await player(page).getByRole('combobox', { name: english.calls.player.speed }).selectOption('1.5');
  await key('pause');
  await until(page, 'paused');
  await button(page, english.calls.player.play).waitFor();
  await key('pause');
  await key('seekto', { seekTime: 31 });
  await until(page, 'paused && currentTime === 31');
  assert.deepEqual(await page.evaluate('media.position'), { duration: 40, position: 31, playbackRate: 1.5 });
  assert.equal(await page.evaluate('navigator.mediaSession.playbackState'), 'paused');
});

inBrowser('one listens at every speed that is offered', nora, talk.path, async ({ page }) => {
  await ready(page);
  const speed = player(page).getByRole('combobox', { name: english.calls.player.speed });
  await button(page, english.calls.player.play).click();
  const offered = await speed.getByRole('option').allTextContents();
  const rates = [0.8, 1, 1.2, 1.5, 1.75, 2];
  assert.deepEqual(offered, rates.map(english.calls.player.times));
  for (const rate of rates) {
    await speed.selectOption(english.calls.player.times(rate));
    await until(page, `!paused && playbackRate === ${rate}`);
  }
});

inBrowser('who goes on after a pause hears the last second again', nora, talk.path, async ({ page }) => {
  await ready(page);
  await said(page, 'morning.').click();
  await until(page, '!paused && currentTime > 9');
  await page.keyboard.press('k');
  await button(page, english.calls.player.play).waitFor();
  const before = await page.evaluate<number>("document.querySelector('audio').currentTime");
  await later(page, 5000);
  await page.keyboard.press('k');
  await until(page, '!paused');
  assert.ok(Math.abs((await page.evaluate<number>('went.at(-1)')) - (before - 1)) < 0.001);
});

inBrowser('after the end, play begins at the beginning', nora, talk.path, async ({ page }) => {
  await ready(page);
  await button(page, english.calls.player.play).click();
  await until(page, '!paused && currentTime > 0');
  await slider(page).focus();
  await page.keyboard.press('End');
  await until(page, 'ended');
  await button(page, english.calls.player.play).waitFor();
  await page.keyboard.press('l');
  assert.equal(await slider(page).getAttribute('aria-valuetext'), english.calls.player.at('00:40', '00:40'));
  await page.keyboard.press('j');
  await until(page, 'currentTime === 35');
  await page.keyboard.press('End');
  await later(page, 5000);
  await page.keyboard.press('Space');
  await until(page, '!paused && currentTime < 30');
});

inBrowser('a key that is held down plays once, and names one voice', nora, talk.path, async ({ page }) => {
  await ready(page);
  for (let n = 0; n < 4; n++) await page.keyboard.down('Space');
  await page.keyboard.up('Space');
  await until(page, '!paused && currentTime > 0');
  await page.keyboard.press('u');
  for (let n = 0; n < 4; n++) await page.keyboard.down('1');
  await page.keyboard.up('1');
  await page.getByText(english.calls.speakers_to_name(1)).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText(english.calls.speakers_to_name(2)).waitFor();
});

inBrowser('the address of a moment is copied from where it was clicked', nora, talk.path, async ({ page }) => {
  await ready(page);
  await page.getByRole('link', { name: english.calls.from_time('00:20') }).click();
  await until(page, '!paused && currentTime > 20');
  assert.ok(page.url().endsWith('#t=20'));
  const other = await open(nora, page.url());
  await ready(other.page);
  assert.match(
    (await slider(other.page).getAttribute('aria-valuetext')) ?? '',
    like`^${english.calls.player.at('00:20', ANY)}`,
  );
  await lit(other.page, 'Margaret?');
  await other.page.context().close();
});

inBrowser('what was said after the end of a recording is read, and not heard', nora, shorter.path, async ({ page }) => {
  const ends = page.getByRole('status').filter({ hasText: english.calls.player.beyond('00:20') });
  await ready(page);
  await said(page, 'Last.').click();
  await ends.waitFor();
  await until(page, 'paused');
  await lit(page, 'Last.');
  await assertAccessible(page, 'a word after the end of the recording');
  await said(page, 'First.').click();
  await ends.waitFor({ state: 'detached' });
  await until(page, '!paused && went.at(-1) === 1');
  await said(page, 'Last.').click();
  await ends.waitFor();
  await until(page, 'paused');
  await page.keyboard.press('Space');
  await until(page, '!paused && went.at(-1) === 0');
  await ends.waitFor({ state: 'detached' });
});

inBrowser('a recording goes on after its last word', nora, `${longer.path}#t=59`, async ({ page }) => {
  await ready(page);
  await button(page, english.calls.player.play).click();
  await until(page, 'ended');
  await button(page, english.calls.player.play).waitFor();
  assert.equal(await slider(page).getAttribute('aria-valuetext'), english.calls.player.at('01:00', '01:00'));
  assert.equal(await page.locator('[data-now]').count(), 0);
});

inBrowser(
  'a word of 266 seconds is lit for three, and skipped as a silence',
  nora,
  `${recess.path}#t=3.9`,
  async ({ page }) => {
    await ready(page);
    await lit(page, 'adjourned');
    await page.evaluate("location.hash = '#t=100'");
    await page.locator('[data-now]').waitFor({ state: 'detached' });
    await button(page, english.calls.player.skip_silence).click();
    await button(page, english.calls.player.play).click();
    await until(page, '!paused && went.at(-1) === 279.7');
  },
);

inBrowser(
  'a recording that was taken away meanwhile leaves the words',
  nora,
  removed.path,
  async ({ page }) => {
    await ready(page);
    await nora.client.recordings.remove({ call_uuid: removed.call_uuid });
    await button(page, english.calls.player.play).click();
    await page.getByText(english.calls.player.missing).waitFor();
    await page.getByLabel(english.recordings.add).waitFor();
    await said(page, 'Hello.').click();
    await lit(page, 'Hello.');
    for (const key of ['Space', 'k', 'j', 'l', 'h']) await page.keyboard.press(key);
    await lit(page, 'Hello.');
  },
  { unaware: true },
);

inBrowser('a recording that the browser cannot play can be saved', nora, unknown.path, async ({ page }) => {
  await ready(page);
  await button(page, english.calls.player.play).click();
  const alert = page.getByRole('alert').filter({ hasText: english.calls.player.kind });
  await alert.waitFor();
  await assertAccessible(page, 'a recording that this browser cannot play');
  const link = await alert.getByRole('link', { name: english.calls.player.save }).getAttribute('href');
  assert.deepEqual(await (await page.request.get(link ?? '')).body(), doubles);
});

if (!ffmpegMissing) {
  inBrowser('a recording of a telephone system is heard', nora, telephone.path, async ({ page }) => {
    await ready(page);
    await button(page, english.calls.player.play).click();
    await until(page, '!paused && currentTime > 0');
  });
}

inBrowser(
  'who was signed out goes on from the same second once they are in again',
  nora,
  `${talk.path}#t=20`,
  async ({ page }) => {
    await page.route(/\/recording(\?|$)/, (route) =>
      route.fulfill({ status: 401, contentType: 'application/json', body: '{"status_code":401,"message":"no"}' }),
    );
    await ready(page);
    await button(page, english.calls.player.play).click();
    const alert = player(page).getByRole('alert');
    await alert.getByRole('link', { name: english.refusals.unauthenticated }).waitFor();
    await assertAccessible(page, 'a recording after signing out');
    await page.unroute(/\/recording(\?|$)/);
    // The button of the player does the same as the one beside the reason.
    await button(page, english.calls.player.play).click();
    await until(page, '!paused && went.at(-1) >= 18 && went.at(-1) <= 20');
    await alert.waitFor({ state: 'detached' });
  },
);

inBrowser('two voices of ten minutes are heard and named in 15 keys', nora, ten_minutes.path, async ({ page }) => {
  await page
    .getByRole('group', { name: english.calls.who_is_this })
    .first()
    .getByRole('button', { name: like`${english.calls.player.hear_clips(ANY_COUNT)}` })
    .waitFor();
  let presses = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    presses += keys.length;
  };
  await press('h');
  await until(page, '!paused && currentTime > 0');
  await press('n');
  await page.getByRole('combobox', { name: english.calls.name }).waitFor();
  await press(...'Bridget', 'Enter');
  await page.getByText(english.calls.speakers_to_name(1)).waitFor();
  await press('h');
  await until(page, '!paused && currentTime > 23');
  await press('2');
  await page.getByText(english.calls.all_named).waitFor();
  await page
    .getByRole('status')
    .filter({ hasText: like`^${english.calls.saved}$` })
    .waitFor();
  const { speaker_labels } = (await nora.client.calls.get({ call_uuid: ten_minutes.call_uuid })).data;
  assert.deepEqual(Object.keys(speaker_labels), ['A', 'B']);
  assert.ok(presses <= 15, `${presses} keys`);
});
