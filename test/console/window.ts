import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Person, Pharos } from '../support/pharos.ts';

export type Opened = { page: Page; trouble: string[] };
export type OpenOptions = {
  width?: number;
  dark?: boolean;
  touch?: boolean;
  locale?: string;
  /** Keeps what others change from the page, so that two people meet as they do where it comes too late. */
  unaware?: boolean;
};

/** A window of the browser that one test after another can be given. */
export type Window = Opened & {
  /** Makes it as it was when it was opened. False where that cannot be: close it then. */
  renew(): Promise<boolean>;
  close(): Promise<void>;
};

const HEIGHT = 860;

/** Milliseconds that a page is waited for. A guard against waiting for ever: it says nothing about speed. */
const PATIENCE = 30_000;

/** A window of somebody who is signed in, or of nobody. What goes wrong in it is kept in `trouble`. */
export const openWindow = async (
  browser: Browser,
  { baseUrl }: Pharos,
  person: Person | null,
  { width = 1360, dark = false, touch = false, locale = 'en-US', unaware = false }: OpenOptions = {},
): Promise<Window> => {
  const headers = { ...(person && { authorization: `Bearer ${person.token}` }) };
  const colorScheme = dark ? 'dark' : 'light';
  const context = await browser.newContext({
    baseURL: baseUrl,
    viewport: { width, height: HEIGHT },
    colorScheme,
    reducedMotion: 'reduce',
    hasTouch: touch,
    isMobile: touch,
    locale,
    timezoneId: 'America/Chicago',
    extraHTTPHeaders: headers,
  });
  await context.addInitScript(`
    addEventListener('securitypolicyviolation', (event) => console.error('CSP', event.violatedDirective, event.blockedURI));
  `);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const trouble: string[] = [];
  let renewing = false;
  page.on('dialog', (dialog) => {
    if (renewing) return void dialog.accept();
    trouble.push(`a dialog: ${dialog.type()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => trouble.push(`an error: ${error.message}`));
  page.on('console', (message) => {
    if (/CSP|Content.Security.Policy|TrustedType/i.test(message.text())) trouble.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(baseUrl)) trouble.push(`an outside request: ${request.url()}`);
  });
  const isMarked = watchMarks(page);
  const hearNothing = async () => {
    if (unaware) await page.route('**/v1/changes?*', (route) => route.abort());
  };
  await hearNothing();

  const renew = async () => {
    if (isMarked() || page.isClosed()) return false;
    renewing = true;
    for (const other of context.pages()) if (other !== page) await other.close();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await hearNothing();
    await context.setOffline(false);
    await context.setExtraHTTPHeaders(headers);
    await page.emulateMedia({ media: null, colorScheme });
    await page.setViewportSize({ width, height: HEIGHT });
    await forget(context, page, baseUrl);
    trouble.length = 0;
    renewing = false;
    return true;
  };
  return { page, trouble, renew, close: () => context.close() };
};

/** True if something was done to a page that stays with it for good. */
const watchMarks = (page: Page): (() => boolean) => {
  let marked = false;
  const watch = <T extends object>(owner: T, method: keyof T & string) => {
    const own = owner[method] as (...given: unknown[]) => unknown;
    owner[method] = ((...given: unknown[]) => {
      marked = true;
      return own.apply(owner, given);
    }) as T[typeof method];
  };
  watch(page, 'addInitScript');
  watch(page, 'on');
  watch(page.clock, 'install');
  return () => marked;
};

/** Clears what the console keeps in a browser, from a page of the same server on which nothing of it runs. */
const forget = async (context: BrowserContext, page: Page, origin: string) => {
  await page.goto('/health/live');
  await page.evaluate('sessionStorage.clear()');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cookies,local_storage,indexeddb' });
  await devtools.detach();
};
