import assert from 'node:assert/strict';
import { openPharos } from '../support/pharos.ts';
import { assertAccessible, openBrowser } from './browser.ts';
import { FLORIST, openInventedHome } from './invented-home.ts';

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
    await page.getByRole('button', { name: 'Delete this call' }).click();
    const ask = page.getByRole('group', { name: /^Delete this call\? It can be brought back/ });
    await assertAccessible(page, 'asked whether to delete a call');
    await ask.getByRole('button', { name: 'Delete this call' }).click();
    await page.getByRole('heading', { level: 1, name: 'Margaret Hollis' }).waitFor();
    const deleted = page.getByRole('list', { name: 'Deleted calls' }).getByRole('listitem');
    await deleted.filter({ hasText: 'Florist, flowers for Saturday' }).waitFor();
    const calls = page.getByRole('region', { name: 'Calls' }).getByRole('link', { name: /Florist/ });
    assert.equal(await calls.count(), 0);
    await page.getByRole('button', { name: /^Bring back: Florist/ }).click();
    await calls.waitFor();
    await page.getByText('No call of this case was deleted of late.').waitFor();
  },
);

inBrowser(
  'a case that is deleted is among the deleted ones, and is brought back from there with its calls',
  nora,
  `/cases/${hollis}`,
  async ({ page }) => {
    await page.getByRole('button', { name: 'Delete this case' }).click();
    const ask = page.getByRole('group', { name: /^Delete the case of Margaret Hollis with all its calls\?/ });
    await ask.getByRole('button', { name: 'Delete this case' }).click();
    await page.getByRole('heading', { level: 1, name: 'Deleted cases' }).waitFor();
    const line = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Margaret Hollis' });
    await line.getByText(/^deleted /).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await assertAccessible(page, 'deleted cases, narrow');
    await page.getByRole('searchbox', { name: 'Find by name or case number' }).fill('nobody');
    await page.getByText('No case is like that.').waitFor();
    await page.getByRole('searchbox', { name: 'Find by name or case number' }).fill('hollis');
    await line.getByRole('button', { name: 'Bring back: Margaret Hollis' }).click();
    await page.getByText('No case is like that.').waitFor();
    await page.getByRole('link', { name: 'Show all cases' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cases', exact: true }).waitFor();
    await page.getByRole('link', { name: /Margaret Hollis/ }).click();
    await page.getByRole('link', { name: /Florist/ }).waitFor();
  },
);

inBrowser('whoever may only read cannot delete', reader, `/cases/${hollis}`, async ({ page }) => {
  await page.getByRole('heading', { level: 1, name: 'Margaret Hollis' }).waitFor();
  assert.equal(await page.getByRole('button', { name: /^Delete this/ }).count(), 0);
  await page.getByText('Deleted calls').click();
  await page.getByText('No call of this case was deleted of late.').waitFor();
});

inBrowser('whoever deletes a case that is held reads why it stays', nora, `/cases/${held}`, async ({ page }) => {
  await page.getByText('A question of the coroner.').waitFor();
  await page.getByRole('button', { name: 'Delete this case' }).click();
  const why = 'It is held: A question of the coroner. Nothing of it is removed for good while that lasts.';
  await page
    .getByRole('group', { name: /^Delete the case of Marsh/ })
    .getByText(why)
    .waitFor();
  await assertAccessible(page, 'asked whether to delete a case that is held');
});

inBrowser(
  'a call of a file that never came is not among the deleted ones',
  nora,
  `/cases/${held}`,
  async ({ page }) => {
    await page.getByText('Deleted calls').click();
    const deleted = page.getByRole('list', { name: 'Deleted calls' }).getByRole('listitem');
    await deleted.filter({ hasText: 'Kept' }).waitFor();
    assert.equal(await deleted.count(), 1);
  },
);
