import assert from 'node:assert/strict';
import type { Page, Route } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { hold } from './answers.ts';
import { openBrowser } from './browser.ts';
import { assertAccessible, assertLooks } from './looks.ts';
import { like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('member');

const openCase = async (body: object = {}) => {
  const { data } = await nora.client.cases.create({ body: { last_name: 'Hollis', summary: 'No lilies.', ...body } });
  const stored = async () => (await nora.client.cases.get({ case_uuid: data.uuid })).data.case;
  return { case_uuid: data.uuid, path: `/cases/${data.uuid}`, stored };
};
const saved = (page: Page) => page.getByRole('status').filter({ hasText: english.cases.saved }).waitFor();
const write = (page: Page, name: string) =>
  page.getByRole('button', { name: like`^(${english.cases.add}: ${name}|${english.cases.edit(name)})` });
const notes = (page: Page) => page.getByRole('textbox', { name: english.cases.summary });
const isFocused = (one: ReturnType<Page['getByRole']>) =>
  one.evaluate((element) => element.ownerDocument.activeElement === element);

const typed = await openCase();
const fresh = { wide: await openCase({ summary: null }), 'on a telephone': await openCase({ summary: null }) };
const going = await openCase({ last_name: 'Marsh' });
const wide = await openCase({ summary: `https://obituaries.example/${'of-a-long-name-'.repeat(30)}` });
const left = await openCase({ last_name: 'Lang' });
const shared = await openCase();
const queued = await openCase();
const cut = await openCase();
const later = await openCase();
const dated = await openCase({ date_of_birth: '1941-03-12' });

for (const [where, width, height] of [
  ['wide', 1360, 860],
  ['on a telephone', 390, 844],
] as const) {
  inBrowser(
    `the first notes of a case are written in their place, ${where}`,
    nora,
    fresh[where].path,
    async ({ page }) => {
      await page.setViewportSize({ width, height });
      await write(page, english.cases.summary).click();
      await notes(page).fill('No lilies.');
      assert.equal(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), 0);
      const [field, group] = await Promise.all([
        notes(page).boundingBox(),
        page.getByRole('group', { name: english.cases.summary }).boundingBox(),
      ]);
      assert.ok(
        field && group && field.x >= group.x && field.width <= group.width + 1,
        'the field is wider than its place',
      );
      await page
        .getByRole('group', { name: english.cases.summary })
        .getByRole('button', { name: english.ui.save })
        .click();
      await saved(page);
      assert.equal((await fresh[where].stored()).summary, 'No lilies.');
    },
  );
}

