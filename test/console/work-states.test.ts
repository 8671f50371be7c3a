import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { needsLevel, tooManyRequests } from '../../server/platform/errors/errors.ts';
import { openPharos } from '../support/pharos.ts';
import { failed, hold, refuse } from './answers.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, openInventedHome } from './invented-home.ts';
import { assertLooks } from './looks.ts';
import { press } from './on-a-call.ts';
import { ANY, ANY_COUNT, like } from './wording.ts';

// What somebody does on a page, in every state that it can be in: asked, on its way, saved, refused, and tried again.

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await pharos.person('admin');
const viewer = await pharos.person('viewer', admin);
const home = await openInventedHome(admin, 2);
const [hollis = ''] = home.cases;
const call = home.path(FIRST_CALL);
const THE_CALL = /\/v1\/calls\/[\w-]+$/;
const THE_CASE = /\/v1\/cases\/[\w-]+$/;

const says = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).waitFor();
const alerts = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text }).waitFor();

inBrowser('a name of a voice is given, on its way, and saved', admin, call, async ({ page }) => {
  await page.getByRole('article').first().waitFor();
  await press(page, 'u', 'n');
  const name = page.getByRole('combobox', { name: english.calls.name });
  await name.waitFor();
  await assertLooks(page, 'naming');
  const letGo = await hold(page, THE_CALL);
  await name.fill('Daniel');
  await name.press('Enter');
  await says(page, like`^${english.calls.saving}$`);
  await assertLooks(page, 'saving a call');
  await letGo();
  await says(page, like`^${english.calls.saved}$`);
});

inBrowser('what of a call could not be saved is told, and kept until it is', admin, call, async ({ page }) => {
  await page.getByRole('article').first().waitFor();
  const request_id = await refuse(page, THE_CALL, failed);
  await press(page, 'd', 'y');
  await says(page, english.calls.save_failed);
  await page.getByText(request_id).waitFor();
  await assertLooks(page, 'a call that was not saved');
  await page.getByRole('link', { name: english.app.today }).click();
  await page.getByRole('alert', { name: english.calls.leave_ask }).waitFor();
  await assertLooks(page, 'leaving a call that was not saved');
  await page.getByRole('button', { name: english.calls.stay }).click();
  await page.unroute(THE_CALL);
  await page.getByRole('button', { name: english.calls.save_again }).click();
  await says(page, like`^${english.calls.saved}$`);

  await page.context().setExtraHTTPHeaders({});
  await press(page, 'Control+z');
  await page.getByRole('link', { name: english.refusals.unauthenticated }).waitFor();
  await assertLooks(page, 'a call whose reader is signed out');
});

inBrowser('a call is worked on without a connection, and saved once there is one', admin, call, async ({ page }) => {
  await page.getByRole('article').first().waitFor();
  await page.context().setOffline(true);
  await press(page, 'd', 'y');
  await page.getByText(english.ui.unreachable).waitFor();
  await assertLooks(page, 'a call that was changed without a connection');
  await page.context().setOffline(false);
  await says(page, like`^${english.calls.saved}$`);
});

inBrowser('what is asked and found on the page of a call', admin, call, async ({ page }) => {
  await page.getByRole('article').first().waitFor();
  await press(page, 'f');
  await page.keyboard.type('that she');
  await says(page, like`${english.calls.found(1, ANY_COUNT)}`);
  await assertLooks(page, 'finding in a call');
  await page.keyboard.type(' never said');
  await says(page, english.calls.found(0, 0));
  await press(page, 'Escape', 'ArrowDown', 'r');
  await page.getByRole('group', { name: english.calls.who_said_this }).waitFor();
  await assertLooks(page, 'giving a turn to somebody else');
  await press(page, 'Escape', 'ArrowDown', 'e');
  const field = page.getByRole('textbox', { name: english.calls.correction });
  await field.waitFor();
  await assertLooks(page, 'correcting a turn');
  await field.fill((await field.inputValue()).replace('Hollis', 'Holliss'));
  await press(page, 'Enter');
  await page
    .getByRole('group', { name: like`${english.calls.change_all_ask(ANY_COUNT, 'Hollis', 'Holliss')}` })
    .waitFor();
  await assertLooks(page, 'fixing everywhere');
  await press(page, 'Escape', '?');
  await page.getByRole('dialog', { name: english.calls.keys_title }).waitFor();
  await assertLooks(page, 'the keys');
  await press(page, 'Escape');
  await page.getByText('···').first().click();
  await page.getByRole('combobox', { name: like`${english.calls.merge_with(ANY)}` }).waitFor();
  await assertLooks(page, 'changing a voice');
});

