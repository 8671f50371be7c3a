import assert from 'node:assert/strict';
import type { Word } from '@pharos/contract/transcripts.ts';
import type { Page } from 'playwright-core';
import { openGone } from '../support/ageing.ts';
import { openPharos } from '../support/pharos.ts';
import { assertAccessible, openBrowser } from './browser.ts';
import { FIRST_CALL, openInventedHome } from './invented-home.ts';
import { printedPages } from './printed.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await pharos.person('admin');
const { client } = admin;
await client.organizations.patch({
  organization_uuid: admin.actor.organization_uuid,
  body: { name: 'Evergreen Funeral Home' },
});
const home = await openInventedHome(admin);
const [hollis = ''] = home.cases;

const TURNS = 2000;
const VOICES = 3;

/** An hour and a half of three voices, in turns of 1 to 6 words, each of which is said once. */
const talk: Word[] = Array.from({ length: TURNS }, (_, turn) =>
  Array.from({ length: 1 + ((turn * 7) % 6) }, (_, n) => ({
    text: `w${turn}x${n}`,
    start_ms: turn * 2700 + n * 200,
    end_ms: turn * 2700 + n * 200 + 150,
    confidence: turn % 100 === 50 && n === 0 ? 0.3 : 0.95,
    speaker: String(turn % VOICES),
  })),
).flat();
const { data: long } = await client.calls.create({
  body: {
    case_uuid: hollis,
    file_name: 'The whole family.mp3',
    duration: 5400,
    speaker_labels: { '0': 'Nora Ellery, director', '1': 'יעל כהן' },
    transcript: { source: 'deepgram', words: talk },
  },
});

const CONTROLS =
  /Skip to|Sign out|Settings|All keys|Undo|Redo|Export|Find in this call|Who is this|Drop recordings|Place a hold|Show more|Change:|Print\b/;
const assertOnlyWords = (sheets: string[]) => {
  for (const sheet of sheets) assert.doesNotMatch(sheet, CONTROLS);
};
const ready = (page: Page) => page.getByRole('article').first().waitFor();
const named = (page: Page, person: string) => page.getByRole('link', { name: person, exact: true }).waitFor();
/** As the browser does when it is asked to print: it takes the page once the listeners are done. */
const PRINT = `window.print = () => {
  dispatchEvent(new Event('beforeprint'));
  window.taken = document.querySelectorAll('body > main time').length;
  dispatchEvent(new Event('afterprint'));
}`;
/** Letters that take their time to come. */
const LETTERS = `{
  const waiting = [];
  document.fonts.load = () => new Promise((come) => waiting.push(come));
  window.let_come = () => waiting.forEach((come) => come());
}`;

inBrowser(
  'every turn of a long call is on paper, in order, whatever was on the screen',
  admin,
  `/calls/${long.uuid}#t=3600`,
  async ({ page }) => {
    await ready(page);
    await named(page, 'Margaret Hollis');
    const before = await page.evaluate<number>('scrollY');
    const sheets = await printedPages(page);
    const text = sheets.join(' ');
    assert.deepEqual(
      text.match(/\bw\d+x\d+\b/g),
      talk.map((word) => word.text),
    );
    assert.match(text, /Nora Ellery 00:00:00 w0x0 .* Voice C 00:00:05 w2x0/);
    assert.match(text, /Nora Ellery 01:29:5\d w1998x0/);
    assert.ok(sheets.length > 60 && sheets.length < 110, `${sheets.length} sheets`);
    sheets.forEach((sheet, index) => {
      assert.ok(sheet.includes(`${index + 1} / ${sheets.length}`));
      assert.ok(sheet.includes('Evergreen Funeral Home'));
    });
    assert.ok(sheets[1]?.includes('The whole family – Margaret Hollis · T-0412'));
    assertOnlyWords(sheets);
    assert.equal(await page.evaluate('scrollY'), before);
    assert.equal(await page.getByText('End of the call').count(), 0);
    await ready(page);
  },
  { dark: true },
);

inBrowser(
  'the first sheet says whose paper it is, whom the call is about, who speaks and what is doubtful, and the last where it ends',
  admin,
  home.path(FIRST_CALL),
  async ({ page }) => {
    await ready(page);
    await named(page, 'Margaret Hollis');
    const sheets = await printedPages(page, 'A4');
    const [first = ''] = sheets;
    const facts = [
      /Evergreen Funeral Home First call from the family Margaret Hollis · T-0412 On record since \w+ \d+, \d{4} at \d+:\d\d [AP]M C[SD]T/,
      /Length 10 min Transcript Deepgram Speakers Nora Ellery, director Anna Hollis, daughter Voice C – no name yet/,
      /Doubtful 3 words, underlined with dots.* Nora Ellery 00:00 Evergreen Funeral Home, good morning\./,
    ];
    for (const fact of facts) assert.match(first, fact);
    assert.ok(sheets.at(-1)?.includes(`End of the call Call ${home.call(FIRST_CALL)} Printed `));
  },
);

