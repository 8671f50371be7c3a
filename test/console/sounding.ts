import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { wav } from '../support/recordings.ts';

/** Recording of a ticking clock of a given length: no two of a case are the same bytes. */
let ticking = 0;
export const seconds = (n: number) => {
  const samples = Buffer.alloc(n * 8000, 128);
  samples[ticking++] = 129;
  return wav(samples, { tag: 1, channels: 1, bits: 8 });
};

export const player = (page: Page) => page.getByRole('region', { name: english.calls.player.name });
export const button = (page: Page, name: string) => player(page).getByRole('button', { name, exact: true });
export const slider = (page: Page) => page.getByRole('slider', { name: english.calls.player.position });
/** Milliseconds after which what is waited for does not come. */
const PATIENCE = 60_000;
/** Once something is true of the audio element; looked at in every frame of the page. */
export const until = (page: Page, condition: string) =>
  page.evaluate(`new Promise((resolve, reject) => {
    const begun = Date.now();
    const look = () => {
      const { currentTime, paused, playbackRate, ended, error, readyState } = document.querySelector('audio');
      if (${condition}) resolve();
      else if (Date.now() - begun < ${PATIENCE}) requestAnimationFrame(look);
      else reject(new Error(JSON.stringify({ went, currentTime, paused, playbackRate, ended, error: error?.message, readyState })));
    };
    look();
  })`);
/** Once the page is there; from now on `went` has every second that the player goes to, however quickly it plays on. */
export const ready = async (page: Page) => {
  await button(page, english.calls.player.play).waitFor();
  await page.getByRole('article').first().waitFor();
  await page.evaluate(`{
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'currentTime');
    window.went = [];
    const goTo = function (second) { went.push(second); set.call(this, second); };
    Object.defineProperty(HTMLMediaElement.prototype, 'currentTime', { get, set: goTo });
  }`);
};

/** A word of a call, by its text. */
export const said = (page: Page, text: string) => page.getByText(text, { exact: true }).first();

/** Waits until a word is the one that is being said. */
export const lit = (page: Page, text: string) => page.locator('[data-now]', { hasText: text }).waitFor();
