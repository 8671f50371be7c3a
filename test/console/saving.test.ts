import assert from 'node:assert/strict';
import { RETRY_AFTER } from '../../console/api/failures.ts';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { assertAccessible } from './looks.ts';
import { saved, turnAt } from './on-a-call.ts';
import { nameVoice, openSharedCall } from './shared-call.ts';
import { GREETING } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);

const SIGNED_OUT = JSON.stringify({
  message: 'Sign in',
  request_id: 'one',
  errors: [{ code: 'unauthenticated', message: 'Sign in', pointer: '' }],
});
const FAILED = JSON.stringify({ message: 'It failed on the server', request_id: 'one', errors: [] });

const altered = await openSharedCall(pharos);
const outside = await openSharedCall(pharos);
const failing = await openSharedCall(pharos);
const returning = await openSharedCall(pharos);
const unheard = await openSharedCall(pharos);
const closing = await openSharedCall(pharos);

inBrowser(
  'a save that something in between always refuses is told, and is not repeated',
  altered.nora,
  altered.path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    let puts = 0;
    await page.route('**/v1/calls/*', async (route) => {
      if (route.request().method() !== 'PUT') return route.fallback();
      puts++;
      const headers = { ...route.request().headers(), 'if-match': '"of-a-proxy"' };
      await route.continue({ headers });
    });
    await page.clock.install();
    await nameVoice(page, english.calls.speaker('A'), 'Bridget');
    await page.getByText(english.ui.same_version_refused).waitFor();
    await assertAccessible(page, 'a save that is always refused');
    const before = puts;
    assert.ok(before <= 3, `${before} PUTs`);
    await page.clock.fastForward(RETRY_AFTER * 6);
    assert.equal(puts, before);
    await page.unroute('**/v1/calls/*');
    await page.getByRole('toolbar').getByRole('button', { name: english.calls.save_again }).click();
    await saved(page);
    assert.deepEqual((await altered.stored()).speaker_labels, { A: 'Bridget' });
  },
);

inBrowser(
  'whoever is signed out is asked for nothing again until they have signed in in another window',
  outside.nora,
  outside.path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    let puts = 0;
    await page.route('**/v1/calls/*', (route) => {
      if (route.request().method() !== 'PUT') return route.fallback();
      puts++;
      return route.fulfill({ status: 401, contentType: 'application/json', body: SIGNED_OUT });
    });
    await page.clock.install();
    await nameVoice(page, english.calls.speaker('A'), 'Bridget');
    await page.getByRole('toolbar').getByRole('link', { name: english.refusals.unauthenticated }).waitFor();
    await page.clock.fastForward(RETRY_AFTER * 6);
    assert.equal(puts, 1);
    await page.unroute('**/v1/calls/*');
    const other = await page.context().newPage();
    await other.goto('/sign-in');
    await other.evaluate("new BroadcastChannel('pharos.session').postMessage('signed in')");
    await saved(page);
    assert.deepEqual((await outside.stored()).speaker_labels, { A: 'Bridget' });
  },
);

inBrowser(
  'a save that the server fails is told with its reason, and tried again',
  failing.nora,
  failing.path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await page.route('**/v1/calls/*', (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill({ status: 500, contentType: 'application/json', body: FAILED })
        : route.fallback(),
    );
    await nameVoice(page, english.calls.speaker('A'), 'Bridget');
    await page.getByText(english.calls.save_failed).waitFor();
    await page.getByText('It failed on the server').waitFor();
    await assertAccessible(page, 'a save that failed');
    await page.unroute('**/v1/calls/*');
    await page.getByRole('toolbar').getByRole('button', { name: english.calls.save_again }).click();
    await saved(page);
    assert.deepEqual((await failing.stored()).speaker_labels, { A: 'Bridget' });
  },
);

inBrowser(
  'a change that is not saved is sent by itself once the server is there again',
  returning.nora,
  returning.path,
  async ({ page }) => {
    await turnAt(page, '00:00').waitFor();
    await page.clock.install();
    await page.route('**/v1/calls/*', (route) =>
      route.request().method() === 'PUT' ? route.abort('connectionrefused') : route.fallback(),
    );
    await nameVoice(page, english.calls.speaker('A'), 'Bridget');
    const told = page.getByRole('status').filter({ hasText: english.calls.save_failed });
    await told.waitFor();
    const tried = page.waitForRequest((request) => request.method() === 'PUT');
    await page.clock.fastForward(RETRY_AFTER);
    await tried;
    await told.waitFor();
    await page.unroute('**/v1/calls/*');
    await page.clock.fastForward(RETRY_AFTER);
    await saved(page);
    assert.deepEqual((await returning.stored()).speaker_labels, { A: 'Bridget' });
  },
);

inBrowser('a save whose answer was lost is no conflict', unheard.nora, unheard.path, async ({ page }) => {
  await turnAt(page, '00:00').waitFor();
  await page.route('**/v1/calls/*', async (route) => {
    if (route.request().method() !== 'PUT') return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await nameVoice(page, english.calls.speaker('A'), 'Bridget');
  await page.getByText(english.calls.save_failed).waitFor();
  await page.unroute('**/v1/calls/*');
  await nameVoice(page, english.calls.speaker('B'), 'Theo');
  await saved(page);
  assert.equal(await page.getByRole('alert').filter({ hasText: english.calls.conflict_hint }).count(), 0);
  assert.deepEqual((await unheard.stored()).speaker_labels, { A: 'Bridget', B: 'Theo' });
});

inBrowser(
  'nobody closes a window on a correction that is not saved, unasked',
  closing.nora,
  closing.path,
  async (opened) => {
    const { page, trouble } = opened;
    await turnAt(page, '00:00').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
    const field = page.getByRole('textbox', { name: english.calls.correction });
    await field.fill('Holly');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    assert.equal((await asked).type(), 'beforeunload');
    assert.deepEqual(trouble.splice(0), ['a dialog: beforeunload']);
    await page.getByRole('link', { name: english.app.today }).click();
    const leaving = page.getByRole('alert', { name: english.calls.leave_ask });
    await leaving.getByRole('button', { name: english.calls.stay }).click();
    assert.equal(await field.inputValue(), 'Holly');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: english.app.today }).click();
    await page.getByRole('heading', { level: 1, name: GREETING }).waitFor();
  },
);
