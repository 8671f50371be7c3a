import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { actionName } from '../../console/audit/action-words.ts';
import { english } from '../../console/texts/english.ts';
import { openGone } from '../support/ageing.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { openInventedHome } from './invented-home.ts';
import { ANY_COUNT, like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await pharos.person('admin');
const { client } = admin;
const home = await openInventedHome(admin);
const [hollis = ''] = home.cases;
/** A home in which no rule was shortened, which would let a purge wait. */
const patient = await pharos.person('admin');
const viewer = await pharos.person('viewer', admin);
await assert.rejects(viewer.client.cases.create({ body: {} }));

const lineOf = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text });

inBrowser(
  'the audit is narrowed down by who, what and how it ended, and the address keeps it',
  admin,
  '/settings/audit',
  async ({ page }) => {
    const events = page.getByRole('list', { name: english.audit.events }).getByRole('listitem');
    await events
      .filter({ has: page.getByTitle('calls.create') })
      .first()
      .waitFor();
    await events.getByRole('link', { name: 'Margaret Hollis' }).first().waitFor();
    const filter = page.getByRole('form', { name: english.audit.filter });
    await filter
      .getByRole('combobox', { name: english.audit.action })
      .selectOption(actionName('cases.create', english));
    await filter.getByRole('button', { name: english.audit.apply }).click();
    await page.waitForURL(/action=cases\.create/);
    await events
      .filter({ has: page.getByTitle('calls.create') })
      .first()
      .waitFor({ state: 'detached' });
    await filter.getByRole('combobox', { name: english.audit.action }).selectOption(english.audit.any_action);
    await filter.getByRole('combobox', { name: english.audit.outcome }).selectOption(english.audit.outcomes.refused);
    await filter.getByRole('combobox', { name: english.audit.person }).selectOption('viewer');
    await filter.getByRole('button', { name: english.audit.apply }).click();
    await page.waitForURL(/outcome=refused/);
    await events
      .filter({ has: page.getByTitle('calls.create') })
      .first()
      .waitFor({ state: 'detached' });
    const refused = events.filter({ hasText: `viewer ${english.audit.tried('create a case')}` });
    await refused.getByText(english.audit.outcomes.refused).waitFor();
    await events.nth(1).waitFor({ state: 'detached' });
    await page.reload();
    await refused.waitFor();
    assert.equal(await filter.getByRole('combobox', { name: english.audit.outcome }).inputValue(), 'refused');
    await filter.getByLabel(english.audit.to).fill('2001-01-01');
    await filter.getByRole('button', { name: english.audit.apply }).click();
    await page.getByText(english.audit.none).waitFor();
    await page.getByRole('button', { name: english.audit.clear }).click();
    await events
      .filter({ has: page.getByTitle('calls.create') })
      .first()
      .waitFor();
  },
);

inBrowser('the chain is verified, with its newest seal', admin, '/settings/audit', async ({ page }) => {
  await page.getByRole('button', { name: english.audit.verify }).click();
  await page.getByText(like`^${english.audit.intact(ANY_COUNT)}`).waitFor();
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
    await page.getByText(english.retention.none_now).waitFor();
    await page.getByLabel(english.retention.by_day).fill('2099-12-31');
    await page.getByRole('button', { name: english.retention.show, exact: true }).click();
    const rule = page.getByRole('region', { name: english.retention.rule_pre_need(30, false) });
    await rule.getByRole('link', { name: 'Raúl Delgado' }).waitFor();
    await page.getByRole('button', { name: english.retention.place }).click();
    await page.getByRole('searchbox', { name: english.cases.search }).fill('delgado');
    await page.getByRole('button', { name: english.retention.find, exact: true }).click();
    await page.getByRole('radio', { name: /Raúl Delgado/ }).check();
    const form = page.getByRole('form', { name: english.retention.place });
    await form.getByRole('textbox', { name: english.retention.reason }).fill('The county asked.');
    await form.getByRole('button', { name: english.retention.place }).click();
    await rule.getByRole('link', { name: 'Raúl Delgado' }).waitFor({ state: 'detached' });
    const line = page
      .getByRole('list', { name: english.retention.holds })
      .getByRole('listitem')
      .filter({ hasText: 'The county asked.' });
    await line.getByRole('link', { name: 'Raúl Delgado' }).waitFor();
    await line.getByRole('button', { name: english.retention.release_one('The county asked.') }).click();
    await line.getByRole('group').getByRole('button', { name: english.retention.release }).click();
    await rule.getByRole('link', { name: 'Raúl Delgado' }).waitFor();
    assert.deepEqual((await client.retention.listHolds()).data.items, []);
  },
);

inBrowser('a case is held on its own page', admin, `/cases/${hollis}`, async ({ page }) => {
  await page.getByText(english.retention.case_not_held).waitFor();
  await page.getByRole('button', { name: english.retention.place }).click();
  const form = page.getByRole('form', { name: english.retention.place });
  await form.getByRole('button', { name: english.retention.place }).click();
  await page.getByRole('alert').filter({ hasText: english.forms.look_at_fields }).waitFor();
  await form.getByRole('textbox', { name: english.retention.reason }).fill('A question of the family');
  await form.getByRole('button', { name: english.retention.place }).click();
  await lineOf(page, 'A question of the family').waitFor();
  await page.getByRole('status').filter({ hasText: english.retention.placed }).waitFor();
  await page.getByText(english.retention.on_hold, { exact: true }).waitFor();
  assert.equal(await form.count(), 0);
  assert.equal((await client.retention.listHolds()).data.items[0]?.case_uuid, hollis);
});

inBrowser(
  'a certificate of what was removed says what it is and proves it',
  patient,
  '/settings/retention',
  async ({ page }) => {
    const gone = await openGone(pharos.database, patient.client);
    await page.reload();
    const line = page
      .getByRole('list', { name: english.retention.certificates })
      .getByRole('listitem')
      .filter({ hasText: `${english.retention.deleted.case} ${gone.uuid.slice(0, 8)}` });
    await line.getByText(english.retention.rule_deleted(30)).waitFor();
    await line.getByText(english.retention.proof).click();
    await line.getByText(/^[0-9a-f]{64}$/).waitFor();
  },
);
