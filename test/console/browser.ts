import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { DIST, readConsole } from '../../server/console/files.ts';
import type { Person, Pharos } from '../support/pharos.ts';
import { within } from '../support/within.ts';
import { CHROMIUM, launchChromium } from './chromium.ts';
import { endTest, keepFailure, startTest, startTrace } from './failures.ts';
import { watchRequests } from './plain-page.ts';
import { type Opened, type OpenOptions, openWindow, type Window } from './window.ts';

/** Reason to skip tests in a browser here; undefined where there is one. */
export const missing = !existsSync(CHROMIUM)
  ? `there is no browser at ${CHROMIUM}; CHROMIUM names another`
  : readConsole(DIST) === null
    ? 'the console is not built; node scripts/build-console.mjs builds it'
    : undefined;

/** Milliseconds that a test may take before it is taken for one that hangs. */
const PATIENCE = 240_000;

/** A browser for the tests of a file. They are skipped, with the reason, where there is none. */
export const openBrowser = (pharos: Pharos) => {
  let browser: Promise<Browser> | undefined;
  after(async () => {
    const opened = await browser;
    if (opened) await within('the browser', opened.close());
  });

  const openTraced = async (person: Person | null, options?: OpenOptions) => {
    browser ??= launchChromium();
    const window = await openWindow(await browser, pharos, person, options);
    await startTrace(window.page.context());
    return window;
  };

  /** A window of its own, to be closed by the test that opens it. */
  const open = async (person: Person | null, path: string, options?: OpenOptions): Promise<Opened> => {
    const window = await openTraced(person, options);
    await window.page.goto(path);
    return window;
  };

  /** Runs a test in a window, in which nothing may have gone wrong; keeps how it looks where it fails. */
  const runIn = async <W extends Opened>(window: W, name: string, run: (window: W) => Promise<void>) => {
    const { page, trouble } = window;
    const context = page.context();
    await startTest(context, name);
    try {
      await run(window);
      assert.deepEqual(trouble.splice(0), []);
    } catch (error) {
      await keepFailure(page, name).catch(() => {});
      throw error;
    }
    await endTest(context);
  };

  // The page of somebody is made anew for their next test, which is a third of the work of opening another.
  const spare = new Map<string, Window>();

  /** A test in a window as if it had just been opened, in which nothing may have gone wrong. */
  const inBrowser = (
    name: string,
    person: Person | null,
    path: string,
    run: (opened: Opened) => Promise<void>,
    options?: OpenOptions,
  ) =>
    test(name, { skip: missing, timeout: PATIENCE }, async () => {
      const whose = JSON.stringify([person?.token, options]);
      const window = spare.get(whose) ?? (await openTraced(person, options));
      spare.delete(whose);
      let passed = false;
      try {
        await runIn(window, name, async (opened) => {
          await opened.page.goto(path);
          await run(opened);
        });
        passed = true;
      } finally {
        if (passed && (await window.renew())) spare.set(whose, window);
        else await window.close();
      }
    });

  /** Tests in a window of somebody that all of them share, one after the other; nothing may have gone wrong in any. */
  const inOneWindow = (person: Person | null) => {
    let window: Promise<Opened & { settled: () => Promise<void> }> | undefined;
    const openOnce = async () => {
      const opened = await openTraced(person);
      return { ...opened, settled: watchRequests(opened.page) };
    };
    return (name: string, run: (opened: Opened & { settled: () => Promise<void> }) => Promise<void>) =>
      test(name, { skip: missing, timeout: PATIENCE }, async () => {
        window ??= openOnce();
        await runIn(await window, name, run);
      });
  };
  return { open, inBrowser, inOneWindow };
};
