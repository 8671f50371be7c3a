import assert from 'node:assert/strict';
import type { Page, Request } from 'playwright-core';
import { english } from '../../console/texts/english.ts';

/** A string of a style sheet which nothing in it can end (CSS Syntax 4.3.5). */
export const EDGE_STRING = /^"(?:[^"\\\p{Cc}]|\\[\da-f]{1,6} )*"$/u;

/** Script that lists elements which only somebody's text could have put on a page, one line for each. */
const FOREIGN = `(() => {
  const found = [];
  const tell = (what, element) => found.push(what + ': ' + element.outerHTML.slice(0, 160));
  const kinds = 'iframe, frame, object, embed, base, style, meta[http-equiv], :not(body) > noscript, math, xmp, marquee, foreignObject, image, animate';
  for (const element of document.querySelectorAll(kinds)) tell('an element', element);
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name) || name === 'srcdoc' || name === 'formaction') tell('the attribute ' + name, element);
      if (name === 'style' && element !== document.documentElement && /url\\(|expression|@import/i.test(value)) tell('a style', element);
      if (!/^(xlink:)?href$|^(src|action|data|poster|ping|srcset)$/.test(name)) continue;
      const { protocol, origin } = new URL(value, document.baseURI);
      if (!/^https?:$/.test(protocol) || origin !== location.origin) tell('an address', element);
    }
  }
  // What stands at the edge of a printed page comes to its style sheet as a string.
  const { style } = document.documentElement;
  for (const property of style) {
    const is_string = ${EDGE_STRING}.test(style.getPropertyValue(property));
    if (!/^--page-(title|home)$/.test(property) || !is_string) found.push('the page has the style ' + property);
  }
  for (const key in {}) found.push('Object.prototype has ' + key);
  if (typeof document.cookie !== 'string' || typeof document.getElementById !== 'function') found.push('document is another');
  if (!document.title.endsWith('Pharos')) found.push('the title is ' + document.title);
  const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (sideways > 0) found.push('it scrolls sideways by ' + sideways + ' pixels');
  return found;
})()`;

/** Asserts that nothing on the page is there because of what somebody wrote, but text. */
export const assertPlain = async (page: Page, state: string): Promise<void> =>
  assert.deepEqual(await page.evaluate(FOREIGN), [], state);

/** All that stands on a page: its texts, and what its fields hold. */
export const textOn = (page: Page): Promise<string> =>
  page.evaluate(`[document.body.textContent, ...Array.from(document.querySelectorAll('input, textarea'), ({ value }) => value)]
    .join('\\n')`);

/** Finds the texts that are missing, wherever lines are broken. */
export const missingFrom = (text: string, wanted: readonly string[]): string[] => {
  const without = (one: string) => one.replaceAll(/\s/g, '');
  const all = without(text);
  return wanted.filter((one) => !all.includes(without(one)));
};

/** Asserts that texts are on a page, or come to it as soon as what was answered is drawn. */
export const assertShows = async (page: Page, wanted: readonly string[], state: string): Promise<void> => {
  const until = performance.now() + 60_000;
  let missing = missingFrom(await textOn(page), wanted);
  while (missing.length > 0 && performance.now() < until) {
    await drawn(page);
    missing = missingFrom(await textOn(page), wanted);
  }
  assert.deepEqual(missing, [], state);
};

/** Waits until a page and all of its parts have loaded. */
export const opened = async (page: Page, settled: () => Promise<void>): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.getByRole('status').filter({ hasText: english.ui.loading }).waitFor({ state: 'detached' });
  await settled();
};

/** Waits until nothing is asked of the server any more, and what was answered is drawn. To be called before a page is opened. */
export const watchRequests = (page: Page): (() => Promise<void>) => {
  const open = new Set<Request>();
  let changed = () => {};
  const end = (request: Request) => {
    open.delete(request);
    changed();
  };
  page.on('request', (request) => {
    // What the page before has asked for is answered to nobody.
    if (request.isNavigationRequest()) open.clear();
    // What waits for a change of somebody's is open all the time.
    if (!request.url().includes('/v1/changes')) open.add(request);
  });
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  return async () => {
    for (let quiet = 0; quiet < 2; ) {
      await drawn(page);
      quiet = open.size === 0 ? quiet + 1 : 0;
      if (open.size > 0) {
        await new Promise<void>((done) => {
          changed = done;
        });
      }
    }
  };
};

/** Waits until what has changed is on the screen. */
export const drawn = (page: Page) =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
