import assert from 'node:assert/strict';
import { createClient } from '@pharos/client';
import type { Page } from 'playwright-core';
import { openPharos } from '../support/pharos.ts';
import { assertAccessible, openBrowser } from './browser.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await pharos.person('admin');
const { client } = admin;
const organization_uuid = admin.actor.organization_uuid;
const { data: chapel } = await client.locations.create({ body: { name: 'The chapel' } });

const lineOf = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text });
const say = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text }).waitFor();
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Saved' }).waitFor();

inBrowser(
  'somebody is invited by a link that is shown once, and a wrong address is told at its field',
  admin,
  '/settings/people',
  async ({ page }) => {
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const form = page.getByRole('form', { name: 'Invite somebody' });
    const email = form.getByRole('textbox', { name: 'Email address' });
    await email.fill('theo');
    await form.getByRole('button', { name: 'Make the link' }).click();
    await say(page, 'Something is not right yet.');
    await form.getByText('This is no email address, such as anna@example.org.').waitFor();
    assert.equal(await email.evaluate((field) => field.ownerDocument.activeElement === field), true);
    await email.fill('theo@evergreen.example');
    await form.getByRole('textbox', { name: 'Name' }).fill('Theo Marsh');
    await form
      .getByRole('combobox', { name: 'Access level' })
      .selectOption('Member: reads and works on cases and calls');
    await form.getByRole('checkbox', { name: 'The chapel' }).press('Space');
    await form.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByRole('textbox', { name: 'The link for Theo Marsh' }).inputValue();
    const token = new URLSearchParams(new URL(link, pharos.baseUrl).hash.slice(1)).get('token') ?? '';
    const { data } = await createClient({ baseUrl: pharos.baseUrl }).invitations.read({ body: { token } });
    assert.equal(data.email, 'theo@evergreen.example');
    await page.getByRole('button', { name: 'Copy' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /Copied|copy it/ })
      .waitFor();
    await lineOf(page, 'Theo Marsh').getByText('limited to The chapel').waitFor();
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
    await line.getByRole('button', { name: 'Change Rosa' }).click();
    const level = line.getByRole('form', { name: 'Access level of Rosa' });
    await level.getByRole('combobox').selectOption('Member: reads and works on cases and calls');
    await level.getByRole('button', { name: 'Set the level' }).click();
    await saved(page);
    assert.equal((await readRosa()).access_level, 'member');
    await line.getByRole('checkbox', { name: 'The chapel' }).press('Space');
    await line.getByRole('form', { name: 'Change Rosa' }).getByRole('button', { name: 'Save' }).click();
    await line.getByText('limited to The chapel').waitFor();
    assert.deepEqual((await readRosa()).location_uuids, [chapel.uuid]);
    await line.getByRole('button', { name: 'Deactivate' }).click();
    const question = line.getByRole('group', { name: /^Deactivate Rosa\?/ });
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    assert.equal((await readRosa()).deactivated_at, null);
    await line.getByRole('button', { name: 'Deactivate' }).click();
    await question.getByRole('button', { name: 'Deactivate' }).click();
    await line.getByText('Rosa cannot come in.').waitFor();
    assert.notEqual((await readRosa()).deactivated_at, null);
    await line.getByRole('button', { name: 'Let them in again' }).click();
    await line.getByRole('form', { name: 'Change Rosa' }).waitFor();
    assert.equal((await readRosa()).deactivated_at, null);
  },
);

inBrowser(
  'whoever was slower is told so, sees how it is now, and has overwritten nothing',
  admin,
  '/settings/people',
  async ({ page }) => {
    const line = lineOf(page, /rosa@/);
    await line.getByRole('button', { name: /^Change/ }).click();
    const name = line.getByRole('form', { name: /^Change/ }).getByRole('textbox', { name: 'Name' });
    await name.fill('Rosalind');
    await client.users.patch({ user_uuid: rosa.uuid, body: { name: 'Rosa Vega' } });
    await line.getByRole('button', { name: 'Save' }).click();
    await say(page, 'Somebody else changed this meanwhile.');
    await line.getByRole('button', { name: 'Change Rosa Vega' }).waitFor();
    assert.equal((await readRosa()).name, 'Rosa Vega');
    assert.equal(await name.inputValue(), 'Rosa Vega');
    await line.getByText('You wrote: Rosalind').waitFor();
    await assertAccessible(page, 'a form that somebody else was faster with');
    await line.getByRole('button', { name: 'Put mine back: Name' }).click();
    assert.equal(await name.inputValue(), 'Rosalind');
    await page.keyboard.press('End');
    await page.keyboard.type(' Vega');
    await line.getByText('You wrote: Rosalind').waitFor({ state: 'detached' });
    await line.getByRole('button', { name: 'Save' }).click();
    await line.getByRole('button', { name: 'Change Rosalind Vega' }).waitFor();
    assert.equal((await readRosa()).name, 'Rosalind Vega');
  },
);

