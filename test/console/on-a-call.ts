import type { Locator, Page } from 'playwright-core';

/** One key after another. */
export const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Once the page of a call says that everything is saved. */
export const saved = (page: Page): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();

/** A turn by what it is called, such as `Nora Ellery From 00:00`. */
export const turn = (page: Page, name: RegExp): Locator => page.getByRole('article', { name });