inBrowser('an export is on its way, shown, and refused', admin, call, async ({ page }) => {
  const words = /\/transcript\?format/;
  await page.clock.install();
  await page.getByRole('article').first().waitFor();
  const letGo = await hold(page, words);
  await page.getByRole('button', { name: english.calls.exports.open }).click();
  const preview = page.getByRole('dialog').getByRole('region', { name: english.calls.exports.preview });
  await preview.getByText(english.ui.loading).waitFor();
  await assertLooks(page, 'an export on its way');
  await letGo();
  await preview.getByText(/Evergreen/).waitFor();
  await assertLooks(page, 'an export');
  await refuse(page, words, needsLevel('member', 'viewer'));
  await page.getByRole('radio', { name: /\.csv/ }).check();
  const { levels } = english.users;
  await preview.getByText(english.settings.needs_level(levels.member, levels.viewer)).waitFor();
  await assertLooks(page, 'an export that is refused');
});

inBrowser(
  'a field of a case is on its way, not saved, saved, and too late',
  admin,
  `/cases/${hollis}`,
  async ({ page }) => {
    const change = async (text: string) => {
      await page.getByRole('button', { name: like`^${english.cases.edit(english.cases.last_name)}` }).click();
      await page.getByLabel(english.cases.last_name).fill(text);
      await press(page, 'Enter');
    };
    await page.getByRole('button', { name: like`^${english.cases.edit(english.cases.last_name)}` }).click();
    await assertLooks(page, 'a field of a case');
    await press(page, 'Escape');
    const letGo = await hold(page, THE_CASE);
    await change('Holliss');
    await says(page, english.cases.saving);
    await page.getByRole('button', { name: `${english.cases.edit(english.cases.last_name)}, Holliss` }).waitFor();
    await assertLooks(page, 'saving a case');
    await letGo();
    await says(page, english.cases.saved);
    await page.getByRole('heading', { level: 1, name: 'Margaret Holliss' }).waitFor();
    const request_id = await refuse(page, THE_CASE, failed);
    await change('Hollis');
    await alerts(page, like`${english.refusals.internal_error}.*Hollis.*${request_id}`);
    await assertLooks(page, 'a case that was not saved');
    await page.unroute(THE_CASE);
    await page.getByRole('alert').getByRole('button', { name: english.ui.try_again }).click();
    await page.getByRole('heading', { level: 1, name: 'Margaret Hollis' }).waitFor();
  },
);

inBrowser(
  'a form is on its way, refused, tried too often, and saved',
  admin,
  '/settings/organization',
  async ({ page }) => {
    const asked = /\/v1\/organizations\//;
    const name = page.getByRole('textbox', { name: english.settings.name });
    const save = page.getByRole('button', { name: english.ui.save });
    await name.fill('Evergreen');
    const letGo = await hold(page, asked);
    await save.click();
    await says(page, english.calls.saving);
    await assertLooks(page, 'saving a form');
    await letGo();
    await says(page, english.calls.saved);
    await assertLooks(page, 'a saved form');
    await refuse(page, asked, tooManyRequests(40));
    await save.click();
    await alerts(page, english.refusals.rate_limited({ seconds: 40 }));
    await assertLooks(page, 'a form that was tried too often');
    await page.unroute(asked);
    await page.getByRole('textbox', { name: english.organizations.retention_days }).fill('ten');
    await save.click();
    await alerts(page, english.forms.look_at_fields);
    await assertLooks(page, 'a form with a mistake');
  },
);

