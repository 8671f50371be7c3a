import assert from 'node:assert/strict';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { wav } from '../support/recordings.ts';
import { assembly, SPEAKERS, WATCH } from './assembly.ts';
import { openBrowser } from './browser.ts';

const minute = () => new Uint8Array(wav(Buffer.alloc(480_000, 128), { tag: 1, channels: 1, bits: 8 }));

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('member');
const { data: funeral } = await nora.client.cases.create({ body: { last_name: 'Long' } });
const transcript = { source: 'deepgram' as const, words: assembly() };
const { data: call } = await nora.client.calls.create({
  body: { case_uuid: funeral.uuid, transcript, duration: 14_400 },
});
const path = `/calls/${call.uuid}`;

inBrowser(
  'four hours of 40,000 words and 200 voices scroll without a blank frame, to the last word',
  nora,
  path,
  async ({ page }) => {
    await page.getByRole('article').first().waitFor();
    await page.mouse.move(500, 500);
    await page.mouse.wheel(0, 600);
    await page.getByText('word100', { exact: true }).waitFor();
    await page.evaluate(WATCH);
    for (let n = 0; n < 60; n++) await page.mouse.wheel(0, 700);
    while ((await page.evaluate<number>('scrollY')) < 35_000) await page.mouse.wheel(0, 700);
    assert.deepEqual(await page.evaluate('blank'), []);
    assert.ok((await page.evaluate<number>('frames_seen')) > 20);
    const articles = await page.getByRole('article').count();
    assert.ok(articles < 80, `${articles} turns are in the page at once`);
    // What is drawn on the way may be longer than was thought, and the end farther off.
    const last = page.getByRole('article', { name: /3:59:/ }).last();
    while (!(await last.isVisible())) await page.keyboard.press('End');
  },
);

const DRAWN = `
  window.drawn = 0;
  new MutationObserver((changes) => { window.drawn += changes.length; }).observe(
    document.querySelector('[role=feed]'), { childList: true, characterData: true, subtree: true });
`;
const LIT = `new Promise((resolve) => {
  const lit = new Set();
  const look = () => {
    for (const word of document.querySelectorAll('[data-now]')) lit.add(word.textContent);
    if (lit.size >= 5) resolve([...lit]); else requestAnimationFrame(look);
  };
  look();
})`;
inBrowser(
  'while somebody speaks in a long call, words light up and no turn is drawn again',
  nora,
  path,
  async ({ page }) => {
    await nora.client.recordings.upload({ call_uuid: call.uuid, body: minute() });
    await page.reload();
    await page.getByRole('button', { name: english.calls.player.play, exact: true }).click();
    await page.getByRole('button', { name: english.calls.player.pause, exact: true }).waitFor();
    await page.evaluate(DRAWN);
    const lit = await page.evaluate<string[]>(LIT);
    assert.ok(lit.every((word) => /^word\d+$|^done\.$/.test(word)));
    assert.equal(await page.evaluate('drawn'), 0);
  },
);

inBrowser('a second near the end of a long call is opened', nora, `${path}#t=14390`, async ({ page }) => {
  await page.getByRole('article', { name: /3:59:/ }).first().waitFor();
});

inBrowser('a word at the end of a long call is found from its beginning', nora, path, async ({ page }) => {
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('f');
  await page.keyboard.type('word39990');
  await page.getByText('word39990', { exact: true }).waitFor();
});

inBrowser(
  'of two hundred voices the ones that speak most are shown first, and all when asked',
  nora,
  path,
  async ({ page }) => {
    const rail = page.getByRole('complementary', { name: english.calls.facts.title });
    await rail.getByRole('button', { name: english.calls.show_all(200) }).click();
    assert.equal(await rail.getByRole('listitem').count(), SPEAKERS);
  },
);