inBrowser('the last admin stays one, and is told why', admin, '/settings/people', async ({ page }) => {
  const line = lineOf(page, 'that is you');
  await line.getByRole('button', { name: /^Change/ }).click();
  const level = line.getByRole('form', { name: /^Access level of/ });
  await level.getByRole('combobox').selectOption('Viewer: reads');
  await level.getByRole('button', { name: 'Set the level' }).click();
  await say(page, 'This is the last administrator of your home.');
  await page.getByText(/^For whoever looks after Pharos: request [0-9a-f-]{36}$/).waitFor();
});

inBrowser(
  'a home keeps its days, and what is no number of days changes nothing',
  admin,
  '/settings/organization',
  async ({ page }) => {
    const days = page.getByRole('textbox', { name: 'Days a case is kept' });
    const read = async () => (await client.organizations.get({ organization_uuid })).data.retention_days;
    await days.fill('3650');
    await page.getByRole('button', { name: 'Save' }).click();
    await saved(page);
    assert.equal(await read(), 3650);
    await days.fill('ten years');
    await page.getByRole('button', { name: 'Save' }).click();
    await say(page, 'Something is not right yet.');
    await page.getByText('Write a whole number here, such as 30.').waitFor();
    assert.equal(await read(), 3650);
    await days.fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await saved(page);
    assert.equal(await read(), null);
  },
);