inBrowser('the door says why it stays closed', null, '/sign-in', async ({ page }) => {
  const asked = /\/v1\/sessions/;
  await page.getByLabel(english.sessions.email).fill('theo@evergreen.example');
  await page.getByLabel(english.sessions.password).fill('not the lamp');
  const enter = page.getByRole('button', { name: english.sessions.sign_in });
  const letGo = await hold(page, asked);
  await enter.click();
  await assertLooks(page, 'signing in');
  await letGo();
  await alerts(page, english.refusals.invalid_credentials);
  assert.equal(await page.getByText(like`${english.ui.request_id(ANY)}`).count(), 0);
  await assertLooks(page, 'a wrong password');
  await refuse(page, asked, tooManyRequests(90));
  await enter.click();
  await alerts(page, english.refusals.rate_limited({ seconds: 90 }));
  await assertLooks(page, 'a password tried too often');
  await page.context().setOffline(true);
  await page.unroute(asked);
  await enter.click();
  await alerts(page, english.ui.unreachable);
  await assertLooks(page, 'signing in without a connection');
});

inBrowser('an invitation is on its way, cannot be read, and is spent', null, '/sign-in', async ({ page }) => {
  const asked = /\/v1\/invitations/;
  const letGo = await hold(page, asked);
  await page.goto('/welcome#token=none');
  await page.getByRole('heading', { level: 1, name: english.ui.loading }).waitFor();
  await assertLooks(page, 'an invitation on its way');
  await letGo();
  await page.getByRole('heading', { level: 1, name: english.invitations.spent }).waitFor();
  await assertLooks(page, 'an invitation that is spent');
  const request_id = await refuse(page, asked, failed);
  await page.reload();
  await alerts(page, request_id);
  await assertLooks(page, 'an invitation that cannot be read');
  await page.unroute(asked);
  await page.getByRole('button', { name: english.ui.try_again }).click();
  await page.getByRole('heading', { level: 1, name: english.invitations.spent }).waitFor();
});

inBrowser('without a connection one goes back to what was read before', admin, `/cases/${hollis}`, async ({ page }) => {
  await page.getByRole('heading', { level: 1, name: 'Margaret Hollis' }).waitFor();
  await page.getByRole('link', { name: /First call/ }).click();
  await page.getByRole('article').first().waitFor();
  await page.context().setOffline(true);
  await page.clock.install();
  await page.clock.fastForward(120_000);
  await page.getByRole('link', { name: 'Margaret Hollis' }).click();
  await page.getByRole('heading', { level: 1, name: 'Margaret Hollis' }).waitFor();
  await page.getByRole('link', { name: /First call/ }).click();
  await page.getByRole('article').first().waitFor();
});

const missing = '3f0b6a52-7c1d-4e9a-8b64-d2c95e17a083';
inBrowser('a page that is not there says so', viewer, 'about:blank', async ({ page }) => {
  for (const path of [`/calls/${missing}`, `/cases/${missing}`, `/calls/${missing}/history`, '/settings/nowhere']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: english.app.not_found }).waitFor();
    await assertLooks(page, path);
  }
});

inBrowser(
  'a viewer reads a call, a case and what is due, and is told what takes more',
  viewer,
  call,
  async ({ page }) => {
    await page.getByText(english.calls.read_only).waitFor();
    await assertLooks(page, 'a call for a viewer');
    await page.goto(`/cases/${hollis}`);
    await page.getByText(english.cases.external_id).waitFor();
    assert.equal(
      await page.getByRole('button', { name: like`^(${english.cases.edit(ANY)}|${english.cases.add})` }).count(),
      0,
    );
    await assertLooks(page, 'a case for a viewer');
    await page.goto('/settings/retention');
    await page.getByText(like`^${english.settings.no_access}`).waitFor();
    await assertLooks(page, 'retention for a viewer');
  },
);
