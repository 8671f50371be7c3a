import type { Locator, Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { like } from './wording.ts';

/** The first roles that are offered for a voice, as they are stored once chosen. */
export const [DIRECTOR, NEXT_OF_KIN, HOSPICE] = english.calls.roles as [string, string, string];

/** One key after another. */
export const press = async (page: Page, ...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Once the page of a call says that everything is saved. */
export const saved = (page: Page): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: like`^${english.calls.saved}$` })
    .waitFor();

/** The turns of a speaker, by the name that stands over them. */
export const turn = (page: Page, speaker: string): Locator => page.getByRole('article', { name: speaker });

/** The turn that begins at a time such as `00:04`, and is of a speaker where one is named. */
export const turnAt = (page: Page, time: string, speaker?: string): Locator => {
  const begins = english.calls.from_time(time);
  return page.getByRole('article', { name: speaker ? `${speaker} ${begins}` : begins });
};
