import assert from 'node:assert/strict';
import { openPharos } from '../support/pharos.ts';
import { assertAccessible, openBrowser } from './browser.ts';
import { FIRST_CALL, FLORIST, openInventedHome } from './invented-home.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await pharos.person('admin');
const home = await openInventedHome(admin);
const email = 'theo@evergreen.example';
const password = 'a lamp in the window';
const { data } = await admin.client.users.create({ body: { email, name: 'Theo', access_level: 'member' } });
const welcome = new URL(data.invitation.link, pharos.baseUrl);
const { data: second } = await admin.client.users.create({
  body: { email: 'ines@evergreen.example', access_level: 'member' },
});
const abroad = new URL(second.invitation.link, pharos.baseUrl);
const viewer = await pharos.person('viewer', admin);

inBrowser(
  'an invitation lets its person in, who signs out and in again where they wanted to go',
  null,
  `/welcome${welcome.hash}`,
  async ({ page }) => {
    await page.getByRole('heading', { name: 'Welcome to A home' }).waitFor();
    await assertAccessible(page, 'an invitation');
    await page.getByLabel('Password').fill('short');
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByRole('alert').filter({ hasText: 'password' }).waitFor();
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Come in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.getByText('Signed in as Theo').click();
    await assertAccessible(page, 'the choices');
    const language = page.getByLabel('Language');
    await language.focus();
    await page.keyboard.press('Escape');
    await language.waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await language.waitFor();
    await page.getByRole('heading', { level: 1, name: 'Today' }).click();
    await language.waitFor({ state: 'hidden' });
    await page.getByText('Signed in as Theo').click();
    await page.getByRole('link', { name: 'Cases', exact: true }).focus();
    await language.waitFor({ state: 'hidden' });
    await page.getByText('Signed in as Theo').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();

    await page.goto(home.path(FLORIST));
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill('not the lamp');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').filter({ hasText: 'The email or the password is not right.' }).waitFor();
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Florist, flowers for Saturday' }).waitFor();

    await page.getByRole('group', { name: 'Who is this?' }).first().waitFor();
    for (const key of ['u', '1']) await page.keyboard.press(key);
    await page
      .getByRole('status')
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    const { speaker_labels } = (await admin.client.calls.get({ call_uuid: home.call(FLORIST) })).data;
    assert.equal(Object.keys(speaker_labels).length, 1);
  },
);

inBrowser(
  'whoever opens the console over HTTP from elsewhere is told why they do not get in',
  null,
  'about:blank',
  async ({ page, trouble }) => {
    // It leads to this machine, but no browser takes it for the machine itself.
    const elsewhere = `http://0.0.0.0:${pharos.port}`;
    await page.goto(`${elsewhere}/sign-in`);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const why = page.getByRole('alert').filter({ hasText: 'This browser does not keep you signed in' });
    await why.waitFor();
    await assertAccessible(page, 'a sign-in that is not kept');
    await page.goto(`${elsewhere}/welcome${abroad.hash}`);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Come in' }).click();
    await why.getByRole('heading', { name: 'Your password is set' }).waitFor();
    assert.equal(await page.title(), 'Your password is set · Pharos');
    await assertAccessible(page, 'an invitation that is not kept');
    for (const told of trouble.splice(0)) assert.ok(told.startsWith(`an outside request: ${elsewhere}/`), told);
  },
);

inBrowser('a viewer reads, and is offered nothing to change', viewer, home.path(FIRST_CALL), async ({ page }) => {
  await page.getByText('You can read this call, but not change it.').waitFor();
  assert.equal(await page.getByRole('group', { name: 'Who is this?' }).count(), 0);
  await page.keyboard.press('u');
  await page.keyboard.press('1');
  await page.getByText('1 voice without a name').waitFor();
});
