import assert from 'node:assert/strict';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { beep } from '../support/requests.ts';
import { openDeepgramStandIn, REFUSALS } from '../support/speech.ts';
import { openBrowser } from './browser.ts';
import { assertLooks } from './looks.ts';
import { like } from './wording.ts';

const deepgram = await openDeepgramStandIn();
const pharos = await openPharos({
  transcription: { providers: [] },
  speech_makers: { deepgram: deepgram.base_url, assembly_ai: deepgram.base_url },
});
const { inBrowser } = openBrowser(pharos);
const [admin, other] = [await pharos.person('admin'), await pharos.person('admin')];
const member = await pharos.person('member', other);
const { speech, jobs } = english;

const { data: own_case } = await admin.client.cases.create({ body: { last_name: 'Hollis' } });
const { data: call } = await admin.client.calls.create({ body: { case_uuid: own_case.uuid } });
await admin.client.recordings.upload({ call_uuid: call.uuid, body: beep() });

inBrowser(
  'a call without a speech service says so before one presses, and a key that was tested mends it',
  admin,
  `/calls/${call.uuid}`,
  async ({ page }) => {
    await page.getByText(speech.not_set_up).waitFor();
    assert.equal(await page.getByRole('button', { name: jobs.transcribe }).count(), 0);
    await page.getByRole('link', { name: speech.set_it_up }).click();
    await page.getByText(speech.unset).waitFor();
    await assertLooks(page, 'no speech service');
    await page.keyboard.press('2');
    await page.getByRole('radio', { name: like`^AssemblyAI`, checked: true }).waitFor();
    await page.getByRole('radio', { name: like`^AssemblyAI` }).focus();
    await page.keyboard.press('1');
    await page.getByLabel(speech.key).fill('a-key-of-our-own');
    deepgram.next.push(REFUSALS.deepgram(401, 'INVALID_AUTH'));
    await page.keyboard.press('Enter');
    await page.getByText(speech.fails).waitFor();
    await page.getByText(speech.hints[401] ?? '').waitFor();
    await assertLooks(page, 'a speech service that refused');
    await page.keyboard.press('Enter');
    await page.getByText(speech.works).waitFor();
    await assertLooks(page, 'a speech service that works');
    await page.getByRole('button', { name: speech.use('Deepgram') }).click();
    await page.getByText(speech.in_use).waitFor();
    assert.equal(await page.getByText('a-key-of-our-own').count(), 0);
    await page.goto(`/calls/${call.uuid}`);
    await page.getByRole('button', { name: jobs.transcribe }).waitFor();
  },
);

inBrowser(
  'a member sees which service there is, and cannot change it',
  member,
  '/settings/speech',
  async ({ page }) => {
    await page.getByText(speech.read_only).waitFor();
    assert.equal(await page.getByRole('button', { name: speech.test }).count(), 0);
  },
);
