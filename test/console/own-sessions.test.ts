import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openUser, PASSWORD } from '../support/sessions.ts';
import { openBrowser } from './browser.ts';
import { assertAccessible } from './looks.ts';
import { ANY, like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const home = await pharos.person('admin');
const [nora, theo, ines] = [
  await openUser(pharos, home, 'admin'),
  await openUser(pharos, home, 'admin'),
  await openUser(pharos, home, 'admin'),
];
const { sessions, tokens, settings, ui, refusals } = english;

const signIn = async (page: Page, email: string) => {
  await page.getByLabel(sessions.email).fill(email);
  await page.getByLabel(sessions.password).fill(PASSWORD);
  await page.getByRole('button', { name: sessions.sign_in }).click();
};

const passwordSentLongAgo = (user_uuid: string) =>
  pharos.database.rows(sql`
    update sessions set confirmed_at = clock_timestamp() - interval '1 day' where user_uuid = ${user_uuid}`);

inBrowser(
  'a change that lasts asks for the password again in a sheet, and then goes on by itself',
  null,
  '/sign-in?to=/settings/tokens',
  async ({ page }) => {
    await signIn(page, nora.email);
    await page.getByRole('button', { name: tokens.create }).click();
    await passwordSentLongAgo(nora.user_uuid);
    const form = page.getByRole('form', { name: tokens.create });
    await form.getByRole('textbox', { name: settings.name }).fill('Nightly');
    await form.getByRole('button', { name: tokens.create }).click();
    const sheet = page.getByRole('dialog', { name: sessions.confirm_title });
    await sheet.getByLabel(sessions.password).fill('not it');
    await sheet.getByRole('button', { name: sessions.confirm }).click();
    await sheet.getByRole('alert').filter({ hasText: refusals.incorrect_current_password }).waitFor();
    await assertAccessible(page, 'the question for the password');
    await sheet.getByLabel(sessions.password).fill(PASSWORD);
    await sheet.getByRole('button', { name: sessions.confirm }).click();
    await page.getByText(tokens.created('Nightly')).waitFor();
    await sheet.waitFor({ state: 'detached' });
    assert.equal((await nora.client.tokens.list()).data.items.length, 1);
  },
);

inBrowser(
  'whoever does not enter the password is told what is missing, and nothing was changed',
  null,
  '/sign-in?to=/settings/tokens',
  async ({ page }) => {
    await signIn(page, theo.email);
    await page.getByRole('button', { name: tokens.create }).click();
    await passwordSentLongAgo(theo.user_uuid);
    const form = page.getByRole('form', { name: tokens.create });
    await form.getByRole('textbox', { name: settings.name }).fill('Nightly');
    for (const leave of ['key', 'button']) {
      await form.getByRole('button', { name: tokens.create }).click();
      const sheet = page.getByRole('dialog', { name: sessions.confirm_title });
      await sheet.waitFor();
      if (leave === 'key') await page.keyboard.press('Escape');
      else await sheet.getByRole('button', { name: ui.cancel }).click();
      await sheet.waitFor({ state: 'detached' });
      await form.getByRole('alert').filter({ hasText: refusals.password_confirmation_required }).waitFor();
    }
    assert.equal(await form.getByRole('textbox', { name: settings.name }).inputValue(), 'Nightly');
    assert.deepEqual((await theo.client.tokens.list()).data.items, []);
  },
);

inBrowser(
  'a user sees where they are signed in, and signs out elsewhere one by one or all at once',
  null,
  '/sign-in?to=/settings/account',
  async ({ page }) => {
    await signIn(page, ines.email);
    const list = page.getByRole('list', { name: sessions.yours });
    await list.getByText(sessions.this_browser).waitFor();
    await assertAccessible(page, 'one’s own sessions');
    assert.equal(await list.getByRole('listitem').count(), 2);
    await list.getByRole('button', { name: like`^${sessions.end_one(ANY)}` }).click();
    await list.getByRole('group').getByRole('button', { name: sessions.end }).click();
    await list.getByText(sessions.unknown_browser, { exact: true }).waitFor({ state: 'detached' });
    await assert.rejects(ines.client.me.get(), { status_code: 401 });
    assert.equal(await page.getByRole('button', { name: sessions.end_others }).count(), 0);

    const again = await fetch(`${pharos.baseUrl}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: ines.email, password: PASSWORD }),
    });
    assert.equal(again.status, 201);
    await page.reload();
    await page.getByRole('button', { name: sessions.end_others }).click();
    await page.getByRole('group').getByRole('button', { name: sessions.end_others }).click();
    await list.getByText(sessions.unknown_browser, { exact: true }).waitFor({ state: 'detached' });
    assert.equal(await list.getByRole('listitem').count(), 1);
  },
);
