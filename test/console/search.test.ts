import assert from 'node:assert/strict';
import { english } from '../../console/texts/english.ts';
import { refusal } from '../../server/platform/errors/errors.ts';
import { openPharos } from '../support/pharos.ts';
import { failed, hold, refuse } from './answers.ts';
import { openBrowser } from './browser.ts';
import { openDemoHome } from './demo-home.ts';
import { FIRST_CALL, FLORIST, openInventedHome } from './invented-home.ts';
import { assertAccessible, assertLooks } from './looks.ts';
import { like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('member');
const home = await openInventedHome(nora);
await nora.client.calls.update({
  call_uuid: home.call(FLORIST),
  body: { provider_metadata: { assembly_ai_id: 'flowers-7' } },
});
const newcomer = await pharos.person('admin');
const curious = await pharos.person('admin');
const reader = await pharos.person('viewer', newcomer);
const host = await openDemoHome(pharos);
await host.client.cases.create({ body: { last_name: 'Our own' } });
const sampled = await openDemoHome(pharos);
const visitor = await pharos.person('member', sampled);

inBrowser('a search finds a case with its calls, and its address can be kept', nora, '/search', async ({ page }) => {
  await page.getByText(english.search.scope).waitFor();
  await page.getByRole('searchbox').fill('hollis');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search#q=hollis');
  const found = page.getByRole('region', { name: 'Margaret Hollis' });
  await found.getByRole('link', { name: /First call from the family/ }).waitFor();
  assert.equal(await found.getByRole('listitem').count(), 3);
  await page.reload();
  await found.getByRole('link', { name: /First call/ }).click();
  await page.getByRole('heading', { level: 1, name: 'First call from the family' }).waitFor();
  await page.goBack();
  assert.equal(await page.getByRole('searchbox').inputValue(), 'hollis');
});

for (const [path, before] of [
  ['/search?q=lindqvist', 'Edith Lindqvist'],
  ['/cases?q=lindqvist', 'Edith Lindqvist'],
] as const) {
  inBrowser(`while the server takes its time, what is typed at ${path} stays`, nora, path, async ({ page }) => {
    const field = page.getByRole('searchbox');
    const main = page.getByRole('main');
    await main.getByRole('link', { name: before }).first().waitFor();
    await page.clock.install();
    await field.selectText();
    const letGo = await hold(page, /\/v1\/cases\?.*holl/);
    const asked = page.waitForRequest(/\/v1\/cases\?.*holl/);
    await field.pressSequentially('holl');
    await page.keyboard.press('Enter');
    await asked;
    // Longer than a page waits before it says that another is on its way.
    await page.clock.fastForward(2000);
    await main.getByRole('status').filter({ hasText: english.ui.loading }).waitFor();
    await main.getByRole('link', { name: before }).first().waitFor();
    await page.keyboard.type('is');
    assert.equal(await field.inputValue(), 'hollis');
    await letGo();
    await page.keyboard.press('Enter');
    await main.getByRole('link', { name: 'Margaret Hollis' }).first().waitFor();
    await main.getByRole('status').filter({ hasText: english.ui.loading }).waitFor({ state: 'detached' });
    await main.getByRole('link', { name: before }).first().waitFor({ state: 'detached' });
    await field.and(page.locator(':focus')).waitFor();
  });
}

inBrowser('a search that fails says so beside the field, and is asked again', nora, '/cases', async ({ page }) => {
  const main = page.getByRole('main');
  const field = page.getByRole('searchbox');
  await main.getByRole('link', { name: 'Margaret Hollis' }).waitFor();
  await refuse(page, /\/v1\/cases\?.*lind/, refusal(403, 'insufficient_scope', 'Not with this token'));
  await field.fill('lind');
  const alert = main.getByRole('alert').filter({ hasText: english.refusals.insufficient_scope });
  await alert.waitFor();
  assert.equal(await field.inputValue(), 'lind');
  await field.and(page.locator(':focus')).waitFor();
  await assertAccessible(page, 'a search that failed');
  await field.fill('hollis');
  await main.getByRole('link', { name: 'Margaret Hollis' }).waitFor();
  await page.unroute(/\/v1\/cases\?.*lind/);
  await field.fill('lind');
  await main.getByRole('link', { name: 'Edith Lindqvist' }).waitFor();
  await refuse(page, /\/v1\/cases\?.*marg/, failed);
  await page.clock.install();
  await field.fill('marg');
  const again = main.getByRole('alert').getByRole('button', { name: english.ui.try_again });
  while (!(await again.isVisible())) await page.clock.fastForward(1000);
  await page.unroute(/\/v1\/cases\?.*marg/);
  await again.click();
  await main.getByRole('link', { name: 'Margaret Hollis' }).waitFor();

  await page.context().setOffline(true);
  for (const text of ['', 'nobody', '']) {
    await field.fill(text);
    await page.clock.fastForward(1000);
    if (text === '') await main.getByRole('link', { name: 'Edith Lindqvist' }).waitFor();
    else await again.waitFor();
  }
});

inBrowser(
  'whoever is signed out while they look for a case signs in and looks on',
  nora,
  '/cases',
  async ({ page }) => {
    await page.getByRole('link', { name: 'Margaret Hollis' }).waitFor();
    await page.context().setExtraHTTPHeaders({});
    await page.getByRole('searchbox').fill('lindqvist');
    await page.getByRole('heading', { level: 1, name: english.sessions.title }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get('to'), '/cases?q=lindqvist');
  },
);

inBrowser('what was said is found, read, played and opened at its second', host, '/search', async ({ page }) => {
  await page.getByRole('searchbox').fill('service');
  await page.keyboard.press('Enter');
  const said = page.getByRole('region', { name: english.search.said });
  const hit = said.getByRole('listitem').first();
  await hit.locator('mark').first().waitFor();
  assert.match((await hit.locator('mark').first().textContent()) ?? '', /service/i);
  await assertAccessible(page, 'what was said');
  assert.equal(new URL(page.url()).search, '');
  await hit.getByRole('button').focus();
  await page.keyboard.press('ArrowDown');
  await said.getByRole('listitem').nth(1).getByRole('button').and(page.locator(':focus')).waitFor();
  await page.getByRole('combobox', { name: english.search.said_by }).selectOption('ours');
  await said.getByRole('status').waitFor();
  await said.getByRole('link', { name: english.search.open }).first().click();
  await page.waitForURL(/\/calls\/[0-9a-f-]+#t=/);
  await page.goBack();
  await said.getByRole('status').waitFor();
  assert.equal(await page.getByRole('searchbox').inputValue(), 'service');
});

inBrowser(
  'results follow what is typed, and the last of them are those of the field',
  nora,
  '/search',
  async ({ page }) => {
    const said = page.getByRole('region', { name: english.search.said });
    await page.getByText(english.search.scope).waitFor();
    await page.getByRole('searchbox').pressSequentially('kaitlyn');
    await said.getByRole('listitem').first().locator('mark').filter({ hasText: 'Kaitlyn' }).waitFor();
    assert.equal(new URL(page.url()).hash, '#q=kaitlyn');
    await page.getByRole('searchbox').and(page.locator(':focus')).waitFor();
    // Letters that were typed on the way are no pages to go back to.
    await page.getByRole('searchbox').fill('');
    await page.getByText(english.search.scope).waitFor();
    const people = page.getByRole('region', { name: english.search.people });
    await page.getByRole('searchbox').pressSequentially('anna');
    await people.getByRole('link', { name: /Anna Hollis, daughter/ }).waitFor();
    await assertLooks(page, 'people and what was said');
  },
);

inBrowser(
  'where nothing is found, what is near and which filter hides it are offered',
  nora,
  '/search',
  async ({ page }) => {
    const said = page.getByRole('region', { name: english.search.said });
    await page.getByRole('searchbox').fill('kaitlyn funerall');
    await said.getByText(english.search.none('kaitlyn funerall')).waitFor();
    await said.getByRole('link', { name: 'kaitlyn', exact: true }).waitFor();
    await assertLooks(page, 'nothing found, and what is near');
    await said.getByRole('link', { name: 'kaitlyn', exact: true }).click();
    await said.getByRole('listitem').first().waitFor();
    await page.getByRole('combobox', { name: english.search.said_by }).selectOption('ours');
    await said.getByText(english.search.none_kept('kaitlyn')).waitFor();
    const drop = english.search.drop(english.search.who.ours, english.search.more_sentences(1, false));
    await said.getByRole('button', { name: drop }).click();
    await said.getByRole('listitem').first().waitFor();
    await page.getByRole('combobox', { name: english.search.said_by }).selectOption('theirs');
    await page.getByRole('combobox', { name: english.search.said_by }).press('Backspace');
    await page.waitForURL('**/search#q=kaitlyn');
  },
);

inBrowser(
  'what a filter hides is told in a line, and ways of reaching words are switched off',
  nora,
  '/search',
  async ({ page }) => {
    const said = page.getByRole('region', { name: english.search.said });
    await page.getByRole('searchbox').fill('funeral');
    await said.getByRole('listitem').first().waitFor();
    await page.getByRole('combobox', { name: english.search.said_by }).selectOption('ours');
    const hidden = said.getByText(like`^${english.search.hidden.theirs(english.search.more_sentences(1, false))}`);
    await hidden.waitFor();
    await said.getByRole('button', { name: english.search.show_them }).click();
    await hidden.waitFor({ state: 'detached' });
    await page.getByRole('searchbox').fill('funerals');
    await said.getByText(like`${english.search.kinds.form}$`).first().waitFor();
    await page.getByRole('checkbox', { name: english.search.reaches.forms }).click();
    await said.getByText(english.search.none('funerals')).waitFor();
    assert.match(new URL(page.url()).hash, /without=forms/);
  },
);

inBrowser(
  'the rest of a call opens in place, and Enter goes to the second of a sentence',
  nora,
  '/search',
  async ({ page }) => {
    const said = page.getByRole('region', { name: english.search.said });
    await page.getByRole('searchbox').fill('day');
    const call = said.getByRole('article', { name: /First call/ });
    await call.getByRole('button', { name: like`^${english.search.show_in_call(37)}$` }).click();
    await call.getByRole('listitem').nth(39).waitFor();
    await call.getByRole('listitem').nth(1).getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/calls\/[0-9a-f-]+#t=/);
  },
);

inBrowser('a call is found by the id that its provider gave it, and by its own', nora, '/search', async ({ page }) => {
  for (const [text, title] of [
    ['flowers-7', /Florist, flowers/],
    [home.call(FIRST_CALL), /First call from the family/],
  ] as const) {
    await page.getByRole('searchbox').fill(text);
    await page.getByRole('button', { name: english.search.find }).click();
    await page.getByRole('region', { name: english.search.calls_with_id }).getByRole('link', { name: title }).waitFor();
  }
  await page.getByRole('searchbox').fill('<script>alert(1)</script>');
  await page.getByRole('button', { name: english.search.find }).click();
  await page.getByText(english.search.none('<script>alert(1)</script>')).waitFor();
});

inBrowser('an empty home says how to begin', newcomer, '/', async ({ page }) => {
  const begin = page.getByRole('region', { name: english.demo.begin });
  await begin.getByRole('link', { name: english.cases.create }).click();
  await page.getByText(english.cases.none).waitFor();
});

inBrowser(
  'an empty home is filled with the demo when its admin wants to look around',
  curious,
  '/',
  async ({ page }) => {
    await page.getByRole('button', { name: english.demo.add }).click();
    await page.getByRole('region', { name: english.demo.title }).waitFor();
    await page.getByRole('link', { name: /Arrangement conference/ }).waitFor();
  },
);

inBrowser('a viewer of an empty home is told who begins', reader, '/', async ({ page }) => {
  await page.getByText(like`^${english.demo.begin_needs}`).waitFor();
});

inBrowser(
  'sample data says that it is, and a member is not told what they may not do',
  visitor,
  '/',
  async ({ page }) => {
    const demo = page.getByRole('region', { name: english.demo.title });
    await demo.waitFor();
    assert.equal(await demo.getByRole('button').count(), 0);
    assert.equal(await page.getByText(like`^${english.settings.read_only}`).count(), 0);
  },
);

inBrowser('sample data is not spoken of once there is a case of their own', host, '/', async ({ page }) => {
  await page.getByText(english.today.latest).waitFor();
  assert.equal(await page.getByRole('region', { name: english.demo.title }).count(), 0);
});

inBrowser(
  'sample data is removed by an admin, and nothing of their own with it',
  host,
  '/settings/organization',
  async ({ page }) => {
    const demo = page.getByRole('region', { name: english.demo.section });
    await demo.getByRole('button', { name: english.demo.remove }).click();
    await demo.getByRole('group').getByRole('button', { name: english.demo.remove }).click();
    await demo.waitFor({ state: 'detached' });
    const { items } = (await host.client.cases.list()).data;
    assert.deepEqual(
      items.map(({ last_name }) => last_name),
      ['Our own'],
    );
  },
);
