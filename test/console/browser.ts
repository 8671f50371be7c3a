import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { DIST, readConsole } from '../../server/console/files.ts';
import type { Person, Pharos } from '../support/pharos.ts';
import { CHROMIUM, launchChromium } from './chromium.ts';
import { watchRequests } from './plain-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const missing = !existsSync(CHROMIUM)
  ? `there is no browser at ${CHROMIUM}; CHROMIUM names another`
  : readConsole(DIST) === null
    ? 'the console is not built; node scripts/build-console.mjs builds it'
    : undefined;

export type Opened = { page: Page; trouble: string[] };
export type OpenOptions = { width?: number; dark?: boolean; touch?: boolean; locale?: string };

/** A browser for the tests of a file. They are skipped, with the reason, where there is none. */
export const openBrowser = (pharos: Pharos) => {
  let browser: Promise<Browser> | undefined;
  after(async () => (await browser)?.close());

  /** A window of somebody who is signed in, or of nobody. What goes wrong in it is kept in `trouble`. */
  const open = async (
    person: Person | null,
    path: string,
    { width = 1360, dark, touch = false, locale }: OpenOptions = {},
  ) => {
    browser ??= launchChromium();
    const context = await (await browser).newContext({
      baseURL: pharos.baseUrl,
      viewport: { width, height: 860 },
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      hasTouch: touch,
      isMobile: touch,
      locale: locale ?? 'en-US',
      timezoneId: 'America/Chicago',
      ...(person && { extraHTTPHeaders: { authorization: `Bearer ${person.token}` } }),
    });
    const trouble: string[] = [];
    await context.addInitScript(`
      addEventListener('securitypolicyviolation', (event) => console.error('CSP', event.violatedDirective, event.blockedURI));
    `);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('dialog', (dialog) => {
      trouble.push(`a dialog: ${dialog.type()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', (error) => trouble.push(`an error: ${error.message}`));
    page.on('console', (message) => {
      if (/CSP|Content.Security.Policy|TrustedType/i.test(message.text())) trouble.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(pharos.baseUrl)) trouble.push(`an outside request: ${request.url()}`);
    });
    await page.goto(path);
    return { page, trouble };
  };

  /** A test in one window, which is closed after it, and in which nothing may have gone wrong. */
  const inBrowser = (
    name: string,
    person: Person | null,
    path: string,
    run: (opened: Opened) => Promise<void>,
    options?: OpenOptions,
  ) =>
    test(name, { skip: missing, timeout: 60_000 }, async () => {
      const opened = await open(person, path, options);
      try {
        await run(opened);
        assert.deepEqual(opened.trouble, []);
      } finally {
        await opened.page.context().close();
      }
    });

  /** Tests in a window of somebody that all of them share, one after the other; nothing may have gone wrong in any. */
  const inOneWindow = (person: Person | null) => {
    let window: Promise<Opened & { settled: () => Promise<void> }> | undefined;
    const openOnce = async () => {
      const opened = await open(person, 'about:blank');
      return { ...opened, settled: watchRequests(opened.page) };
    };
    return (name: string, run: (opened: Opened & { settled: () => Promise<void> }) => Promise<void>) =>
      test(name, { skip: missing, timeout: 60_000 }, async () => {
        window ??= openOnce();
        const opened = await window;
        let trouble: string[] = [];
        try {
          await run(opened);
        } finally {
          trouble = opened.trouble.splice(0);
        }
        assert.deepEqual(trouble, []);
      });
  };
  return { open, inBrowser, inOneWindow };
};

const TELEPHONE = { width: 390, height: 844 };

type Violation = { id: string; nodes: { target: string[]; failureSummary: string }[] };

/** Where a picture of each look is kept, for whoever wants to see what is asserted here. */
const PICTURES = process.env.PICTURES;

/** The rules of axe that go by colour, which is the slowest half of its work. Nothing else can differ in the dark. */
const COLOUR = ['color-contrast', 'link-in-text-block'];
const CHOSEN = {
  all: {},
  colours: { runOnly: COLOUR },
  'all but colours': { rules: Object.fromEntries(COLOUR.map((rule) => [rule, { enabled: false }])) },
};

/** Asserts that axe finds nothing against accessibility on the page as it is now. */
export const assertAccessible = async (
  page: Page,
  state: string,
  rules: keyof typeof CHOSEN = 'all',
): Promise<void> => {
  // What is not drawn yet has nothing in it to look at.
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${state.replaceAll(/[^\w.-]+/g, '-')}.png`) });
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  const options = JSON.stringify({ ...CHOSEN[rules], resultTypes: ['violations'], preload: false });
  const [violations, sideways] = await page.evaluate<[Violation[], number]>(`axe.run(${options}).then(
    ({ violations }) => [violations, document.documentElement.scrollWidth - document.documentElement.clientWidth],
  )`);
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.target} ${node.failureSummary}`),
  );
  assert.deepEqual(told, [], state);
  assert.equal(sideways, 0, `${state} scrolls sideways`);
};

/** The same wide and light, in the dark, and on a telephone, where no colour is another; the page is left as it was. */
export const assertLooks = async (page: Page, state: string): Promise<void> => {
  const size = page.viewportSize();
  await assertAccessible(page, state);
  await page.emulateMedia({ colorScheme: 'dark' });
  await assertAccessible(page, `${state}, dark`, 'colours');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(TELEPHONE);
  await assertAccessible(page, `${state}, narrow`, 'all but colours');
  if (size) await page.setViewportSize(size);
};
