import assert from 'node:assert/strict';
import { RETRY_AFTER } from '../../console/api/failures.ts';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { openInventedHome } from './invented-home.ts';
import { assertAccessible } from './looks.ts';
import { GREETING, SPANISH_GREETING } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('member');
const home = await openInventedHome(nora, 2);
const morning = await pharos.person('member');
const { data: first } = await morning.client.cases.create({ body: { last_name: 'Marsh' } });

/** Pages that are gone to without a connection, and what they show once there is one. */
const PAGES: [name: string, from: string, link: string, shows: string][] = [
  ['cases', '/', english.app.cases, 'Edith Lindqvist'],
  ['Today', '/cases', english.app.today, english.today.latest],
];
for (const [name, from, link, shows] of PAGES) {
  inBrowser(`${name} failed without a connection, and comes when there is one again`, nora, from, async ({ page }) => {
    // The pages are fetched ahead; what is missing offline is what is in them.
    await page.waitForResponse(/call-page.*\.js/);
    await page.route('**/v1/**', (route) => route.abort('internetdisconnected'));
    await page.getByRole('link', { name: link }).click();
    await page.getByRole('alert').filter({ hasText: english.ui.unreachable }).waitFor();
    await page.unroute('**/v1/**');
    await page.evaluate("dispatchEvent(new Event('online'))");
    await page.getByText(shows).waitFor();
  });
}

inBrowser('a page that failed is asked for again while the server is away', nora, '/search', async ({ page }) => {
  await page.clock.install();
  await page.route('**/v1/**', (route) => route.abort('connectionrefused'));
  await page.getByRole('link', { name: english.app.cases }).click();
  const failed = page.getByRole('alert').filter({ hasText: english.ui.unreachable });
  while ((await failed.count()) === 0) await page.clock.fastForward(1000);
  await page.unroute('**/v1/**');
  await page.clock.fastForward(RETRY_AFTER);
  await page.getByText('Edith Lindqvist').waitFor();
});

inBrowser('Today shows a call that comes in while it is open', morning, '/', async ({ page }) => {
  await page.getByText(english.today.no_calls).waitFor();
  await page.clock.install();
  await page.reload();
  await page.getByText(english.today.no_calls).waitFor();
  await morning.client.calls.create({ body: { case_uuid: first.uuid, file_name: 'Just now.wav' } });
  await page.clock.fastForward(31_000);
  await page.getByRole('link', { name: /^Just now/ }).waitFor();
});

const DROP = `{
  const files = new DataTransfer();
  files.items.add(new File(['sound'], 'Voice memo.m4a', { type: 'audio/mp4' }));
  const drag = (name) => {
    const event = new DragEvent(name, { dataTransfer: files, bubbles: true, cancelable: true });
    document.querySelector('main').dispatchEvent(event);
    return event.defaultPrevented;
  };
  drag('dragover') && drag('drop');
}`;
for (const path of ['/cases', '/settings/account']) {
  inBrowser(`a file that is dropped on ${path} is held, and its way is told`, nora, path, async ({ page }) => {
    await page.getByRole('heading', { level: 1 }).waitFor();
    assert.equal(await page.evaluate(DROP), true);
    const told = page.getByRole('status').filter({ hasText: english.cases.drop_on_case });
    await told.getByRole('link', { name: english.app.cases }).click();
    await page.getByText('Edith Lindqvist').waitFor();
    await told.waitFor({ state: 'detached' });
  });
}
inBrowser('a file that is dropped on a case is its own alone', nora, `/cases/${home.cases[0]}`, async ({ page }) => {
  await page.getByRole('heading', { level: 1, name: 'Margaret Hollis' }).waitFor();
  assert.equal(await page.evaluate(DROP), true);
  await page.getByRole('list', { name: english.recordings.uploads }).getByText('Voice memo.m4a').waitFor();
  assert.equal(await page.getByText(english.cases.drop_on_case).count(), 0);
});

/** Language tags that systems and browsers have given for the reader. */
const LANGUAGES = [['en-US@posix'], ['en-US.UTF-8'], ['en-US,en'], [''], ['garbage!'], [], ['es_MX.UTF-8@euro']];
for (const languages of LANGUAGES) {
  const spanish = languages[0]?.startsWith('es');
  inBrowser(
    `a browser of the languages ${JSON.stringify(languages)} shows the page`,
    nora,
    '/sign-in',
    async ({ page }) => {
      await page.addInitScript(`
      Object.defineProperty(Navigator.prototype, 'languages', { get: () => ${JSON.stringify(languages)} });
      Object.defineProperty(Navigator.prototype, 'language', { get: () => ${JSON.stringify(languages[0] ?? '')} });
    `);
      await page.goto('/');
      await page.getByRole('heading', { level: 1, name: spanish ? SPANISH_GREETING : GREETING }).waitFor();
      if (languages[0] === '') await assertAccessible(page, 'Today without a language');
    },
  );
}
