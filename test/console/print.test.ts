import assert from 'node:assert/strict';
import type { Word } from '@pharos/contract/transcripts.ts';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { spanish } from '../../console/texts/spanish.ts';
import { openGone } from '../support/ageing.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, openInventedHome } from './invented-home.ts';
import { assertAccessible } from './looks.ts';
import { printedPages } from './printed.ts';
import { like } from './wording.ts';

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

const { calls, cases, retention, app, ui, print } = english;
const CONTROLS = like`${app.skip}|${app.sign_out}|${english.settings.title}|${calls.shortcuts}|${calls.undo}|${calls.redo}|${
  calls.exports.open
}|${calls.find}|${calls.who_is_this}|${cases.add_files}|${retention.place}|${ui.show_more}|${cases.edit('')}|${print.print}\b`;
const assertOnlyWords = (sheets: string[]) => {
  for (const sheet of sheets) assert.doesNotMatch(sheet, CONTROLS);
};
const ready = (page: Page) => page.getByRole('article').first().waitFor();
const named = (page: Page, person: string) => page.getByRole('link', { name: person, exact: true }).waitFor();
/** Stand-in for the browser's print: it takes the page once the listeners are done. */
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
    assert.match(text, like`Nora Ellery 00:00:00 w0x0 .* ${calls.speaker('C')} 00:00:05 w2x0`);
    assert.match(text, /Nora Ellery 01:29:5\d w1998x0/);
    assert.ok(sheets.length > 60 && sheets.length < 110, `${sheets.length} sheets`);
    sheets.forEach((sheet, index) => {
      assert.ok(sheet.includes(`${index + 1} / ${sheets.length}`));
      assert.ok(sheet.includes('Evergreen Funeral Home'));
    });
    assert.ok(sheets[1]?.includes('The whole family – Margaret Hollis · T-0412'));
    assertOnlyWords(sheets);
    assert.equal(await page.evaluate('scrollY'), before);
    assert.equal(await page.getByText(english.print.end).count(), 0);
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
      like`Evergreen Funeral Home First call from the family Margaret Hollis · T-0412 ${print.on_record} \w+ \d+, \d{4} at \d+:\d\d [AP]M C[SD]T`,
      like`${print.length} 10 min ${print.transcript} Deepgram ${calls.speakers} Nora Ellery, director Anna Hollis, daughter ${calls.speaker('C')} – ${print.no_name}`,
      like`${print.doubtful} ${print.doubtful_words(3)} .*Nora Ellery 00:00 Evergreen Funeral Home, good morning\.`,
    ];
    for (const fact of facts) assert.match(first, fact);
    assert.ok(sheets.at(-1)?.includes(`${print.end} ${print.call(home.call(FIRST_CALL))} ${print.printed('')}`));
  },
);

inBrowser(
  'the papers of a Spanish reader are in Spanish',
  admin,
  home.path(FIRST_CALL),
  async ({ page }) => {
    await ready(page);
    const [first = ''] = await printedPages(page, 'A4');
    assert.match(first, like`${spanish.print.on_record} \d+ de [a-z]+ de \d{4}`);
    assert.match(
      first,
      like`${spanish.calls.speakers} Nora Ellery, director Anna Hollis, daughter ${spanish.calls.speaker('C')} – ${spanish.print.no_name}`,
    );
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
    await page.getByRole('button', { name: english.calls.exports.open }).click();
    await page.getByRole('button', { name: english.print.print, exact: true }).click();
    await page.getByRole('status').filter({ hasText: english.print.preparing }).waitFor();
    await assertAccessible(page, 'a call that is about to be printed');
    await page.evaluate('let_come()');
    await page.waitForFunction('window.taken !== undefined');
    assert.equal(await page.evaluate('taken'), TURNS);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.equal(await page.getByText(english.print.end).count(), 0);
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
    await page.getByRole('combobox', { name: english.calls.name }).waitFor();
    await page.keyboard.type('Aunt June');
    await page.keyboard.press('Enter');
    await page.getByText(english.calls.save_failed).waitFor();
    const [first = ''] = await printedPages(page);
    assert.match(first, like`Aunt June .*${print.unsaved}`);
  },
);

inBrowser(
  'paper is white and says to everybody what it says to the eye',
  admin,
  home.path(FIRST_CALL),
  async ({ page }) => {
    await ready(page);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.getByText(english.print.end).waitFor();
    await page.getByRole('heading', { level: 1, name: 'First call from the family' }).waitFor();
    await page.getByRole('feed').waitFor({ state: 'detached' });
    assert.equal(await page.getByRole('button').count(), 0);
    assert.equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(255, 255, 255)');
    await assertAccessible(page, 'a call on paper');
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    await ready(page);
    await page.getByText(english.print.end).waitFor({ state: 'detached' });
  },
  { dark: true },
);

inBrowser(
  'a case on paper has its facts and its calls, and nothing to fill in',
  admin,
  `/cases/${hollis}`,
  async ({ page }) => {
    await page.getByText(english.retention.case_not_held).waitFor();
    const sheets = await printedPages(page);
    const text = sheets.join(' ');
    assert.match(text, /Evergreen Funeral Home Margaret Hollis Mar 12, 1941 – Nov 17, 2026/);
    assert.match(
      text,
      like`${cases.external_id} T-0412 .*${cases.summary} No lilies\. .*${cases.calls} .*First call from the family`,
    );
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
    await page.getByRole('heading', { name: english.versions.versions }).waitFor();
    const history = await printedPages(page);
    assert.match(
      history.join(' '),
      like`First call from the family ${english.versions.title} .*${english.versions.version('1')}`,
    );
    assertOnlyWords(history);
    for (let n = 0; n < 50; n++) await client.calls.get({ call_uuid: home.call(FIRST_CALL) });
    await page.goto('/settings/audit');
    await page
      .getByRole('list', { name: english.audit.events })
      .getByText('First call from the family')
      .first()
      .waitFor();
    const audit = await printedPages(page);
    assert.match(
      audit.join(' '),
      like`${english.audit.actions['calls.get'][1]} First call from the family ${english.audit.outcomes.ok} .*${print.goes_on}`,
    );
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
    await page.getByRole('button', { name: english.print.one_certificate(certificate.uuid) }).waitFor();
    const whole = await printedPages(page);
    assert.match(whole.join(' '), like`${retention.digest} [0-9a-f]{40}`);
    assert.match(whole.join(' '), like`${retention.due} .*${retention.certificates} .*${certificate.uuid}`);
    assertOnlyWords(whole);
    await page.evaluate('window.print = () => { window.asked = true; }');
    await page.getByRole('button', { name: english.print.one_certificate(certificate.uuid) }).click();
    await page.waitForFunction('window.asked');
    const [alone = '', ...more] = await printedPages(page);
    assert.deepEqual(more, []);
    for (const part of [
      english.print.certificate,
      certificate.uuid,
      gone.uuid,
      certificate.digest,
      `${print.signature} ${print.day}`,
    ]) {
      assert.ok(alone.includes(part), part);
    }
    assert.doesNotMatch(alone, like`${english.retention.due}`);
    assert.match((await printedPages(page)).join(' '), like`${english.retention.due}`);
  },
);
