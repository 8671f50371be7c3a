import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { edgeText } from '../../console/ui/print/edge-text.ts';
import { ADDRESSES } from '../../server/console/addresses.ts';
import { openPharos, type Person } from '../support/pharos.ts';
import { missing, openBrowser } from './browser.ts';
import { NAMES, openHostileHome, TEXTS_OF_THE_CONTRACT, TEXTS_WRITTEN, TITLES } from './hostile-home.ts';
import { HOSTILE, REFUSED } from './hostile-strings.ts';
import { assertAccessible } from './looks.ts';
import { assertPlain, EDGE_STRING, missingFrom, opened, textOn } from './plain-page.ts';
import { printedPages } from './printed.ts';
import { ANY, ANY_COUNT, like } from './wording.ts';

const pharos = await openPharos();
const { inOneWindow } = openBrowser(pharos);
const admin = await pharos.person('admin');
const viewer = await pharos.person('viewer', admin);
const windows = new Map([null, admin, viewer].map((who) => [who, inOneWindow(who)]));
const inWindowOf = (who: Person | null) => windows.get(who) as ReturnType<typeof inOneWindow>;
const home = await openHostileHome(pharos, admin);

/**
 * Secrets are shown nowhere; whoever is invited or opens an organization has the name of a person; a vCon becomes a call
 * as any other; and a model's name is shown in its own field alone, which is typed into elsewhere.
 */
const SHOWN_NOWHERE =
  /^(sessions|me|invitations|callbacks) |^organizations admin |^sources secrets|^vcons$|^speech model$/;

test('there are a hundred hostile texts, and every text of the contract is each of them once', () => {
  assert.equal(new Set(HOSTILE).size, 100);
  const unwritten = [...TEXTS_OF_THE_CONTRACT].filter((text) => !TEXTS_WRITTEN.has(text) && !SHOWN_NOWHERE.test(text));
  assert.deepEqual(unwritten, []);
});

const MORE = like`^(${english.ui.show_more}|${english.calls.show_all(ANY_COUNT)}|${english.versions.more_passages(ANY_COUNT)})`;

/** Script that scrolls through a long transcript and collects its text: only what is near the window is on the page. */
const READ_DOWN = `(async () => {
  const read = [];
  for (let before = -1; before !== scrollY; ) {
    before = scrollY;
    scrollBy(0, innerHeight * 0.8);
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    read.push(document.querySelector('[role=feed]').textContent);
  }
  return read.join('\\n');
})()`;

/** All that a page shows where more is asked for until there is none. */
const readAll = async (page: Page, settled: () => Promise<void>): Promise<string> => {
  await opened(page, settled);
  const more = page.getByRole('main').getByRole('button', { name: MORE });
  for (; (await more.count()) > 0; await settled()) await more.first().click();
  const read = await textOn(page);
  return (await page.getByRole('feed').count()) > 0 ? `${read}\n${await page.evaluate(READ_DOWN)}` : read;
};

