import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, openInventedHome } from './invented-home.ts';
import { drawn } from './plain-page.ts';

const pharos = await openPharos();
const { inOneWindow } = openBrowser(pharos);
const admin = await pharos.person('admin');
const home = await openInventedHome(admin, 2);
const call = home.path(FIRST_CALL);
const inWindow = inOneWindow(admin);

const PAGES = [
  '/',
  '/cases',
  '/cases?deleted=1',
  `/cases/${home.cases[0]}`,
  `/cases/${home.cases[0]}/history`,
  call,
  `${call}/history`,
  '/search?q=hollis',
  '/settings/account',
  '/settings/organization',
  '/settings/people',
  '/settings/locations',
  '/settings/templates',
  '/settings/sources',
  '/settings/tokens',
  '/settings/jobs',
  '/settings/audit?action=cases.create',
  '/settings/retention',
];

/** Every element of the page, where it stands and how its text looks. Time and the tour itself change some words. */
const BOXES = `[...document.querySelectorAll('main, main *, header, header *')].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const { fontSize, fontFamily, color, backgroundColor } = getComputedStyle(element);
  const box = [x, y, width, height].map(Math.round).join(' ');
  return [element.tagName, box, fontSize, fontFamily.slice(0, 12), color, backgroundColor].join(' | ');
})`;

const boxesOf = async (page: Page): Promise<string[]> => {
  await page.evaluate('document.fonts.ready.then(() => scrollTo(0, 0))');
  return page.evaluate<string[]>(BOXES);
};

/** Goes to a page by the console's own router, which keeps the sheets and scripts of the pages before. */
const goWithin = (page: Page, path: string) =>
  page.evaluate(`history.pushState({ __TSR_key: crypto.randomUUID() }, '', ${JSON.stringify(path)});
    dispatchEvent(new PopStateEvent('popstate'));`);

const differing = (boxes: string[], expected: string[]) =>
  Array.from({ length: Math.max(boxes.length, expected.length) }, (_, index) => [expected[index], boxes[index]]).filter(
    ([one, other]) => one !== other,
  );

/** Differences from the boxes of the fresh page, once all has come or after so many milliseconds. */
const PATIENCE = 60_000;
const whatDiffers = async (page: Page, path: string) => {
  const until = performance.now() + PATIENCE;
  for (;;) {
    const found = differing(await boxesOf(page), fresh.get(path) ?? []);
    if (found.length === 0 || performance.now() > until) return found.slice(0, 3);
    await drawn(page);
  }
};

const fresh = new Map<string, string[]>();

for (const path of PAGES) {
  inWindow(`${path} is opened afresh`, async ({ page }) => {
    // What waits for changes never comes to rest.
    await page.route('**/v1/changes?*', (route) => route.abort());
    await page.goto(path, { waitUntil: 'networkidle' });
    // How many calls wait for a name is asked for last.
    await page.getByRole('banner').getByText(/\d/).first().waitFor();
    // What was found in a call comes once the page is at rest.
    if (/^\/calls\/[\w-]+$/.test(path))
      await page.getByRole('region', { name: english.generations.ask.title }).waitFor();
    fresh.set(path, await boxesOf(page));
  });
}

inWindow('a tour of all pages', async ({ page, settled }) => {
  for (const path of PAGES) {
    await goWithin(page, path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await settled();
  }
});

for (const path of PAGES) {
  inWindow(`${path} looks the same after the tour`, async ({ page }) => {
    await goWithin(page, path);
    assert.deepEqual(await whatDiffers(page, path), []);
  });
}