inBrowser(
  'notes that are typed are not thrown away by closing the window or by one key',
  nora,
  typed.path,
  async (opened) => {
    const { page, trouble } = opened;
    await write(page, english.cases.summary).click();
    await page.keyboard.press('Escape');
    await write(page, english.cases.summary).click();
    await notes(page).fill('Lilies after all, and the long way round by the harbour.');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    assert.equal((await asked).type(), 'beforeunload');
    assert.deepEqual(trouble.splice(0), ['a dialog: beforeunload']);

    await notes(page).press('Escape');
    await page.getByText(english.cases.save_ask).waitFor();
    const save = page
      .getByRole('group', { name: english.cases.summary })
      .getByRole('button', { name: english.ui.save });
    assert.ok(await isFocused(save));
    await assertAccessible(page, 'asked whether to keep notes');
    await page.keyboard.press('Escape');
    assert.ok(await isFocused(notes(page)));
    await page.keyboard.type(' Ask Anna.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await saved(page);
    const kept = 'Lilies after all, and the long way round by the harbour. Ask Anna.';
    assert.equal((await typed.stored()).summary, kept);
    assert.ok(await isFocused(write(page, english.cases.summary)));

    await write(page, english.cases.summary).click();
    await notes(page).fill('Nobody wants this.');
    await page.getByRole('button', { name: english.cases.discard }).click();
    await write(page, english.cases.summary).getByText(kept).waitFor();
    assert.equal((await typed.stored()).summary, kept);
  },
);

inBrowser('whoever goes back a page saves what is written', nora, '/cases', async ({ page }) => {
  await page.getByRole('heading', { level: 1, name: english.cases.title }).waitFor();
  await page.getByRole('main').getByRole('link', { name: /Marsh/ }).click();
  await write(page, english.cases.summary).click();
  await notes(page).fill('Said on the stairs.');
  const answered = page.waitForResponse((response) => response.request().method() === 'PATCH');
  await page.goBack();
  assert.equal((await answered).status(), 200);
  assert.equal((await going.stored()).summary, 'Said on the stairs.');
});

inBrowser(
  'what could not be saved while the page was left is told to whoever comes back',
  nora,
  left.path,
  async ({ page }) => {
    const cut = (route: Route) => (route.request().method() === 'PATCH' ? route.abort() : route.fallback());
    await page.route(`**/v1${left.path}`, cut);
    await write(page, english.cases.summary).click();
    await notes(page).fill('Said at the door.');
    const lost = page.waitForEvent('requestfailed', (request) => request.method() === 'PATCH');
    await page
      .getByRole('navigation', { name: english.app.navigation })
      .getByRole('link', { name: english.app.cases })
      .click();
    await lost;
    await page.unroute(`**/v1${left.path}`, cut);
    await page.getByRole('main').getByRole('link', { name: /Lang/ }).click();
    await page.getByRole('alert').getByText(english.cases.not_saved('Said at the door.')).waitFor();
    await page.getByRole('alert').getByRole('button', { name: english.ui.try_again }).click();
    await saved(page);
    assert.equal((await left.stored()).summary, 'Said at the door.');
  },
);

inBrowser('a long address in the notes leaves the page as wide as it is', nora, wide.path, async ({ page }) => {
  await write(page, english.cases.summary).waitFor();
  await assertLooks(page, 'a long address in the notes');
  await write(page, english.cases.summary).click();
  await notes(page).waitFor();
  await assertAccessible(page, 'a long address being written');
  await page.setViewportSize({ width: 390, height: 844 });
  await assertAccessible(page, 'a long address being written, narrow');
});

inBrowser(
  'two people on one case meet only where both change the same fact',
  nora,
  shared.path,
  async ({ page }) => {
    const change = (body: object) => nora.client.cases.update({ case_uuid: shared.case_uuid, body });
    await write(page, english.cases.external_id).click();
    await change({ summary: 'Lilies.' });
    await page.keyboard.type('T-0500');
    await page.keyboard.press('Enter');
    await saved(page);
    await write(page, english.cases.summary).getByText('Lilies.').waitFor();
    assert.equal((await shared.stored()).external_id, 'T-0500');

    await write(page, english.cases.external_id).click();
    await change({ external_id: 'T-0501' });
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    const late = page.getByRole('alert').filter({ hasText: english.cases.changed_meanwhile });
    await late.getByText(english.cases.not_saved('T-05007')).waitFor();
    await write(page, english.cases.external_id).getByText('T-0501').waitFor();
    assert.equal((await shared.stored()).external_id, 'T-0501');
    await assertAccessible(page, 'a fact that two have changed');
  },
  { unaware: true },
);

inBrowser(
  'a change that was refused is told also when the next is saved',
  nora,
  queued.path,
  async ({ page }) => {
    const told = page.getByText(english.cases.not_saved('T-0600'));
    await write(page, english.cases.external_id).click();
    await nora.client.cases.update({ case_uuid: queued.case_uuid, body: { external_id: 'T-0700' } });
    const letGo = await hold(page, `**/v1/cases/${queued.case_uuid}`);
    await page.keyboard.type('T-0600');
    await page.keyboard.press('Enter');
    await write(page, english.cases.summary).click();
    await notes(page).fill('Lilies.');
    await page.keyboard.press('Control+Enter');
    await letGo();
    await told.waitFor();
    await write(page, english.cases.summary).getByText('Lilies.').waitFor();
    await page.getByText(english.cases.saving).waitFor({ state: 'detached' });
    assert.ok(await told.isVisible());
    const { summary, external_id } = await queued.stored();
    assert.deepEqual([summary, external_id], ['Lilies.', 'T-0700']);

    await write(page, english.cases.external_id).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('T-0701');
    await page.keyboard.press('Enter');
    await saved(page);
    await told.waitFor({ state: 'detached' });
    assert.equal((await queued.stored()).external_id, 'T-0701');
  },
  { unaware: true },
);

inBrowser(
  'a change that was cut off does not come after a newer one of the same fact',
  nora,
  cut.path,
  async ({ page }) => {
    await write(page, english.cases.last_name).waitFor();
    let patches = 0;
    // Of what is let go, the first change is lost on its way.
    await page.route(new RegExp(`/v1/cases/${cut.case_uuid}`), (route) =>
      route.request().method() === 'PATCH' && patches++ === 0 ? route.abort() : route.fallback(),
    );
    const letGo = await hold(page, `**/v1/cases/${cut.case_uuid}`);
    const name = async (text: string) => {
      await write(page, english.cases.last_name).click();
      await page.keyboard.press('Control+A');
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    await name('Holis');
    await write(page, english.cases.last_name).getByText('Holis').waitFor();
    await name('Holliss');
    await letGo();
    await page.getByText(english.cases.saved, { exact: true }).waitFor();
    assert.equal((await cut.stored()).last_name, 'Holliss');
    await write(page, english.cases.summary).click();
    await notes(page).fill('Lilies.');
    await page.keyboard.press('Control+Enter');
    await write(page, english.cases.summary).getByText('Lilies.').waitFor();
    await saved(page);
    const { last_name, summary } = await cut.stored();
    assert.deepEqual([last_name, summary], ['Holliss', 'Lilies.']);
  },
);

inBrowser(
  'what could not be saved goes with the next change, and not over somebody else’s',
  nora,
  later.path,
  async ({ page }) => {
    const address = `**/v1/cases/${later.case_uuid}`;
    await page.route(address, (route) => (route.request().method() === 'PATCH' ? route.abort() : route.fallback()));
    await write(page, english.cases.external_id).click();
    await page.keyboard.type('T-0800');
    await page.keyboard.press('Enter');
    const told = page.getByText(english.cases.not_saved('T-0800'));
    await told.waitFor();
    // The failed change is over once it can be tried again: only then does the next one take it along.
    await page.getByRole('button', { name: english.ui.try_again }).waitFor();
    await nora.client.cases.update({ case_uuid: later.case_uuid, body: { external_id: 'T-0900' } });
    await page.unroute(address);
    await write(page, english.cases.summary).click();
    await notes(page).fill('Lilies.');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').filter({ hasText: english.cases.changed_meanwhile }).waitFor();
    await told.waitFor();
    await write(page, english.cases.external_id).getByText('T-0900').waitFor();
    await page.getByText(english.cases.saving).waitFor({ state: 'detached' });
    const { external_id, summary } = await later.stored();
    assert.deepEqual([external_id, summary], ['T-0900', 'Lilies.']);
  },
  { unaware: true },
);

inBrowser('a death before the birth is saved, and asked about beside it', nora, dated.path, async ({ page }) => {
  await write(page, english.cases.died).click();
  await page.getByLabel(english.cases.died).fill('1914-03-12');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.getByText(english.cases.before_birth).waitFor();
  assert.equal((await dated.stored()).date_of_death, '1914-03-12');
  await assertLooks(page, 'a death before the birth');
  await write(page, english.cases.died).click();
  await page.getByLabel(english.cases.died).fill('2014-03-12');
  await page.keyboard.press('Enter');
  await page.getByText(english.cases.before_birth).waitFor({ state: 'detached' });
});
