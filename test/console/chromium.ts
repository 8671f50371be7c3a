import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's own browser, as people have it, or the one that CHROMIUM names. */
export const BROWSER = process.env.CHROMIUM || '/usr/bin/chromium';
/** Debian's build of it without windows: the same pages, for two thirds of the work. */
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell';

/** Browser that the specs run in. */
export const CHROMIUM = !process.env.CHROMIUM && existsSync(WITHOUT_WINDOWS) ? WITHOUT_WINDOWS : BROWSER;
/** A page may play without having been touched: a key of the test is no gesture of a hand. */
const AUTOPLAY = '--autoplay-policy=no-user-gesture-required';

export const launchChromium = (executablePath = CHROMIUM): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--disable-background-networking',
      '--mute-audio',
      AUTOPLAY,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
