import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** Folder for screenshots and traces of failures, which test/run.ts names. */
const FOLDER = process.env.FAILURES_DIR;
/** `TRACE=1` also keeps what each step looked like, for more work. */
const looks = Boolean(process.env.TRACE);

/** Begins to note what is done in a window and what it asks the server, for `keepFailure`. */
export const startTrace = async ({ tracing }: BrowserContext): Promise<void> => {
  if (FOLDER) await tracing.start({ snapshots: looks, screenshots: looks });
};

/** Notes another test by itself. */
export const startTest = async ({ tracing }: BrowserContext, title: string): Promise<void> => {
  if (FOLDER) await tracing.startChunk({ title });
};

/** Keeps nothing of a test that has passed. */
export const endTest = async ({ tracing }: BrowserContext): Promise<void> => {
  if (FOLDER) await tracing.stopChunk();
};

/** Keeps a picture of what a test left, and its trace: `npx playwright-core show-trace` opens it. */
export const keepFailure = async (page: Page, title: string): Promise<void> => {
  if (!FOLDER) return;
  await mkdir(FOLDER, { recursive: true });
  const name = join(FOLDER, title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100));
  await page.context().tracing.stopChunk({ path: `${name}.zip` });
  if (!page.isClosed()) await page.screenshot({ path: `${name}.png`, fullPage: true });
};