inBrowser(
  'the papers of a Spanish reader are in Spanish',
  admin,
  home.path(FIRST_CALL),
  async ({ page }) => {
    await ready(page);
    const [first = ''] = await printedPages(page, 'A4');
    assert.match(first, /Registrada desde \d+ de \p{L}+ de \d{4}/u);
    assert.match(first, /Quién habla Nora Ellery, director Anna Hollis, daughter Voz C – aún sin nombre/);
  },
  { locale: 'es-ES' },
);

inBrowser(
  'the print button waits for the letters, says so, and has the whole call in the page when it prints',
  admin,
  `/calls/${long.uuid}`,
  async ({ page }) => {
    await ready(page);
    await page.evaluate(PRINT);
    await page.evaluate(LETTERS);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'Preparing the pages' }).waitFor();
    await assertAccessible(page, 'a call that is about to be printed');
    await page.evaluate('let_come()');
    await page.waitForFunction('window.taken !== undefined');
    assert.equal(await page.evaluate('taken'), TURNS);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.equal(await page.getByText('End of the call').count(), 0);
  },
);

inBrowser(
  'what is not saved yet is printed as it is on the page, and the paper says so',
  admin,
  home.path(FIRST_CALL),
  async ({ page }) => {
    await ready(page);
    await page.route('**/v1/calls/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    for (const key of ['u', 'n']) await page.keyboard.press(key);
    await page.getByRole('combobox', { name: 'Name' }).waitFor();
    await page.keyboard.type('Aunt June');
    await page.keyboard.press('Enter');
    await page.getByText('Your last change is not saved yet.').waitFor();
    const [first = ''] = await printedPages(page);
    assert.match(first, /Aunt June .*Printed with changes that are not saved yet\./);
  },
);

inBrowser(
  'paper is white and says to everybody what it says to the eye',
  admin,
  home.path(FIRST_CALL),
  async ({ page }) => {
    await ready(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.getByRole('heading', { level: 1, name: 'First call from the family' }).waitFor();
    assert.equal(await page.getByRole('feed').count(), 0);
    assert.equal(await page.getByRole('button').count(), 0);
    assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(255, 255, 255)');
    await assertAccessible(page, 'a call on paper');
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await ready(page);
    assert.equal(await page.getByText('End of the call').count(), 0);
  },
  { dark: true },
);

inBrowser(
  'a case on paper has its facts and its calls, and nothing to fill in',
  admin,
  `/cases/${hollis}`,
  async ({ page }) => {
    await page.getByText('This case is not held.').waitFor();
    const sheets = await printedPages(page);
    const text = sheets.join(' ');
    assert.match(text, /Evergreen Funeral Home Margaret Hollis March 12, 1941 – November 17, 2026/);
    assert.match(text, /Case number T-0412 .*Notes No lilies\. .*Calls .*First call from the family/);
    assertOnlyWords(sheets);
    await page.emulateMedia({ media: 'print' });
    await assertAccessible(page, 'a case on paper');
  },
);

inBrowser(
  'a history and the audit are on paper, and a list that goes on says so',
  admin,
  `${home.path(FIRST_CALL)}/history`,
  async ({ page }) => {
    await page.getByRole('heading', { name: 'Versions' }).waitFor();
    const history = await printedPages(page);
    assert.match(history.join(' '), /First call from the family History .*Version 1/);
    assertOnlyWords(history);
    for (let n = 0; n < 50; n++) await client.calls.get({ call_uuid: home.call(FIRST_CALL) });
    await page.goto('/settings/audit');
    await page.getByRole('list', { name: 'Events' }).getByText('First call from the family').first().waitFor();
    const audit = await printedPages(page);
    assert.match(audit.join(' '), /read a call First call from the family done .*The list goes on\./);
    assertOnlyWords(audit);
  },
);

inBrowser(
  'a certificate is printed alone, as a paper to be signed, and afterwards the page is printed as before',
  admin,
  '/settings/retention',
  async ({ page }) => {
    const gone = await openGone(pharos.database, client);
    const [certificate] = (await client.retention.listCertificates({})).data.items;
    assert.ok(certificate);
    await page.reload();
    await page.getByRole('button', { name: `Print: certificate ${certificate.uuid}` }).waitFor();
    const whole = await printedPages(page);
    assert.match(whole.join(' '), /Digest [0-9a-f]{40}/);
    assert.match(whole.join(' '), new RegExp(`What would go .*Certificates .*${certificate.uuid}`));
    assertOnlyWords(whole);
    await page.evaluate('window.print = () => { window.asked = true; }');
    await page.getByRole('button', { name: `Print: certificate ${certificate.uuid}` }).click();
    await page.waitForFunction('window.asked');
    const [alone = '', ...more] = await printedPages(page);
    assert.deepEqual(more, []);
    for (const part of ['Certificate of removal', certificate.uuid, gone.uuid, certificate.digest, 'Signature Date']) {
      assert.ok(alone.includes(part), part);
    }
    assert.doesNotMatch(alone, /What would go/);
    assert.match((await printedPages(page)).join(' '), /What would go/);
  },
);
