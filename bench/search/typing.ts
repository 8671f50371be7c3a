import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { type Visitor, visit } from '../in-browser.ts';

/** Milliseconds between two keys of somebody who types well. */
const BETWEEN = 120;

/** Milliseconds from the last key of each word to the frame that shows a sentence with it, on the search page. */
export const typeWords = (visitor: Visitor, words: readonly string[]): Promise<number[]> =>
  visit(visitor, async (page) => {
    await page.goto('/search');
    const field = page.getByRole('searchbox', { name: english.search.field });
    await field.waitFor();
    const times: number[] = [];
    for (const word of words) {
      await field.fill('');
      await page.locator('[data-hit]').first().waitFor({ state: 'detached' });
      times.push(await typeWord(page, word));
    }
    return times;
  });

const typeWord = async (page: Page, word: string): Promise<number> => {
  await page.evaluate(`
    window.shown = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('${word} was not found')), 30_000);
      let pressed = 0;
      const press = (event) => { pressed = event.timeStamp; };
      addEventListener('keydown', press, { capture: true });
      const look = () => {
        const marks = [...document.querySelectorAll('[data-hit] mark')];
        if (!marks.some((mark) => mark.textContent === ${JSON.stringify(word)})) return requestAnimationFrame(look);
        removeEventListener('keydown', press, { capture: true });
        resolve(performance.now() - pressed);
      };
      look();
    });
    // Not the promise itself, which would be waited for.
    null;
  `);
  await page.keyboard.type(word, { delay: BETWEEN });
  return page.evaluate<number>('window.shown');
};
