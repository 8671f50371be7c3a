import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { failed, hold, refuse } from './answers.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, openInventedHome } from './invented-home.ts';
import { assertLooks, lookOnce } from './looks.ts';
import { ANY, like } from './wording.ts';

// Every page in every state that the network can put it in: on its way, there, cut off, refused, and signed out.

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await pharos.person('admin');
const home = await openInventedHome(admin, 1);
const [hollis = ''] = home.cases;
const call = home.path(FIRST_CALL);
await admin.client.locations.create({ body: { name: 'The chapel' } });

/** A page, what it asks the server for first, and what it shows then. */
const PAGES: [name: string, path: string, asks: RegExp, shows: string | RegExp][] = [
  ['Today', '/', /\/v1\/calls\?/, english.today.latest],
  ['cases', '/cases', /\/v1\/cases\?/, 'Edith Lindqvist'],
  ['deleted cases', '/cases?deleted=1', /\/v1\/cases\?/, english.cases.no_deleted],
  ['a case', `/cases/${hollis}`, /\/v1\/cases\/[\w-]+$/, english.cases.external_id],
  ['a call', call, /\/v1\/calls\/[\w-]+$/, 'good morning'],
  ['the history of a call', `${call}/history`, /\/versions/, english.versions.version('1')],
  ['the history of a case', `/cases/${hollis}/history`, /\/versions/, english.versions.version('1')],
  ['search', '/search#q=hollis', /\/v1\/cases\?/, 'Margaret Hollis'],
  ['your account', '/settings/account', /\/v1\/me$/, english.me.change_password],
  ['organization', '/settings/organization', /\/v1\/organizations\//, english.organizations.retention_days],
  ['people', '/settings/people', /\/v1\/users\?/, english.users.you],
  ['locations', '/settings/locations', /\/v1\/locations/, 'The chapel'],
  ['templates', '/settings/templates', /\/v1\/generation-templates/, english.generation_templates.none],
  ['sources', '/settings/sources', /\/v1\/sources/, english.sources.none],
  ['tokens', '/settings/tokens', /\/v1\/tokens/, like`${english.tokens.last_used(ANY)}`],
  ['jobs', '/settings/jobs', /\/v1\/jobs/, english.jobs.none],
  ['audit', '/settings/audit', /\/v1\/audit-events/, english.audit.events],
  ['retention', '/settings/retention', /\/v1\/retention/, english.retention.none_now],
];

/** Share of the page that has moved by itself, from 0 to 1. */
const MOVED = `new Promise((resolve) => {
  let moved = 0;
  const add = (list) => { for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) moved += value; };
  new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(moved)));
})`;

/** Asserts that a screen reader has landmarks and headings, and that nothing has moved on the page. */
const assertReadable = async (page: Page, name: string) => {
  for (const role of ['banner', 'main'] as const) assert.equal(await page.getByRole(role).count(), 1, name);
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, name);
  await page.getByRole('navigation', { name: english.app.navigation }).waitFor();
  for (const list of await page.getByRole('list').all()) assert.ok(await list.getByRole('listitem').count(), name);
  const moved = await page.evaluate<number>(MOVED);
  assert.ok(moved < 0.02, `${name}: ${moved} of the page has moved`);
};

const main = (page: Page) => page.getByRole('main');
/** A page asks three times, a second and two seconds apart, before it says that it cannot be shown. */
const untilGivenUp = async (page: Page) => {
  const alert = main(page).getByRole('alert').filter({ hasText: english.app.failed });
  while ((await alert.count()) === 0) await page.clock.fastForward(1000);
  return alert;
};

/** Check of looks that looks once at what several pages draw alike. */
const assertSameLooks = lookOnce();

for (const [name, path, asks, shows] of PAGES) {
  inBrowser(
    `${name}: on its way, there, cut off, refused, tried again, and signed out`,
    admin,
    'about:blank',
    async ({ page }) => {
      const there = main(page).getByText(shows).first();
      await page.clock.install();

      const letGo = await hold(page, asks);
      await page.goto(path);
      await page.getByRole('status').filter({ hasText: english.ui.loading }).first().waitFor();
      await assertSameLooks(page, `${name}, on its way`);
      await letGo();
      await there.waitFor();
      await assertReadable(page, name);
      await assertLooks(page, name);

      await page.context().setOffline(true);
      await page.getByRole('status').filter({ hasText: english.app.offline }).waitFor();
      assert.ok(await there.isVisible());
      await assertLooks(page, `${name}, cut off`);
      await page.context().setOffline(false);
      await page.getByText(english.app.offline).waitFor({ state: 'detached' });

      const request_id = await refuse(page, asks, failed);
      await page.reload();
      const alert = await untilGivenUp(page);
      await alert.getByText(request_id).waitFor();
      await assertSameLooks(page, `${name}, refused`);
      await page.unroute(asks);
      await alert.getByRole('button', { name: english.ui.try_again }).click();
      await there.waitFor();

      await page.context().setExtraHTTPHeaders({});
      await page.reload();
      await page.getByRole('heading', { level: 1, name: english.sessions.title }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('to'), path);
    },
  );
}
