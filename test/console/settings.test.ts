import assert from 'node:assert/strict';
import { createClient } from '@pharos/client';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { spanish } from '../../console/texts/spanish.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { assertAccessible } from './looks.ts';
import { ANY, ANY_UUID, like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await pharos.person('admin');
const { client } = admin;
const organization_uuid = admin.actor.organization_uuid;
const { data: chapel } = await client.locations.create({ body: { name: 'The chapel' } });

const lineOf = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text });
const say = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text }).waitFor();
const saved = (page: Page) => page.getByRole('status').filter({ hasText: english.calls.saved }).waitFor();

inBrowser(
  'somebody is invited by a link that is shown once, and a wrong address is told at its field',
  admin,
  '/settings/people',
  async ({ page }) => {
    await page.getByRole('button', { name: english.users.invite }).click();
    const form = page.getByRole('form', { name: english.users.invite });
    const email = form.getByRole('textbox', { name: english.settings.email });
    await email.fill('theo');
    await form.getByRole('button', { name: english.users.create_link }).click();
    await say(page, english.forms.look_at_fields);
    await form.getByText(english.refusals.invalid_email).waitFor();
    assert.equal(await email.evaluate((field) => field.ownerDocument.activeElement === field), true);
    await email.fill('theo@evergreen.example');
    await form.getByRole('textbox', { name: english.settings.name }).fill('Theo Marsh');
    await form.getByRole('combobox', { name: english.users.level }).selectOption(english.users.level_options.member);
    await form.getByRole('checkbox', { name: 'The chapel' }).press('Space');
    await form.getByRole('button', { name: english.users.create_link }).click();
    const link = await page.getByRole('textbox', { name: english.users.link_for('Theo Marsh') }).inputValue();
    const token = new URLSearchParams(new URL(link, pharos.baseUrl).hash.slice(1)).get('token') ?? '';
    const { data } = await createClient({ baseUrl: pharos.baseUrl }).invitations.read({ body: { token } });
    assert.equal(data.email, 'theo@evergreen.example');
    await page.getByRole('button', { name: english.forms.copy }).click();
    await page
      .getByRole('status')
      .filter({ hasText: like`${english.forms.copied}|${english.forms.copy_yourself}` })
      .waitFor();
    await lineOf(page, 'Theo Marsh').getByText(english.users.limited_to('The chapel')).waitFor();
    await page.reload();
    await lineOf(page, 'Theo Marsh').waitFor();
    assert.equal(await page.getByText(token).count(), 0);
  },
);

const { user: rosa } = (
  await client.users.create({ body: { email: 'rosa@evergreen.example', name: 'Rosa', access_level: 'viewer' } })
).data;
const readRosa = async () => (await client.users.get({ user_uuid: rosa.uuid })).data;

inBrowser(
  'an admin changes a level and a limit, locks somebody out and lets them in again',
  admin,
  '/settings/people',
  async ({ page }) => {
    const line = lineOf(page, 'Rosa');
    await line.getByRole('button', { name: english.settings.edit_one('Rosa') }).click();
    const level = line.getByRole('form', { name: english.users.level_of('Rosa') });
    await level.getByRole('combobox').selectOption(english.users.level_options.member);
    await level.getByRole('button', { name: english.users.change_level }).click();
    await saved(page);
    assert.equal((await readRosa()).access_level, 'member');
    await line.getByRole('checkbox', { name: 'The chapel' }).press('Space');
    await line
      .getByRole('form', { name: english.settings.edit_one('Rosa') })
      .getByRole('button', { name: english.ui.save })
      .click();
    await line.getByText(english.users.limited_to('The chapel')).waitFor();
    assert.deepEqual((await readRosa()).location_uuids, [chapel.uuid]);
    await line.getByRole('button', { name: english.users.deactivate }).click();
    const question = line.getByRole('group', { name: english.users.deactivate_ask('Rosa') });
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    assert.equal((await readRosa()).deactivated_at, null);
    await line.getByRole('button', { name: english.users.deactivate }).click();
    await question.getByRole('button', { name: english.users.deactivate }).click();
    await line.getByText(english.users.deactivated_hint('Rosa')).waitFor();
    assert.notEqual((await readRosa()).deactivated_at, null);
    await line.getByRole('button', { name: english.users.reactivate }).click();
    await line.getByRole('form', { name: english.settings.edit_one('Rosa') }).waitFor();
    assert.equal((await readRosa()).deactivated_at, null);
  },
);

