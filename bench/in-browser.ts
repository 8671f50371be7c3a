import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { english } from '../console/texts/english.ts';
import { WATCH } from '../test/console/assembly.ts';

/** Visitor of the console at `address`, signed in by a token. */
export type Visitor = { browser: Browser; address: string; token: string };

/** Runs in a new window whose cache is empty, as on a first visit; closes it afterwards. */
export const visit = async <T>({ browser, address, token }: Visitor, run: (page: Page) => Promise<T>): Promise<T> => {
  const options: BrowserContextOptions = {
    baseURL: address,
    viewport: { width: 1360, height: 860 },
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
    locale: 'en-US',
  };
  const context = await browser.newContext(options);
  try {
    return await run(await context.newPage());
  } finally {
    await context.close();
  }
};

/** Milliseconds from the navigation to the first frame in which a turn has words. */
export const readFirstText = async (page: Page, path: string): Promise<number> => {
  await page.addInitScript(`
    window.readable = new Promise((resolve) => {
      const look = () => {
        if (document.querySelector('article [data-word]')?.textContent) resolve(performance.now());
        else requestAnimationFrame(look);
      };
      look();
    });
  `);
  await page.goto(path, { waitUntil: 'commit' });
  return page.evaluate('readable');
};

/** Bytes, as they were sent, of the script that had come when the first text stood there. */
export const weighScript = async (page: Page, path: string): Promise<number> => {
  const scripts: Request[] = [];
  const keep = (request: Request) => request.resourceType() === 'script' && scripts.push(request);
  page.on('requestfinished', keep);
  await readFirstText(page, path);
  page.off('requestfinished', keep);
  const sizes = await Promise.all(scripts.map((script) => script.sizes()));
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
};

/** Milliseconds from each key to the frame that shows it, while a turn of sixty words is corrected. */
export const typeInTurn = async (page: Page, path: string, keys: number): Promise<number[]> => {
  await page.goto(path);
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('f');
  await page.keyboard.type('word100');
  await page.getByText('word100', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  const field = page.getByRole('textbox', { name: english.calls.correction });
  await field.waitFor();
  await page.evaluate(`
    window.took = [];
    addEventListener('keydown', ({ timeStamp }) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => took.push(performance.now() - timeStamp);
      requestAnimationFrame(() => port2.postMessage(null));
    }, { capture: true });
  `);
  const text = 'a few words more than were there before '.repeat(Math.ceil(keys / 40)).slice(0, keys);
  await page.keyboard.type(text, { delay: 30 });
  if (!(await field.inputValue()).includes(text)) throw new Error('not every key has come to the turn');
  return page.evaluate(`new Promise((resolve) => {
    const look = () => (took.length >= ${keys} ? resolve(took) : requestAnimationFrame(look));
    look();
  })`);
};

const HEARD = `
  window.heard = new Promise((resolve) => addEventListener('mouseup', ({ timeStamp }) => {
    const audio = document.querySelector('audio');
    let last = null;
    const look = () => {
      const { paused, seeking, readyState, currentTime } = audio;
      if (!paused && !seeking && readyState > 2) {
        if (last !== null && currentTime > last) return resolve(performance.now() - timeStamp);
        last = currentTime;
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, { once: true, capture: true }));
  // The promise is not the answer of this script, which would wait for the click.
  undefined;
`;

/** Milliseconds from a click on each of these words to the frame in which its sound has moved on. */
export const hearWords = async (page: Page, path: string, words: string[]): Promise<number[]> => {
  await page.goto(path);
  await page.getByRole('button', { name: english.calls.player.play, exact: true }).waitFor();
  const took: number[] = [];
  for (const word of words) {
    await page.getByText(word, { exact: true }).scrollIntoViewIfNeeded();
    await page.evaluate(HEARD);
    await page.getByText(word, { exact: true }).click();
    took.push(await page.evaluate('heard'));
    await page.getByRole('button', { name: english.calls.player.pause, exact: true }).click();
    await page.getByRole('button', { name: english.calls.player.play, exact: true }).waitFor();
  }
  return took;
};

/** Frames with a place that shows no turn, and all frames, while the wheel turns quickly through a long call. */
export const scroll = async (page: Page, path: string): Promise<{ blank: number; frames: number }> => {
  await page.goto(path);
  await page.getByRole('article').first().waitFor();
  await page.mouse.move(500, 500);
  await page.mouse.wheel(0, 600);
  await page.getByText('word100', { exact: true }).waitFor();
  await page.evaluate(WATCH);
  while ((await page.evaluate<number>('scrollY')) < 60_000) await page.mouse.wheel(0, 700);
  return page.evaluate('({ blank: blank.length, frames: frames_seen })');
};

/** Presses of keys until both voices of the florist's call are heard and named, one of them by a name not yet known. */
export const nameBoth = async (page: Page, path: string): Promise<number> => {
  await page.goto(path);
  await page
    .getByRole('group', { name: english.calls.who_is_this })
    .first()
    .getByRole('button', { name: /^H / })
    .waitFor();
  let presses = 0;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    presses += keys.length;
  };
  const sounds = () => page.getByRole('button', { name: english.calls.player.pause, exact: true }).waitFor();
  await press('h');
  await sounds();
  await press('n');
  await page.getByRole('combobox', { name: english.calls.name }).waitFor();
  await press(...'Bridget', 'Enter');
  await page.getByRole('button', { name: english.calls.speakers_to_name(1) }).waitFor();
  await press('h');
  await sounds();
  await press('2');
  await page.getByText(english.calls.all_named).waitFor();
  await page
    .getByRole('status')
    .filter({ has: page.getByText(english.calls.saved, { exact: true }) })
    .waitFor();
  return presses;
};
