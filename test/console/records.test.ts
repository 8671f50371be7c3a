import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openGone } from '../support/ageing.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { openInventedHome } from './invented-home.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await pharos.person('admin');
const { client } = admin;
const home = await openInventedHome(admin);
const [hollis = ''] = home.cases;
const viewer = await pharos.person('viewer', admin);
await assert.rejects(viewer.client.cases.create({ body: {} }));

const lineOf = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text });

inBrowser(
  'the audit is narrowed down by who, what and how it ended, and the address keeps it',
  admin,
  '/settings/audit',
  async ({ page }) => {
    const events = page.getByRole('list', { name: 'Events' }).getByRole('listitem');
    await events.filter({ hasText: 'open a call' }).first().waitFor();
    await events.getByRole('link', { name: 'Margaret Hollis' }).first().waitFor();
    const filter = page.getByRole('form', { name: 'Look for events' });
    await filter.getByRole('combobox', { name: 'What was done' }).selectOption('open a case');
    await filter.getByRole('button', { name: 'Look' }).click();
    await page.waitForURL(/action=cases\.create/);
    await events.filter({ hasText: 'open a call' }).first().waitFor({ state: 'detached' });
    await filter.getByRole('combobox', { name: 'What was done' }).selectOption('Anything');
    await filter.getByRole('combobox', { name: 'Outcome' }).selectOption('refused');
    await filter.getByRole('combobox', { name: 'Who' }).selectOption('viewer');
    await filter.getByRole('button', { name: 'Look' }).click();
    await page.waitForURL(/outcome=refused/);
    await events.filter({ hasText: 'open a call' }).first().waitFor({ state: 'detached' });
    await events.filter({ hasText: 'open a case' }).getByText('refused').waitFor();
    await events.nth(1).waitFor({ state: 'detached' });
    await page.reload();
    await events.filter({ hasText: 'open a case' }).waitFor();
    assert.equal(await filter.getByRole('combobox', { name: 'Outcome' }).inputValue(), 'refused');
    await filter.getByLabel('To').fill('2001-01-01');
    await filter.getByRole('button', { name: 'Look' }).click();
    await page.getByText('There are no such events.').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await events.filter({ hasText: 'open a call' }).first().waitFor();
  },
);

inBrowser('the chain is verified, with its newest seal', admin, '/settings/audit', async ({ page }) => {
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await page.getByText(/^The chain is whole: \d+ events/).waitFor();
  const { head } = (await client.audit.verify()).data;
  assert.equal(head?.length, 64);
  await page
    .getByRole('status')
    .getByText(/^[0-9a-f]{64}$/)
    .waitFor();
});

inBrowser(
  'what a rule would remove is seen ahead, a hold keeps it, and without the hold it would go again',
  admin,
  '/settings/retention',
  async ({ page }) => {
    await client.organizations.patch({
      organization_uuid: admin.actor.organization_uuid,
      body: { pre_need_retention_days: 30 },
    });
    await page.getByText('Nothing would go now.').waitFor();
    await page.getByLabel('What would be gone after').fill('2099-12-31');
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    const rule = page.getByRole('region', { name: 'Cases planned ahead are kept 30 days' });
    await rule.getByRole('link', { name: 'Raúl Delgado' }).waitFor();
    await page.getByRole('button', { name: 'Place a hold' }).click();
    await page.getByRole('searchbox', { name: 'Find by name or case number' }).fill('delgado');
    await page.getByRole('button', { name: 'Find', exact: true }).click();
    await page.getByRole('radio', { name: /Raúl Delgado/ }).check();
    const form = page.getByRole('form', { name: 'Place a hold' });
    await form.getByRole('textbox', { name: 'Why it has to stay' }).fill('The county asked.');
    await form.getByRole('button', { name: 'Place a hold' }).click();
    await rule.getByRole('link', { name: 'Raúl Delgado' }).waitFor({ state: 'detached' });
    const line = page
      .getByRole('list', { name: 'Holds' })
      .getByRole('listitem')
      .filter({ hasText: 'The county asked.' });
    await line.getByRole('link', { name: 'Raúl Delgado' }).waitFor();
    await line.getByRole('button', { name: 'Release: The county asked.' }).click();
    await line.getByRole('group').getByRole('button', { name: 'Release' }).click();
    await rule.getByRole('link', { name: 'Raúl Delgado' }).waitFor();
    assert.deepEqual((await client.retention.listHolds()).data.items, []);
  },
);

inBrowser('a case is held on its own page', admin, `/cases/${hollis}`, async ({ page }) => {
  await page.getByText('This case is not held.').waitFor();
  await page.getByRole('button', { name: 'Place a hold' }).click();
  const form = page.getByRole('form', { name: 'Place a hold' });
  await form.getByRole('button', { name: 'Place a hold' }).click();
  await page.getByRole('alert').filter({ hasText: 'Something is not right yet.' }).waitFor();
  await form.getByRole('textbox', { name: 'Why it has to stay' }).fill('A question of the family');
  await form.getByRole('button', { name: 'Place a hold' }).click();
  await lineOf(page, 'A question of the family').waitFor();
  assert.equal((await client.retention.listHolds()).data.items[0]?.case_uuid, hollis);
});

inBrowser(
  'a certificate of what was removed says what it is and proves it',
  admin,
  '/settings/retention',
  async ({ page }) => {
    const gone = await openGone(pharos.database, client);
    await page.reload();
    const line = page
      .getByRole('list', { name: 'Certificates' })
      .getByRole('listitem')
      .filter({ hasText: `A case that is gone ${gone.uuid.slice(0, 8)}` });
    await line.getByText('Deleted more than 30 days ago').waitFor();
    await line.getByText('What the certificate says').click();
    await line.getByText(/^[0-9a-f]{64}$/).waitFor();
  },
);
