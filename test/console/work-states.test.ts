import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { needsLevel, tooManyRequests } from '../../server/platform/errors/errors.ts';
import { openPharos } from '../support/pharos.ts';
import { failed, hold, refuse } from './answers.ts';
import { assertLooks, openBrowser } from './browser.ts';
import { FIRST_CALL, openInventedHome } from './invented-home.ts';
import { press } from './on-a-call.ts';

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
  const name = page.getByRole('combobox', { name: 'Name' });
  await name.waitFor();
  await assertLooks(page, 'naming');
  const letGo = await hold(page, THE_CALL);
  await name.fill('Daniel');
  await name.press('Enter');
  await says(page, /^Saving$/);
  await assertLooks(page, 'saving a call');
  await letGo();
  await says(page, /^Saved$/);
});

inBrowser('what of a call could not be saved is told, and kept until it is', admin, call, async ({ page }) => {
  await page.getByRole('article').first().waitFor();
  const request_id = await refuse(page, THE_CALL, failed);
  await press(page, 'd', 'y');
  await says(page, 'Your last change is not saved yet.');
  await page.getByText(request_id).waitFor();
  await assertLooks(page, 'a call that was not saved');
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('alert', { name: /Leave this call all the same/ }).waitFor();
  await assertLooks(page, 'leaving a call that was not saved');
  await page.getByRole('button', { name: 'Stay here' }).click();
  await page.unroute(THE_CALL);
  await page.getByRole('button', { name: 'Try again' }).click();
  await says(page, /^Saved$/);

  await page.context().setExtraHTTPHeaders({});
  await press(page, 'Control+z');
  await page.getByRole('link', { name: 'You are signed out. Sign in in another window, then try again.' }).waitFor();
  await assertLooks(page, 'a call whose reader is signed out');
});

inBrowser('a call is worked on without a connection, and saved once there is one', admin, call, async ({ page }) => {
  await page.getByRole('article').first().waitFor();
  await page.context().setOffline(true);
  await press(page, 'd', 'y');
  await page.getByText('The server could not be reached.').waitFor();
  await assertLooks(page, 'a call that was changed without a connection');
  await page.context().setOffline(false);
  await says(page, /^Saved$/);
});

inBrowser('what is asked and found on the page of a call', admin, call, async ({ page }) => {
  await page.getByRole('article').first().waitFor();
  await press(page, '/');
  await page.keyboard.type('that she');
  await says(page, /1 of \d/);
  await assertLooks(page, 'finding in a call');
  await page.keyboard.type(' never said');
  await says(page, 'Not said in this call');
  await press(page, 'Escape', 'ArrowDown', 'r');
  await page.getByRole('group', { name: 'Who says this?' }).waitFor();
  await assertLooks(page, 'giving a turn to somebody else');
  await press(page, 'Escape', 'ArrowDown', 'e');
  const field = page.getByRole('textbox', { name: /^Correct the words/ });
  await field.waitFor();
  await assertLooks(page, 'correcting a turn');
  await field.fill((await field.inputValue()).replace('Hollis', 'Holliss'));
  await press(page, 'Enter');
  await page.getByRole('group', { name: /also in/ }).waitFor();
  await assertLooks(page, 'fixing everywhere');
  await press(page, 'Escape', '?');
  await page.getByRole('dialog', { name: 'Keys on this page' }).waitFor();
  await assertLooks(page, 'the keys');
  await press(page, 'Escape');
  await page.getByText('···').first().click();
  await page.getByRole('combobox', { name: /is the same person as/ }).waitFor();
  await assertLooks(page, 'changing a voice');
});

inBrowser('an export is on its way, shown, and refused', admin, call, async ({ page }) => {
  const words = /\/transcript\?format/;
  await page.clock.install();
  await page.getByRole('article').first().waitFor();
  const letGo = await hold(page, words);
  await page.getByRole('button', { name: 'Export' }).click();
  const preview = page.getByRole('dialog').getByRole('region', { name: 'Preview' });
  await preview.getByText('One moment').waitFor();
  await assertLooks(page, 'an export on its way');
  await letGo();
  await preview.getByText(/Evergreen/).waitFor();
  await assertLooks(page, 'an export');
  const request_id = await refuse(page, words, needsLevel('member', 'viewer'));
  await page.getByRole('radio', { name: /\.csv/ }).check();
  await preview.getByText(request_id).waitFor();
  await assertLooks(page, 'an export that is refused');
});

