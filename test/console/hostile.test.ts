import assert from 'node:assert/strict';
import type { Transcript } from '@pharos/contract/transcripts.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';

const OUTSIDE = 'https://outside.example/stolen';
const HOSTILE = [
  `<script>alert(1)</script>`,
  `<img src=${OUTSIDE} onerror=alert(2)>`,
  `"><svg onload=alert(3)>`,
  `javascript:alert(4)`,
  `{{constructor.constructor('alert(5)')()}}`,
  `<style>@import '${OUTSIDE}'</style>`,
  `__proto__`,
  `\u202Eright to left\u202C`,
  `${'Ω'.repeat(120)}`,
];
const all = HOSTILE.join(' ');

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('member');

const words = HOSTILE.map((text, index) => ({
  text,
  start_ms: index * 1000,
  end_ms: index * 1000 + 500,
  confidence: 0.5,
  speaker: text === '__proto__' ? null : text,
}));
const transcript: Transcript = { source: 'manual', words };
const { data: funeral } = await nora.client.cases.create({
  body: { first_name: HOSTILE[0], last_name: HOSTILE[1], external_id: HOSTILE[2], summary: all },
});
const speaker_labels = Object.fromEntries(HOSTILE.slice(0, 4).map((text) => [text, text]));
const { data: call } = await nora.client.calls.create({
  body: {
    case_uuid: funeral.uuid,
    file_name: all,
    file_format: HOSTILE[0],
    file_path: OUTSIDE,
    provider_metadata: { [all]: all },
    speaker_labels: { ...speaker_labels, [HOSTILE[4] as string]: { name: HOSTILE[1], [all]: all } },
    transcript,
  },
});

inBrowser(
  'hostile words, names and labels are text on the page of a call',
  nora,
  `/calls/${call.uuid}`,
  async ({ page }) => {
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '<script>alert(1)</script>' }).waitFor();
    const turns = page.getByRole('article');
    await turns.first().waitFor();
    assert.equal(await turns.count(), HOSTILE.length);
    assert.equal(((await turns.nth(1).textContent()) ?? '').includes(HOSTILE[1] as string), true);
    await page.keyboard.press('/');
    await page.keyboard.type('<img src=');
    await page.keyboard.press('Escape');
    for (const key of ['d', 'e']) await page.keyboard.press(key);
    await page.getByRole('textbox', { name: /Correct/ }).fill(`${HOSTILE[0]} ${HOSTILE[1]}`);
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    for (const key of ['u', 'n']) await page.keyboard.press(key);
    await page.getByRole('combobox', { name: 'Name' }).waitFor();
    await page.keyboard.type(HOSTILE[1] as string);
    await page.keyboard.press('Enter');
    await page
      .getByRole('complementary')
      .getByRole('button', { name: HOSTILE[1] as string })
      .first()
      .waitFor();
  },
);

inBrowser('hostile names are text on the pages of the day, of the cases and of a case', nora, '/', async ({ page }) => {
  await page
    .getByRole('link', { name: /alert\(1\)/ })
    .first()
    .waitFor();
  await page.goto('/cases');
  await page.getByRole('link', { name: /alert\(1\)/ }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'onerror=alert(2)' }).waitFor();
  await page.getByRole('button', { name: /^Change: Notes/ }).click();
  await page.getByLabel('Notes').fill(all);
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(HOSTILE[5] as string)
    .first()
    .waitFor();
});

for (const address of [
  `/cases?q=${encodeURIComponent(all)}`,
  `/cases/${encodeURIComponent('<img src=x onerror=alert(6)>')}`,
  '/calls/..%2F..%2Fdocs',
  `/sign-in?to=${encodeURIComponent('javascript:alert(7)')}`,
  `/sign-in?to=${encodeURIComponent('//outside.example')}`,
  `/welcome#token=${encodeURIComponent(all)}`,
]) {
  inBrowser(`a hostile address does nothing: ${address.slice(0, 40)}`, nora, address, async ({ page }) => {
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
}