const visited = new Set<string>();
let visits = 0;
/** Opens pages, in a home that is called by another name each time, and reads all of them. */
const visit = async (page: Page, settled: () => Promise<void>, paths: readonly string[]): Promise<string> => {
  const read = [];
  await page.setViewportSize({ width: 1360, height: 860 });
  for (const path of paths) {
    await home.rename(visits++);
    await page.goto(path);
    // The audit goes on and on, and its names are those of the first lines.
    if (NAMES_ALONE.includes(path)) await opened(page, settled);
    read.push(await (NAMES_ALONE.includes(path) ? textOn(page) : readAll(page, settled)));
    await assertPlain(page, path);
    visited.add(path.replace(/[?#].*/, '').replace(/[0-9a-f-]{36}/, ':uuid'));
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await assertPlain(page, `${paths.at(-1)}, narrow`);
  return read.join('\n');
};

const SECTIONS = Object.keys(english.settings.sections).map((name) => `/settings/${name}`);
/** Pages that show only names of people, the home's and the reader's. */
const NAMES_ALONE = ['/settings/account', '/settings/organization', '/settings/audit', '/settings/speech'];
const titled = home.gathered.slice(0, TITLES.length);

const PAGES: [who: Person, what: string, paths: string[]][] = [
  [admin, 'Today', ['/']],
  [admin, 'the list of cases', ['/cases']],
  [admin, 'a case with a hundred calls and holds', [`/cases/${home.crowded}`]],
  [viewer, 'a case that is only read', [`/cases/${home.crowded}`]],
  [admin, 'the history of a case', [`/cases/${home.crowded}/history`]],
  [admin, 'the names of cases', home.gathered.map(({ case_uuid }) => `/cases/${case_uuid}`)],
  [admin, 'the titles of calls', titled.map(({ call_uuid }) => `/calls/${call_uuid}`)],
  [admin, 'a call', [`/calls/${home.talk}`]],
  [viewer, 'a call that is only read', [`/calls/${home.talk}`]],
  [admin, 'the history of a call', [`/calls/${home.talk}/history`]],
  [admin, 'what was found', ['/search?q=gathered']],
  ...SECTIONS.filter((path) => !NAMES_ALONE.includes(path)).map((path): [Person, string, string[]] => {
    return [admin, path, [path]];
  }),
  [
    admin,
    'the pages that have names alone',
    NAMES.slice(0, NAMES.length / 2).map((_, n) => NAMES_ALONE[n % NAMES_ALONE.length] as string),
  ],
];

for (const [who, what, paths] of PAGES) {
  inWindowOf(who)(`each of a hundred hostile texts is text on ${what}`, async ({ page, settled }) => {
    assert.deepEqual(missingFrom(await visit(page, settled, paths), HOSTILE), []);
  });
}

inWindowOf(null)('each of a hundred hostile texts is text in an invitation', async ({ page }) => {
  const read = [];
  for (let n = 0; n < NAMES.length / 2; n++) {
    await home.rename(n);
    await page.goto('about:blank');
    await page.goto(`/welcome${await home.invite(n + NAMES.length / 2)}`);
    await page.getByRole('heading', { level: 1, name: like`^${english.invitations.title(ANY)}` }).waitFor();
    read.push(await textOn(page));
    await assertPlain(page, '/welcome');
  }
  await page.goto('/sign-in');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await assertPlain(page, '/sign-in');
  visited.add('/welcome').add('/sign-in');
  assert.deepEqual(missingFrom(read.join('\n'), HOSTILE), []);
});

for (const [who, opens] of [
  [viewer, like`(^|: )${english.generation_templates.read_one('')}`],
  [admin, like`(^|: )${english.settings.edit_one('')}`],
] as const) {
  inWindowOf(who)(`a template that is open is text for a ${who.actor.access_level}`, async ({ page, settled }) => {
    await page.goto('/settings/templates');
    await readAll(page, settled);
    const buttons = page.getByRole('main').getByRole('button', { name: opens });
    // Each has six texts in a row.
    for (let n = 0; n < HOSTILE.length; n += 5) await buttons.nth(n).click();
    const read = await readAll(page, settled);
    await assertPlain(page, 'templates, open');
    assert.deepEqual(missingFrom(read, HOSTILE), []);
  });
}

inWindowOf(admin)('a call as a file is text in every format', async ({ page }) => {
  await page.goto(`/calls/${home.talk}`);
  await page.getByRole('button', { name: english.calls.exports.open }).click();
  const dialog = page.getByRole('dialog', { name: english.calls.exports.title });
  for (const format of await dialog.getByRole('radio').all()) {
    await format.check();
    await dialog.getByRole('region', { name: english.calls.exports.preview }).getByText('alert(1)').first().waitFor();
    await assertPlain(page, 'export');
  }
  await assertAccessible(page, 'export');
});

test('a hostile text is one string at the edge of a printed page', () => {
  for (const text of [...HOSTILE, ...TITLES, ...REFUSED]) assert.match(edgeText(text), EDGE_STRING);
  for (const text of ['a', '"a', '"a" b"', '"a\\"', '"\\\\"', '"a\n"', '"a" url(b)']) {
    assert.doesNotMatch(text, EDGE_STRING);
  }
});

inWindowOf(admin)(
  'each of a hundred hostile texts is text on paper, and so are those at its edges',
  async ({ page, settled }) => {
    const title = '\\" url(https://outside.example/n.png) "; } @page { background: red';
    const name = `</style><img src=x onerror=alert(1)> " attr(x) \\`;
    await admin.client.calls.update({ call_uuid: home.talk, body: { title, file_name: `${title}.mp3` } });
    await admin.client.organizations.patch({ organization_uuid: admin.actor.organization_uuid, body: { name } });
    await page.goto(`/calls/${home.talk}`);
    await opened(page, settled);
    const sheets = await printedPages(page);
    await assertPlain(page, 'printed');
    assert.deepEqual(missingFrom(sheets[1] ?? '', [title, name]), []);
    // Paper has letters alone, and those from right to left in another order.
    const letters = HOSTILE.filter((text) => /^[ -~]+$/.test(text));
    assert.deepEqual(missingFrom(sheets.join(' '), letters), []);
  },
);

inWindowOf(admin)('what is looked for on each page would be found', async ({ page }) => {
  await page.goto('/cases');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await assertPlain(page, 'as it is');
  const gone = 'document.body.lastChild.remove()';
  const planted = [
    [`document.body.append(document.createElement('iframe'))`, gone],
    [`document.body.append(Object.assign(document.createElement('a'), { href: 'javascript:alert(1)' }))`, gone],
    [`document.body.append(Object.assign(document.createElement('a'), { href: '//outside.example' }))`, gone],
    [`now = document.documentElement.style, now.setProperty('--page-home', '"a" url(b)')`, 'now.cssText = ""'],
    [`now.setProperty('--page-other', '"a"')`, 'now.cssText = ""'],
    [`now.background = 'red'`, 'now.cssText = ""'],
    [`Object.prototype.polluted = true`, 'delete Object.prototype.polluted'],
    [`document.title = '<b>'`, `document.title = 'Pharos'`],
  ] as const;
  for (const [code, undo] of planted) {
    await page.evaluate(code);
    await assert.rejects(assertPlain(page, code), { code: 'ERR_ASSERTION' });
    await page.evaluate(undo);
    await assertPlain(page, undo);
  }
});

test('every page of the console was looked at', { skip: missing }, () => {
  const pages = ADDRESSES;
  // The settings begin with the account.
  assert.deepEqual([...visited].sort(), pages.filter((page) => page !== '/settings').sort());
});