inBrowser(
  'whoever was slower is told so, sees how it is now, and has overwritten nothing',
  admin,
  '/settings/people',
  async ({ page }) => {
    const line = lineOf(page, /rosa@/);
    await line.getByRole('button', { name: like`^${english.settings.edit_one(ANY)}` }).click();
    const name = line
      .getByRole('form', { name: like`^${english.settings.edit_one(ANY)}` })
      .getByRole('textbox', { name: english.settings.name });
    await name.fill('Rosalind');
    await client.users.patch({ user_uuid: rosa.uuid, body: { name: 'Rosa Vega' } });
    await line.getByRole('button', { name: english.ui.save }).click();
    await say(page, english.forms.changed_kept());
    await line.getByRole('button', { name: english.settings.edit_one('Rosa Vega') }).waitFor();
    assert.equal((await readRosa()).name, 'Rosa Vega');
    assert.equal(await name.inputValue(), 'Rosa Vega');
    await line.getByText(english.forms.you_wrote('Rosalind')).waitFor();
    await assertAccessible(page, 'a form that somebody else was faster with');
    await line.getByRole('button', { name: english.forms.take_mine_of(english.settings.name) }).click();
    assert.equal(await name.inputValue(), 'Rosalind');
    await page.keyboard.press('End');
    await page.keyboard.type(' Vega');
    await line.getByText(english.forms.you_wrote('Rosalind')).waitFor({ state: 'detached' });
    await line.getByRole('button', { name: english.ui.save }).click();
    await line.getByRole('button', { name: english.settings.edit_one('Rosalind Vega') }).waitFor();
    assert.equal((await readRosa()).name, 'Rosalind Vega');
  },
);

inBrowser('the last admin stays one, and is told why', admin, '/settings/people', async ({ page }) => {
  const line = lineOf(page, english.users.you);
  await line.getByRole('button', { name: like`^${english.settings.edit_one(ANY)}` }).click();
  const level = line.getByRole('form', { name: like`^${english.users.level_of(ANY)}` });
  await level.getByRole('combobox').selectOption(english.users.level_options.viewer);
  await level.getByRole('button', { name: english.users.change_level }).click();
  await say(page, english.refusals.last_admin);
  assert.equal(await page.getByText(like`^${english.ui.request_id(ANY_UUID)}$`).count(), 0);
});

inBrowser(
  'a home keeps its days, and what is no number of days changes nothing',
  admin,
  '/settings/organization',
  async ({ page }) => {
    const days = page.getByRole('textbox', { name: english.organizations.retention_days });
    const read = async () => (await client.organizations.get({ organization_uuid })).data.retention_days;
    await days.fill('3650');
    await page.getByRole('button', { name: english.ui.save }).click();
    await saved(page);
    assert.equal(await read(), 3650);
    await days.fill('ten years');
    await page.getByRole('button', { name: english.ui.save }).click();
    await say(page, english.forms.look_at_fields);
    await page.getByText(english.refusals.invalid_type({ wanted: 'integer' })).waitFor();
    assert.equal(await read(), 3650);
    await days.fill('');
    await page.getByRole('button', { name: english.ui.save }).click();
    await saved(page);
    assert.equal(await read(), null);
  },
);

inBrowser('a location is added, changed and deleted', admin, '/settings/locations', async ({ page }) => {
  await page.getByRole('button', { name: english.locations.add }).click();
  const form = page.getByRole('form', { name: english.locations.add });
  await form.getByRole('textbox', { name: english.settings.name }).fill('Harbour house');
  await form.getByRole('button', { name: english.ui.save }).click();
  const line = lineOf(page, 'Harbour house');
  await line.getByRole('button', { name: english.settings.edit_one('Harbour house') }).click();
  await line.getByRole('textbox', { name: english.organizations.retention_days }).fill('400');
  await line.getByRole('button', { name: english.ui.save }).click();
  await line.getByText(english.locations.cases_kept(400)).waitFor();
  await line.getByRole('button', { name: english.settings.remove_one('Harbour house') }).click();
  await line.getByRole('group').getByRole('button', { name: english.settings.remove }).click();
  await line.waitFor({ state: 'detached' });
  await lineOf(page, 'The chapel')
    .getByRole('button', { name: english.settings.edit_one('The chapel') })
    .click();
  await lineOf(page, 'The chapel')
    .getByRole('button', { name: english.settings.remove_one('The chapel') })
    .click();
  await lineOf(page, 'The chapel').getByRole('group').getByRole('button', { name: english.settings.remove }).click();
  await say(page, /./);
});

inBrowser('a token is shown once, does what it is for, and is revoked', admin, '/settings/tokens', async ({ page }) => {
  await page.getByRole('button', { name: english.tokens.create }).click();
  const form = page.getByRole('form', { name: english.tokens.create });
  await form.getByRole('button', { name: english.tokens.create }).click();
  await say(page, english.forms.look_at_fields);
  await form.getByRole('textbox', { name: english.settings.name }).fill('Import');
  await form.getByRole('checkbox', { name: english.tokens.scopes.write }).press('Space');
  await form.getByRole('combobox', { name: english.tokens.level }).selectOption(english.users.level_options.viewer);
  await form.getByLabel(english.tokens.expires_on).fill('2099-12-31');
  await form.getByRole('button', { name: english.tokens.create }).click();
  const token = await page.getByRole('textbox', { name: english.tokens.created('Import') }).inputValue();
  const program = createClient({ baseUrl: pharos.baseUrl, token });
  assert.equal((await program.me.get()).data.access_level, 'viewer');
  await assert.rejects(program.cases.create({ body: {} }), { status_code: 403 });
  const line = lineOf(page, 'Import');
  await line.getByText(like`${english.tokens.expires(`${ANY}Jan 1, 2100${ANY}`)}`).waitFor();
  await line.getByRole('button', { name: english.tokens.revoke_one('Import') }).click();
  await line.getByRole('group').getByRole('button', { name: english.tokens.revoke }).click();
  await line.getByText(like`^${english.tokens.revoked(ANY)}`).waitFor();
  await assert.rejects(program.me.get(), { status_code: 401 });
});

