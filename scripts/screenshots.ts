// Makes docs/screenshots/ from the demo home of a new installation: `node scripts/screenshots.ts`, after a build of
// the console. It needs Debian's Chromium, or the one that CHROMIUM names, and Debian's pngquant, which makes them small,
// and poppler-utils, which makes a picture of what is printed.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient } from '@pharos/client';
import type { Client } from '@pharos/client/methods.ts';
import type { Browser, Page } from 'playwright-core';
import { startPharos } from '../bench/subjects.ts';
import { english } from '../console/texts/english.ts';
import { home } from '../server/demo/home.ts';
import { BROWSER, launchChromium } from '../test/console/chromium.ts';

type Shot = {
  name: string;
  path: string;
  /** Text that is on the page once it has loaded. */
  shows: string;
  /** The keys or the button that are pressed then, and what that brings. */
  keys?: string[];
  button?: string;
  opens?: string;
  /** True for a page as a visitor who is not signed in sees it. */
  outside?: boolean;
};

const [first_call] = home.calls;
const [hollis] = home.cases;
if (!first_call || !hollis) throw new Error('the demo has lost its calls');
const call = `/calls/${first_call.uuid}`;

const shotsOf = (welcome: string): Shot[] => [
  { name: 'sign-in', path: '/sign-in', shows: english.sessions.password, outside: true },
  { name: 'welcome', path: welcome, shows: english.invitations.name, outside: true },
  { name: 'today', path: '/', shows: english.today.latest },
  { name: 'cases', path: '/cases', shows: 'Edith Lindqvist' },
  { name: 'case', path: `/cases/${hollis.uuid}`, shows: 'A question of the county' },
  { name: 'case-history', path: `/cases/${hollis.uuid}/history`, shows: english.versions.fields.summary },
  { name: 'call', path: `${call}#t=80.7`, shows: english.calls.who_is_this },
  { name: 'correcting', path: call, shows: 'Evergreen', keys: ['d', 'e'], opens: english.calls.correction_hint },
  {
    name: 'export',
    path: call,
    shows: 'Evergreen',
    button: english.calls.exports.open,
    opens: english.calls.exports.title,
  },
  { name: 'call-history', path: `${call}/history`, shows: english.versions.changes_in_transcript(1) },
  { name: 'search', path: '/search?q=hollis', shows: 'First call from the family' },
  { name: 'account', path: '/settings/account', shows: english.settings.sections.account },
  { name: 'organization', path: '/settings/organization', shows: english.settings.sections.organization },
  { name: 'people', path: '/settings/people', shows: 'Theo' },
  { name: 'locations', path: '/settings/locations', shows: 'Main Street' },
  { name: 'templates', path: '/settings/templates', shows: english.settings.sections.templates },
  { name: 'tokens', path: '/settings/tokens', shows: english.settings.sections.tokens },
  { name: 'jobs', path: '/settings/jobs', shows: english.jobs.none },
  { name: 'audit', path: '/settings/audit', shows: english.audit.verify },
  { name: 'retention', path: '/settings/retention', shows: 'A question of the county' },
];

const KINDS = [
  { ending: '', width: 1360, height: 860, dark: false },
  { ending: '-390', width: 390, height: 844, dark: false },
  { ending: '-dark', width: 1360, height: 860, dark: true },
];

/** Fills the home with the work of its first days; answers with the address of an open invitation. */
const live = async ({ calls, cases, locations, retention, users }: Client): Promise<string> => {
  await locations.create({ body: { name: 'Main Street' } });
  await retention.hold({ case_uuid: hollis.uuid, body: { reason: 'A question of the county' } });
  await cases.update({ case_uuid: hollis.uuid, body: { summary: `${hollis.summary} Doors at 9.` } });
  const { transcript } = (await calls.get({ call_uuid: first_call.uuid })).data;
  if (!transcript) throw new Error('the demo has lost its words');
  const words = transcript.words.map((word) =>
    word.text === 'delphiniums.' ? { ...word, text: 'delphinium.' } : word,
  );
  await calls.update({ call_uuid: first_call.uuid, body: { transcript: { ...transcript, words } } });
  const { data } = await users.create({
    body: { email: 'theo@evergreen.example', name: 'Theo', access_level: 'member' },
  });
  return data.invitation.link;
};

/** Ends what waits for changes, so that a page comes to rest. */
const followNothing = (page: Page) => page.route('**/v1/changes?*', (route) => route.abort());

const take = async (page: Page, { name, path, shows, keys = [], button, opens }: Shot, ending: string) => {
  await followNothing(page);
  await page.goto(path);
  await page.getByRole('main').getByText(shows).first().waitFor();
  if (button) await page.getByRole('button', { name: button, exact: true }).click();
  for (const key of keys) await page.keyboard.press(key);
  if (opens) await page.getByText(opens).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready.then(() => {})');
  const file = fileURLToPath(new URL(`../docs/screenshots/${name}${ending}.png`, import.meta.url));
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
};

/** The first sheet of a call on paper: its PDF is Chromium's own. */
const takePaper = async (browser: Browser, baseURL: string, token: string) => {
  const extraHTTPHeaders = { authorization: `Bearer ${token}` };
  const context = await browser.newContext({
    baseURL,
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    extraHTTPHeaders,
  });
  const page = await context.newPage();
  await followNothing(page);
  await page.goto(call);
  await page.getByRole('link', { name: 'Margaret Hollis' }).waitFor();
  await page.waitForLoadState('networkidle');
  const input = await page.pdf({ format: 'Letter' });
  await context.close();
  const picture = fileURLToPath(new URL('../docs/screenshots/printed', import.meta.url));
  const { status } = spawnSync('pdftoppm', ['-png', '-singlefile', '-r', '90', '-', picture], { input });
  if (status !== 0) throw new Error('pdftoppm is missing (apt-get install poppler-utils), or has failed');
};

/** The colours of a page are few: 64 of them are enough, and take a third of the bytes. */
const makeSmall = () => {
  const files = globSync(fileURLToPath(new URL('../docs/screenshots/*.png', import.meta.url)));
  const { status } = spawnSync('pngquant', ['--force', '--ext', '.png', '--speed', '1', '--strip', '64', ...files]);
  if (status !== 0)
    throw new Error('pngquant is missing (apt-get install pngquant), or has failed: the pictures are large');
};

const takeAll = async (browser: Browser, baseURL: string, token: string, shots: Shot[]) => {
  for (const { ending, width, height, dark } of KINDS) {
    for (const shot of shots) {
      const context = await browser.newContext({
        baseURL,
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        locale: 'en-US',
        timezoneId: 'America/Chicago',
        ...(!shot.outside && { extraHTTPHeaders: { authorization: `Bearer ${token}` } }),
      });
      await take(await context.newPage(), shot, ending);
      await context.close();
    }
  }
};

const folder = await mkdtemp(join(tmpdir(), 'pharos-screenshots-'));
const stops: (() => Promise<void>)[] = [];
try {
  const { subject } = await startPharos(folder, stops, { demo: true });
  const client = createClient({ baseUrl: subject.address, token: subject.token });
  const { pathname, hash } = new URL(await live(client), subject.address);
  const browser = await launchChromium(BROWSER);
  stops.push(() => browser.close());
  await takeAll(browser, subject.address, subject.token, shotsOf(`${pathname}${hash}`));
  await takePaper(browser, subject.address, subject.token);
  makeSmall();
} finally {
  for (const stop of stops.reverse()) await stop();
  await rm(folder, { recursive: true, force: true });
}
