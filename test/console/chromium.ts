import { type Browser, chromium } from 'playwright-core';

/** Debian's own browser, or the one that CHROMIUM names. */
export const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
/** A page may play without having been touched: a key of the test is no gesture of a hand. */
const AUTOPLAY = '--autoplay-policy=no-user-gesture-required';

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--disable-background-networking',
      '--mute-audio',
      AUTOPLAY,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