inBrowser(
  'a field of a case is on its way, not saved, saved, and too late',
  admin,
  `/cases/${hollis}`,
  async ({ page }) => {
    const change = async (text: string) => {
      await page.getByRole('button', { name: /^Change: Last name/ }).click();
      await page.getByLabel('Last name').fill(text);
      await press(page, 'Enter');
    };
    await page.getByRole('button', { name: /^Change: Last name/ }).click();
    await assertLooks(page, 'a field of a case');
    await press(page, 'Escape');
    const letGo = await hold(page, THE_CASE);
    await change('Holliss');
    await says(page, 'Saving');
    await page.getByRole('button', { name: 'Change: Last name, Holliss' }).waitFor();
    await assertLooks(page, 'saving a case');
    await letGo();
    await says(page, 'Saved');
    await page.getByRole('heading', { level: 1, name: 'Margaret Holliss' }).waitFor();
    const request_id = await refuse(page, THE_CASE, failed);
    await change('Hollis');
    await alerts(page, new RegExp(`Something went wrong in Pharos itself.*Hollis.*${request_id}`));
    await assertLooks(page, 'a case that was not saved');
    await page.unroute(THE_CASE);
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Margaret Hollis' }).waitFor();
  },
);

inBrowser(
  'a form is on its way, refused, tried too often, and saved',
  admin,
  '/settings/organization',
  async ({ page }) => {
    const asked = /\/v1\/organizations\//;
    const name = page.getByRole('textbox', { name: 'Name' });
    const save = page.getByRole('button', { name: 'Save' });
    await name.fill('Evergreen');
    const letGo = await hold(page, asked);
    await save.click();
    await says(page, 'Saving');
    await assertLooks(page, 'saving a form');
    await letGo();
    await says(page, 'Saved');
    await assertLooks(page, 'a saved form');
    const request_id = await refuse(page, asked, tooManyRequests(40));
    await save.click();
    await alerts(page, /Please wait 40 seconds/);
    await alerts(page, request_id);
    await assertLooks(page, 'a form that was tried too often');
    await page.unroute(asked);
    await page.getByRole('textbox', { name: 'Days a case is kept' }).fill('ten');
    await save.click();
    await alerts(page, 'Something is not right yet.');
    await assertLooks(page, 'a form with a mistake');
  },
);

inBrowser('the door says why it stays closed', null, '/sign-in', async ({ page }) => {
  const asked = /\/v1\/sessions/;
  await page.getByLabel('Email').fill('theo@evergreen.example');
  await page.getByLabel('Password').fill('not the lamp');
  const enter = page.getByRole('button', { name: 'Sign in' });
  const letGo = await hold(page, asked);
  await enter.click();
  await assertLooks(page, 'signing in');
  await letGo();
  await alerts(page, 'The email or the password is not right.');
  await assertLooks(page, 'a wrong password');
  await refuse(page, asked, tooManyRequests(90));
  await enter.click();
  await alerts(page, 'Please wait 90 seconds');
  await assertLooks(page, 'a password tried too often');
  await page.context().setOffline(true);
  await page.unroute(asked);
  await enter.click();
  await alerts(page, 'The server could not be reached.');
  await assertLooks(page, 'signing in without a connection');
});

inBrowser('an invitation is on its way, cannot be read, and is spent', null, '/sign-in', async ({ page }) => {
  const asked = /\/v1\/invitations/;
  const letGo = await hold(page, asked);
  await page.goto('/welcome#token=none');
  await page.getByRole('heading', { level: 1, name: 'One moment' }).waitFor();
  await assertLooks(page, 'an invitation on its way');
  await letGo();
  await page.getByRole('heading', { level: 1, name: 'This invitation no longer works' }).waitFor();
  await assertLooks(page, 'an invitation that is spent');
  const request_id = await refuse(page, asked, failed);
  await page.reload();
  await alerts(page, request_id);
  await assertLooks(page, 'an invitation that cannot be read');
  await page.unroute(asked);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { level: 1, name: 'This invitation no longer works' }).waitFor();
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
    await page.getByRole('heading', { level: 1, name: 'There is nothing here' }).waitFor();
    await assertLooks(page, path);
  }
});

inBrowser(
  'a viewer reads a call, a case and what is due, and is told what takes more',
  viewer,
  call,
  async ({ page }) => {
    await page.getByText('You can read this call, but not change it.').waitFor();
    await assertLooks(page, 'a call for a viewer');
    await page.goto(`/cases/${hollis}`);
    await page.getByText('Case number').waitFor();
    assert.equal(await page.getByRole('button', { name: /^(Change|Add)/ }).count(), 0);
    await assertLooks(page, 'a case for a viewer');
    await page.goto('/settings/retention');
    await page.getByText(/^You cannot see what is on this page/).waitFor();
    await assertLooks(page, 'retention for a viewer');
  },
);
