import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { ADDRESSES } from '../../server/console/addresses.ts';
import { openPharos, type Person } from '../support/pharos.ts';
import { assertAccessible, openBrowser } from './browser.ts';
import { NAMES, openHostileHome, TEXTS_OF_THE_CONTRACT, TEXTS_WRITTEN, TITLES } from './hostile-home.ts';
import { HOSTILE } from './hostile-strings.ts';
import { assertPlain, drawn, missingFrom, textOn, watchRequests } from './plain-page.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await pharos.person('admin');
const viewer = await pharos.person('viewer', admin);
const home = await openHostileHome(pharos, admin);

/** Secrets are shown nowhere, and whoever is invited or opens an organization has the name of a person. */
const SHOWN_NOWHERE = /^(sessions|me|invitations|callbacks) |^organizations admin /;

test('there are a hundred hostile texts, and every text of the contract is each of them once', () => {
  assert.equal(new Set(HOSTILE).size, 100);
  const unwritten = [...TEXTS_OF_THE_CONTRACT].filter((text) => !TEXTS_WRITTEN.has(text) && !SHOWN_NOWHERE.test(text));
  assert.deepEqual(unwritten, []);
});

const MORE = /^Show (more|all)/;

/** All that a page shows where more is asked for until there is none, and where one reads down to its end. */
const readAll = async (page: Page, settled: () => Promise<void>): Promise<string> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const more = page.getByRole('main').getByRole('button', { name: MORE });
  for (await settled(); (await more.count()) > 0; await settled()) await more.first().click();
  await page.getByRole('status').filter({ hasText: 'One moment' }).waitFor({ state: 'detached' });
  const read = [await textOn(page)];
  // Of a long transcript only what is near the window is on the page.
  for (let before = -1; ; ) {
    const at = (await page.evaluate('(scrollBy(0, innerHeight * 0.8), scrollY)')) as number;
    if (at === before) return read.join('\n');
    before = at;
    await drawn(page);
    read.push(await textOn(page));
  }
};

const visited = new Set<string>();
let visits = 0;
/** Opens pages, in a home that is called by another name each time, and reads all of them. */
const visit = async (page: Page, paths: readonly string[]): Promise<string> => {
  const settled = watchRequests(page);
  const read = [];
  for (const path of paths) {
    await home.rename(visits++);
    await page.goto(path);
    read.push(await readAll(page, settled));
    await assertPlain(page, path);
    visited.add(path.replace(/[?#].*/, '').replace(/[0-9a-f-]{36}/, ':uuid'));
  }
  await page.setViewportSize({ width: 390, height: 844 });
  await assertPlain(page, `${paths.at(-1)}, narrow`);
  return read.join('\n');
};

const SECTIONS = Object.keys(english.settings.sections).map((name) => `/settings/${name}`);
/** Of people they show the names alone, and those of the home and of the reader. */
const NAMES_ALONE = ['/settings/account', '/settings/organization', '/settings/audit'];
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
    NAMES.slice(0, NAMES.length / 2).map((_, n) => NAMES_ALONE[n % 3] as string),
  ],
];

for (const [who, what, paths] of PAGES) {
  inBrowser(`each of a hundred hostile texts is text on ${what}`, who, '/sign-in', async ({ page }) => {
    assert.deepEqual(missingFrom(await visit(page, paths), HOSTILE), []);
  });
}

inBrowser('each of a hundred hostile texts is text in an invitation', null, '/sign-in', async ({ page }) => {
  const read = [];
  for (let n = 0; n < NAMES.length / 2; n++) {
    await home.rename(n);
    await page.goto('/');
    await page.goto(`/welcome${await home.invite(n + NAMES.length / 2)}`);
    await page.getByRole('heading', { level: 1, name: /^Welcome to/ }).waitFor();
    read.push(await textOn(page));
    await assertPlain(page, '/welcome');
  }
  visited.add('/welcome').add('/sign-in');
  assert.deepEqual(missingFrom(read.join('\n'), HOSTILE), []);
});

for (const [who, opens] of [
  [viewer, /(^|: )Read /],
  [admin, /(^|: )Change /],
] as const) {
  inBrowser(`a template that is open is text for a ${who.actor.access_level}`, who, '/sign-in', async ({ page }) => {
    const settled = watchRequests(page);
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

inBrowser('a call as a file is text in every format', admin, `/calls/${home.talk}`, async ({ page }) => {
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'The transcript as a file' });
  for (const format of await dialog.getByRole('radio').all()) {
    await format.check();
    await dialog.getByRole('region', { name: 'Preview' }).getByText('alert(1)').first().waitFor();
    await assertPlain(page, 'export');
  }
  await assertAccessible(page, 'export');
});

inBrowser('what is looked for on each page would be found', admin, '/cases', async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await assertPlain(page, 'as it is');
  const planted = [
    `document.body.append(document.createElement('iframe'))`,
    `document.body.append(Object.assign(document.createElement('a'), { href: 'javascript:alert(1)' }))`,
    `document.body.append(Object.assign(document.createElement('a'), { href: '//outside.example' }))`,
    `Object.prototype.polluted = true`,
    `document.title = '<b>'`,
  ];
  for (const code of planted) {
    await page.evaluate(code);
    await assert.rejects(assertPlain(page, code), { code: 'ERR_ASSERTION' });
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
  }
});

test('every page of the console was looked at', () => {
  const pages = ADDRESSES.flatMap((address) => (address === '/settings/*' ? SECTIONS : [address]));
  // The settings begin with the account.
  assert.deepEqual([...visited].sort(), pages.filter((page) => page !== '/settings').sort());
});
