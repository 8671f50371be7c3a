import assert from 'node:assert/strict';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { FLORIST, openInventedHome } from './invented-home.ts';
import { assertAccessible } from './looks.ts';
import { ANY, like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('member');
const home = await openInventedHome(nora);
const [hollis = ''] = home.cases;
const reader = await pharos.person('viewer', nora);
const boss = await pharos.person('admin', nora);
const held = (await nora.client.cases.create({ body: { last_name: 'Marsh' } })).data.uuid;
for (const reason of ['A question of the coroner.', 'An old one']) {
  const { data } = await boss.client.retention.hold({ case_uuid: held, body: { reason } });
  if (reason === 'An old one') await boss.client.retention.release({ hold_uuid: data.uuid });
}
for (const file_name of ['Refused.mp3', 'Kept.mp3']) {
  const duration = file_name === 'Kept.mp3' ? 60 : null;
  const { data } = await nora.client.calls.create({ body: { case_uuid: held, file_name, duration } });
  await nora.client.calls.remove({ call_uuid: data.uuid });
}

inBrowser(
  'a call that is deleted is gone from its case, and is brought back there',
  nora,
  home.path(FLORIST),
  async ({ page }) => {
    await page.getByRole('button', { name: english.calls.remove }).click();
    const ask = page.getByRole('group', { name: english.calls.remove_ask });
    await assertAccessible(page, 'asked whether to delete a call');
    await ask.getByRole('button', { name: english.calls.remove }).click();
    await page.getByRole('heading', { level: 1, name: 'Margaret Hollis' }).waitFor();
    const deleted = page.getByRole('list', { name: english.cases.deleted_calls }).getByRole('listitem');
    await deleted.filter({ hasText: 'Florist, flowers for Saturday' }).waitFor();
    const calls = page.getByRole('region', { name: english.cases.calls }).getByRole('link', { name: /Florist/ });
    assert.equal(await calls.count(), 0);
    await page.getByRole('button', { name: like`^${english.cases.restore}: Florist` }).click();
    await calls.waitFor();
    await page.getByText(english.cases.no_deleted_calls).waitFor();
  },
);

inBrowser(
  'a case that is deleted is among the deleted ones, and is brought back from there with its calls',
  nora,
  `/cases/${hollis}`,
  async ({ page }) => {
    await page.getByRole('button', { name: english.cases.remove }).click();
    const ask = page.getByRole('group', { name: english.cases.remove_ask('Margaret Hollis') });
    await ask.getByRole('button', { name: english.cases.remove }).click();
    await page.getByRole('heading', { level: 1, name: english.cases.deleted }).waitFor();
    const line = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Margaret Hollis' });
    await line.getByText(like`^${english.cases.deleted_at(ANY)}`).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await assertAccessible(page, 'deleted cases, narrow');
    await page.getByRole('searchbox', { name: english.cases.search }).fill('nobody');
    await page.getByText(english.cases.no_matches).waitFor();
    await page.getByRole('searchbox', { name: english.cases.search }).fill('hollis');
    await line.getByRole('button', { name: `${english.cases.restore}: Margaret Hollis` }).click();
    await page.getByText(english.cases.no_matches).waitFor();
    const told = page.getByRole('status').filter({ hasText: english.cases.restored('Margaret Hollis') });
    assert.equal(await told.getByRole('link', { name: english.cases.open }).getAttribute('href'), `/cases/${hollis}`);
    await assertAccessible(page, 'a case that was restored, narrow');
    await page.getByRole('link', { name: english.cases.show_all }).click();
    await page.getByRole('heading', { level: 1, name: english.cases.title, exact: true }).waitFor();
    await page.getByRole('link', { name: /Margaret Hollis/ }).click();
    await page.getByRole('link', { name: /Florist/ }).waitFor();
  },
);

inBrowser('whoever may only read cannot delete', reader, `/cases/${hollis}`, async ({ page }) => {
  await page.getByRole('heading', { level: 1, name: 'Margaret Hollis' }).waitFor();
  assert.equal(
    await page.getByRole('button', { name: like`^(${english.calls.remove}|${english.cases.remove})` }).count(),
    0,
  );
  await page.getByText(english.cases.deleted_calls).click();
  await page.getByText(english.cases.no_deleted_calls).waitFor();
});

inBrowser('whoever deletes a case that is held reads why it stays', nora, `/cases/${held}`, async ({ page }) => {
  await page.getByText('A question of the coroner.').waitFor();
  await page.getByRole('button', { name: english.cases.remove }).click();
  const why = english.cases.on_hold('A question of the coroner');
  await page
    .getByRole('group', { name: english.cases.remove_ask('Marsh') })
    .getByText(why)
    .waitFor();
  await assertAccessible(page, 'asked whether to delete a case that is held');
});

inBrowser(
  'a call of a file that never came is not among the deleted ones',
  nora,
  `/cases/${held}`,
  async ({ page }) => {
    await page.getByText(english.cases.deleted_calls).click();
    const deleted = page.getByRole('list', { name: english.cases.deleted_calls }).getByRole('listitem');
    await deleted.filter({ hasText: 'Kept' }).waitFor();
    assert.equal(await deleted.count(), 1);
  },
);
