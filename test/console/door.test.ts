import assert from 'node:assert/strict';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, FLORIST, openInventedHome } from './invented-home.ts';
import { assertAccessible } from './looks.ts';
import { GREETING, like } from './wording.ts';

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
    await page.getByRole('heading', { name: english.invitations.title('A home') }).waitFor();
    await assertAccessible(page, 'an invitation');
    await page.getByLabel(english.invitations.password).fill('short');
    await page.getByRole('button', { name: english.invitations.enter }).click();
    await page
      .getByRole('alert')
      .filter({ hasText: english.refusals.too_short({ limit: 10 }) })
      .waitFor();
    await page.getByLabel(english.invitations.password).fill(password);
    await page.getByRole('button', { name: english.invitations.enter }).click();
    await page.getByRole('heading', { level: 1, name: GREETING }).waitFor();
    await page.getByText(english.app.signed_in_as('Theo')).click();
    await assertAccessible(page, 'the choices');
    const language = page.getByLabel(english.app.language);
    await language.focus();
    await page.keyboard.press('Escape');
    await language.waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await language.waitFor();
    await page.getByRole('heading', { level: 1, name: GREETING }).click();
    await language.waitFor({ state: 'hidden' });
    await page.getByText(english.app.signed_in_as('Theo')).click();
    await page.getByRole('link', { name: english.app.cases, exact: true }).focus();
    await language.waitFor({ state: 'hidden' });
    await page.getByText(english.app.signed_in_as('Theo')).click();
    await page.getByRole('button', { name: english.app.sign_out }).click();
    await page.getByRole('heading', { name: english.sessions.title }).waitFor();

    await page.goto(home.path(FLORIST));
    await page.getByRole('heading', { name: english.sessions.title }).waitFor();
    await page.getByLabel(english.sessions.email).fill(email);
    await page.getByLabel(english.sessions.password).fill('not the lamp');
    await page.getByRole('button', { name: english.sessions.sign_in }).click();
    await page.getByRole('alert').filter({ hasText: english.refusals.invalid_credentials }).waitFor();
    await page.getByLabel(english.sessions.password).fill(password);
    await page.getByRole('button', { name: english.sessions.sign_in }).click();
    await page.getByRole('heading', { level: 1, name: 'Florist, flowers for Saturday' }).waitFor();

    await page.getByRole('group', { name: english.calls.who_is_this }).first().waitFor();
    for (const key of ['u', '1']) await page.keyboard.press(key);
    await page
      .getByRole('status')
      .filter({ hasText: like`^${english.calls.saved}$` })
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
    await page.getByLabel(english.sessions.email).fill(email);
    await page.getByLabel(english.sessions.password).fill(password);
    await page.getByRole('button', { name: english.sessions.sign_in }).click();
    const why = page.getByRole('alert').filter({ hasText: english.sessions.not_kept });
    await why.waitFor();
    await assertAccessible(page, 'a sign-in that is not kept');
    await page.goto(`${elsewhere}/welcome${abroad.hash}`);
    await page.getByLabel(english.invitations.password).fill(password);
    await page.getByRole('button', { name: english.invitations.enter }).click();
    await why.getByRole('heading', { name: english.invitations.is_set }).waitFor();
    assert.equal(await page.title(), `${english.invitations.is_set} · Pharos`);
    await assertAccessible(page, 'an invitation that is not kept');
    for (const told of trouble.splice(0)) assert.ok(told.startsWith(`an outside request: ${elsewhere}/`), told);
  },
);

inBrowser('a viewer reads, and is offered nothing to change', viewer, home.path(FIRST_CALL), async ({ page }) => {
  await page.getByText(english.calls.read_only).waitFor();
  assert.equal(await page.getByRole('group', { name: english.calls.who_is_this }).count(), 0);
  await page.keyboard.press('u');
  await page.keyboard.press('1');
  await page.getByText(english.calls.speakers_to_name(1)).waitFor();
});
