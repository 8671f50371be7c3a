import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { beep } from '../support/requests.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, FLORIST, openInventedHome } from './invented-home.ts';
import { assertLooks } from './looks.ts';
import { press } from './on-a-call.ts';
import { like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const { today, calls } = english;

const open = async () => {
  const nora = await pharos.person('member');
  return { nora, home: await openInventedHome(nora, 1) };
};
const needs = (page: Page) => page.getByRole('region', { name: like`^${today.needs}` });
const uuidOf = (path: string) => path.split('/').at(-1) as string;

const named = await open();
const strange = await open();
const { data: unknown } = await strange.nora.client.cases.create({ body: { identified: false } });
const { data: caller } = await strange.nora.client.calls.create({
  body: {
    case_uuid: unknown.uuid,
    from: '(212) 555-0123',
    direction: 'incoming',
    started_at: new Date().toISOString(),
  },
});
const week = await open();
const [dated = ''] = week.home.cases;
await week.nora.client.cases.update({
  case_uuid: dated,
  body: { date_of_service: new Date(Date.now() + 2 * 86_400_000).toLocaleDateString('sv') },
});
const dropped = await open();
await dropped.nora.client.recordings.upload({ call_uuid: uuidOf(dropped.home.path(FLORIST)), body: beep() });

inBrowser(
  'speakers are named in the cards by keys, and the last answer is taken back',
  named.nora,
  '/',
  async ({ page }) => {
    const labels = async (file: string) =>
      (await named.nora.client.calls.get({ call_uuid: uuidOf(named.home.path(file)) })).data;
    const question = needs(page).getByText(calls.who_is_this);
    await question.waitFor();
    await needs(page).getByText('“Hollow Lane Flowers, this is Bridget.”').first().waitFor();
    await assertLooks(page, 'Today with calls that need somebody');
    await page.getByText(today.calls_that_need(2, false)).waitFor();
    await press(page, 'j', 'n');
    await page.getByRole('combobox', { name: calls.name }).fill('Bridget, florist');
    await page.keyboard.press('Enter');
    await page.getByText(today.named('Bridget, florist')).waitFor();
    await needs(page).getByText('“Hello Bridget, it is Theo from Evergreen.”').first().waitFor();
    assert.deepEqual((await labels(FLORIST)).speaker_labels, { A: 'Bridget, florist' });
    await page.getByText(calls.who_is_this).waitFor();
    const offered = (await needs(page).locator('[data-key="1"]').textContent()) ?? '';
    await press(page, '1');
    await page.getByText(today.named(offered.replace(/^1\s*/, ''))).waitFor();
    await needs(page)
      .getByRole('link', { name: /Florist/ })
      .waitFor({ state: 'detached' });
    assert.equal((await labels(FLORIST)).is_fully_labelled, true);
    await press(page, 'z');
    await needs(page)
      .getByRole('link', { name: /Florist/ })
      .waitFor();
    const after = await labels(FLORIST);
    assert.deepEqual([after.speaker_labels, after.is_fully_labelled], [{ A: 'Bridget, florist' }, false]);
    assert.equal((await labels(FIRST_CALL)).is_fully_labelled, false);
  },
);

inBrowser('a call without a case is given to one in its card', strange.nora, '/', async ({ page }) => {
  const caseNow = async () => (await strange.nora.client.calls.get({ call_uuid: caller.uuid })).data.case_uuid;
  await needs(page).getByRole('heading', { name: calls.whose.title }).waitFor();
  await needs(page).getByText(today.no_case).waitFor();
  await needs(page).getByRole('searchbox', { name: calls.whose.find }).fill('lindqvist');
  await needs(page)
    .getByRole('button', { name: /^Edith Lindqvist/ })
    .click();
  await page.getByText(today.moved('Edith Lindqvist')).waitFor();
  await needs(page).getByText(today.no_case).waitFor({ state: 'detached' });
  assert.notEqual(await caseNow(), unknown.uuid);
  await needs(page).getByRole('button', { name: calls.undo }).click();
  await needs(page).getByText(today.no_case).waitFor();
  assert.equal(await caseNow(), unknown.uuid);
});

inBrowser('the services of the week are a strip, and the sentence counts them', week.nora, '/', async ({ page }) => {
  await page.getByRole('region', { name: today.week }).getByRole('link', { name: 'Margaret Hollis' }).waitFor();
  await page.getByRole('link', { name: new RegExp(today.services_this_week(1), 'i') }).waitFor();
  await assertLooks(page, 'Today with a service this week');
});

/** Drops a recording on the page; the code is text, as these are names of the browser. */
const drop = (page: Page, name: string) =>
  page.evaluate(`{
    const bytes = Uint8Array.from(atob('${Buffer.from(beep()).toString('base64')}'), (one) => one.charCodeAt(0));
    const files = new DataTransfer();
    files.items.add(new File([bytes], '${name}', { type: 'audio/wav' }));
    for (const kind of ['dragover', 'drop'])
      document.dispatchEvent(new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }));
  }`);

inBrowser(
  'a recording that is dropped on Today asks whose call it is, by key, or waits to be asked',
  dropped.nora,
  '/',
  async ({ page }) => {
    await needs(page).waitFor();
    await drop(page, 'Voice memo.wav');
    const sheet = page.getByRole('dialog', { name: today.drop.title(1) });
    await sheet.getByRole('button', { name: /^Edith Lindqvist/ }).waitFor();
    await assertLooks(page, 'a recording that was dropped on Today');
    const first =
      (await sheet.getByRole('list', { name: today.drop.newest }).getByRole('button').first().textContent()) ?? '';
    await press(page, '1');
    await sheet.waitFor({ state: 'detached' });
    await page.getByRole('list', { name: english.recordings.uploads }).getByText(english.recordings.done).waitFor();
    const { data } = await dropped.nora.client.calls.list({ has_recording: true, has_transcript: false });
    const { case_uuid } = data.items.find(({ file_name }) => file_name === 'Voice memo.wav') ?? assert.fail('no call');
    const found = (await dropped.nora.client.cases.get({ case_uuid })).data.case;
    assert.ok(first.includes(String(found.last_name)));
    await needs(page).getByText(english.speech.not_set_up).waitFor();
    await drop(page, 'Another memo.wav');
    await sheet.getByRole('button', { name: today.drop.later }).click();
    await needs(page).getByText(today.no_case).waitFor();
  },
);