inBrowser('a template is made, changed, deleted and brought back', admin, '/settings/templates', async ({ page }) => {
  const find = async () =>
    (await client.generationTemplates.list()).data.items.find(({ label }) => label === 'viewing');
  await page.getByRole('button', { name: english.generation_templates.add }).click();
  const form = page.getByRole('form', { name: english.generation_templates.add });
  await form.getByRole('textbox', { name: english.generation_templates.display_name }).fill('A viewing is wanted');
  await form.getByRole('textbox', { name: english.generation_templates.label }).fill('viewing');
  await form
    .getByRole('combobox', { name: english.generation_templates.execution_type })
    .selectOption(english.generation_templates.execution_types.detection);
  await form.getByRole('textbox', { name: english.generation_templates.exact_phrases }).fill('see her once more | 80');
  await form.getByRole('textbox', { name: english.generation_templates.example_limit }).fill('5');
  await form.getByRole('button', { name: english.ui.save }).click();
  const line = lineOf(page, 'A viewing is wanted');
  await line.getByRole('button', { name: english.settings.edit_one('A viewing is wanted') }).click();
  assert.deepEqual((await find())?.exact_phrases, [{ phrase: 'see her once more', match_percentage: 80 }]);
  const limit = line.getByRole('textbox', { name: english.generation_templates.example_limit });
  assert.equal(await limit.inputValue(), '5');
  await limit.fill('');
  await line
    .getByRole('combobox', { name: english.generation_templates.development_stage })
    .selectOption(english.generation_templates.stages.production);
  await line.getByRole('button', { name: english.ui.save }).click();
  await line.getByText(english.generation_templates.testing).waitFor({ state: 'detached' });
  const changed = await find();
  assert.deepEqual([changed?.development_stage, changed?.example_limit], ['production', null]);
  await line.getByRole('button', { name: english.settings.remove_one('A viewing is wanted') }).click();
  await line.getByRole('group').getByRole('button', { name: english.settings.remove }).click();
  await page.getByText(english.generation_templates.deleted).waitFor();
  assert.equal(await find(), undefined);
  // Also for whoever comes later.
  await page.reload();
  await page.getByText(english.generation_templates.deleted).click();
  await assertAccessible(page, 'deleted templates');
  await page.getByRole('button', { name: english.generation_templates.restore_one('A viewing is wanted') }).click();
  await line.getByRole('button', { name: english.settings.edit_one('A viewing is wanted') }).waitFor();
  assert.notEqual(await find(), undefined);
});

inBrowser('a password is changed only with the one before', admin, '/settings/account', async ({ page }) => {
  await page.getByLabel(english.me.current_password).fill('not it');
  await page.getByLabel(english.me.new_password).fill('short');
  await page.getByRole('button', { name: english.me.change_password }).click();
  await say(page, english.forms.not_right);
  await page.getByLabel(english.me.new_password).fill('a lamp in the window');
  await page.getByRole('button', { name: english.me.change_password }).click();
  await say(page, english.refusals.incorrect_current_password);
});

inBrowser(
  'whoever reads Spanish is told in Spanish why something was not done',
  admin,
  '/settings/people',
  async ({ page }) => {
    await page.getByRole('button', { name: spanish.users.invite }).click();
    const form = page.getByRole('form', { name: spanish.users.invite });
    await form.getByRole('textbox', { name: spanish.settings.email }).fill('rosa');
    await form.getByRole('button', { name: spanish.users.create_link }).click();
    await form.getByText(spanish.refusals.invalid_email).waitFor();
    await form.getByRole('textbox', { name: spanish.settings.email }).fill('rosa@evergreen.example');
    await form.getByRole('button', { name: spanish.users.create_link }).click();
    await say(page, spanish.refusals.email_taken);
    const line = lineOf(page, spanish.users.you);
    await line.getByRole('button', { name: like`^${spanish.settings.edit_one(ANY)}` }).click();
    const level = line.getByRole('form', { name: like`^${spanish.users.level_of(ANY)}` });
    await level.getByRole('combobox').selectOption(spanish.users.level_options.viewer);
    await level.getByRole('button', { name: spanish.users.change_level }).click();
    await say(page, spanish.refusals.last_admin);
  },
  { locale: 'es-MX' },
);