inBrowser('a location is added, changed and deleted', admin, '/settings/locations', async ({ page }) => {
  await page.getByRole('button', { name: 'Add a location' }).click();
  const form = page.getByRole('form', { name: 'Add a location' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Harbour house');
  await form.getByRole('button', { name: 'Save' }).click();
  const line = lineOf(page, 'Harbour house');
  await line.getByRole('button', { name: 'Change Harbour house' }).click();
  await line.getByRole('textbox', { name: 'Days a case is kept' }).fill('400');
  await line.getByRole('button', { name: 'Save' }).click();
  await line.getByText('cases kept 400 days').waitFor();
  await line.getByRole('button', { name: 'Delete Harbour house' }).click();
  await line.getByRole('group').getByRole('button', { name: 'Delete' }).click();
  await line.waitFor({ state: 'detached' });
  await lineOf(page, 'The chapel').getByRole('button', { name: 'Change The chapel' }).click();
  await lineOf(page, 'The chapel').getByRole('button', { name: 'Delete The chapel' }).click();
  await lineOf(page, 'The chapel').getByRole('group').getByRole('button', { name: 'Delete' }).click();
  await say(page, /./);
});

inBrowser('a token is shown once, does what it is for, and is revoked', admin, '/settings/tokens', async ({ page }) => {
  await page.getByRole('button', { name: 'Make a token' }).click();
  const form = page.getByRole('form', { name: 'Make a token' });
  await form.getByRole('button', { name: 'Make a token' }).click();
  await say(page, 'Something is not right yet.');
  await form.getByRole('textbox', { name: 'Name' }).fill('Import');
  await form.getByRole('checkbox', { name: 'writing' }).press('Space');
  await form.getByRole('combobox', { name: 'What it may do at most' }).selectOption('Viewer: reads');
  await form.getByLabel('Works until the end of').fill('2099-12-31');
  await form.getByRole('button', { name: 'Make a token' }).click();
  const token = await page.getByRole('textbox', { name: 'The token “Import”' }).inputValue();
  const program = createClient({ baseUrl: pharos.baseUrl, token });
  assert.equal((await program.me.get()).data.access_level, 'viewer');
  await assert.rejects(program.cases.create({ body: {} }), { status_code: 403 });
  const line = lineOf(page, 'Import');
  await line.getByText('until Jan 1, 2100').waitFor();
  await line.getByRole('button', { name: 'Revoke Import' }).click();
  await line.getByRole('group').getByRole('button', { name: 'Revoke' }).click();
  await line.getByText(/^revoked /).waitFor();
  await assert.rejects(program.me.get(), { status_code: 401 });
});

inBrowser('a template is made, changed, deleted and brought back', admin, '/settings/templates', async ({ page }) => {
  const find = async () =>
    (await client.generationTemplates.list()).data.items.find(({ label }) => label === 'viewing');
  await page.getByRole('button', { name: 'Add a template' }).click();
  const form = page.getByRole('form', { name: 'Add a template' });
  await form.getByRole('textbox', { name: 'Name to be shown' }).fill('A viewing is wanted');
  await form.getByRole('textbox', { name: 'Label' }).fill('viewing');
  await form.getByRole('combobox', { name: 'What it makes' }).selectOption('whether something occurs');
  await form.getByRole('textbox', { name: 'Exact phrases' }).fill('see her once more | 80');
  await form.getByRole('textbox', { name: 'Examples at most' }).fill('5');
  await form.getByRole('button', { name: 'Save' }).click();
  const line = lineOf(page, 'A viewing is wanted');
  await line.getByRole('button', { name: 'Change A viewing is wanted' }).click();
  assert.deepEqual((await find())?.exact_phrases, [{ phrase: 'see her once more', match_percentage: 80 }]);
  const limit = line.getByRole('textbox', { name: 'Examples at most' });
  assert.equal(await limit.inputValue(), '5');
  await limit.fill('');
  await line.getByRole('combobox', { name: 'Stage' }).selectOption('in use');
  await line.getByRole('button', { name: 'Save' }).click();
  await line.getByText('in testing').waitFor({ state: 'detached' });
  const changed = await find();
  assert.deepEqual([changed?.development_stage, changed?.example_limit], ['production', null]);
  await line.getByRole('button', { name: 'Delete A viewing is wanted' }).click();
  await line.getByRole('group').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Deleted templates').waitFor();
  assert.equal(await find(), undefined);
  // Also for whoever comes later.
  await page.reload();
  await page.getByText('Deleted templates').click();
  await assertAccessible(page, 'deleted templates');
  await page.getByRole('button', { name: 'Bring back A viewing is wanted' }).click();
  await line.getByRole('button', { name: 'Change A viewing is wanted' }).waitFor();
  assert.notEqual(await find(), undefined);
});

inBrowser('a password is changed only with the one before', admin, '/settings/account', async ({ page }) => {
  await page.getByLabel('Password until now').fill('not it');
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await say(page, 'Something is not right yet.');
  await page.getByLabel('New password').fill('a lamp in the window');
  await page.getByRole('button', { name: 'Change the password' }).click();
  await say(page, 'The password until now is not right.');
});

inBrowser(
  'whoever reads Spanish is told in Spanish why something was not done',
  admin,
  '/settings/people',
  async ({ page }) => {
    await page.getByRole('button', { name: 'Invitar a alguien' }).click();
    const form = page.getByRole('form', { name: 'Invitar a alguien' });
    await form.getByRole('textbox', { name: 'Correo electrónico' }).fill('rosa');
    await form.getByRole('button', { name: 'Crear el enlace' }).click();
    await form.getByText('No es un correo electrónico, como ana@example.org.').waitFor();
    await form.getByRole('textbox', { name: 'Correo electrónico' }).fill('rosa@evergreen.example');
    await form.getByRole('button', { name: 'Crear el enlace' }).click();
    await say(page, 'Alguien de su casa ya tiene este correo electrónico.');
    const line = lineOf(page, 'es usted');
    await line.getByRole('button', { name: /^Cambiar/ }).click();
    const level = line.getByRole('form', { name: /^Nivel de acceso/ });
    await level.getByRole('combobox').selectOption('Lectura: lee');
    await level.getByRole('button', { name: 'Fijar el nivel' }).click();
    await say(page, 'Es la última persona de su casa con el nivel “Administración”. Déselo antes a otra.');
  },
  { locale: 'es-MX' },
);
