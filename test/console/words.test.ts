// A recording is put into words from the console, by a stand-in for a speech provider.

import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { english } from '../../console/texts/english.ts';
import { openDeepgram } from '../../server/transcription/providers/deepgram.ts';
import { beep, SUBTITLES } from '../support/requests.ts';
import { DEEPGRAM, openDeepgramStandIn, REFUSALS } from '../support/speech.ts';
import { openTranscribing } from '../support/transcribing.ts';
import { openBrowser } from './browser.ts';
import { assertAccessible } from './looks.ts';
import { ANY_COUNT, like } from './wording.ts';

const deepgram = await openDeepgramStandIn();
const pharos = await openTranscribing([openDeepgram({ base_url: deepgram.base_url, api_key: 'the-key-of-a-test' })]);
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('member');
const reader = await pharos.person('viewer', nora);

const { data: hollis } = await nora.client.cases.create({ body: { first_name: 'Margaret', last_name: 'Hollis' } });
const openRecording = async (file_name: string) => {
  const { data: call } = await nora.client.calls.create({ body: { case_uuid: hollis.uuid, file_name } });
  await nora.client.recordings.upload({ call_uuid: call.uuid, body: beep() });
  return call.uuid;
};
/** The page looks again at once, as it does when somebody comes back to it. */
const comeBack = (page: Page) => page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
const voicemail = await openRecording('Voicemail.wav');
const written = await openRecording('Written.wav');
const { data: bare } = await nora.client.calls.create({ body: { case_uuid: hollis.uuid } });

inBrowser(
  'a viewer sees that there are no words, and asks for none',
  reader,
  `/calls/${voicemail}`,
  async ({ page }) => {
    await page.getByText(english.calls.no_transcript).waitFor();
    await page.getByRole('button', { name: english.calls.player.play, exact: true }).waitFor();
    assert.equal(await page.getByRole('button', { name: english.jobs.transcribe }).count(), 0);
    assert.equal(await page.getByLabel(english.recordings.add_transcript).count(), 0);
  },
);

const drop = (page: Page, name: string, text: string) =>
  page.evaluate(`{
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([${JSON.stringify(text)}], '${name}'));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }`);

inBrowser(
  'a call is given the transcript that somebody has of it, and what is none is told',
  nora,
  `/calls/${written}`,
  async ({ page }) => {
    const given = (buffer: string) => ({ name: 'Written.vtt', mimeType: 'text/vtt', buffer: Buffer.from(buffer) });
    await page.getByRole('button', { name: english.calls.player.play, exact: true }).waitFor();
    await page.getByLabel(english.recordings.add_transcript).setInputFiles(given('no words'));
    await page.getByRole('alert').filter({ hasText: english.refusals.transcript_unknown_format }).waitFor();
    await assertAccessible(page, 'a file that is no transcript');
    await page.getByLabel(english.recordings.add_transcript).setInputFiles(given(SUBTITLES));
    await page.getByRole('article', { name: /Sarah/ }).waitFor();
    assert.equal((await nora.client.calls.get({ call_uuid: written })).data.transcript?.words.length, 2);
  },
);

inBrowser(
  'a transcript that is dropped on a call without a recording is its words, and no recording',
  nora,
  `/calls/${bare.uuid}`,
  async ({ page }) => {
    await page.getByLabel(english.recordings.add_transcript).waitFor();
    await drop(page, 'Dropped.vtt', SUBTITLES);
    await page.getByRole('article', { name: /Sarah/ }).waitFor();
    assert.equal(await page.getByRole('list', { name: english.recordings.uploads }).count(), 0);
    await page.getByText(english.calls.player.missing).waitFor();
  },
);

inBrowser('a recording is put into words, and they appear', nora, `/calls/${voicemail}`, async ({ page }) => {
  await page.getByRole('button', { name: english.jobs.transcribe }).click();
  await page.getByRole('status').getByText(english.jobs.long_states.queued).waitFor();
  await assertAccessible(page, 'waiting for words');

  const elsewhere = await page.context().newPage();
  await elsewhere.goto('/');
  const waiting = elsewhere.getByRole('region', { name: english.today.latest });
  await waiting.getByRole('link', { name: like`Voicemail.*${english.jobs.long_states.queued}` }).waitFor();
  await elsewhere.goto(`/cases/${hollis.uuid}`);
  await elsewhere.getByRole('link', { name: like`Voicemail.*${english.jobs.long_states.queued}` }).waitFor();

  assert.equal((await pharos.work()).length, 1);
  await comeBack(page);
  await page.getByRole('article').first().waitFor();
  const { word } = DEEPGRAM.results.channels[0].alternatives[0].words[0];
  await page.getByRole('article').first().getByText(new RegExp(word, 'i')).first().waitFor();
  await comeBack(elsewhere);
  await elsewhere
    .getByRole('link', {
      name: like`Voicemail.*(${english.calls.speakers_to_name(1)}|${english.calls.speakers_to_name(ANY_COUNT)})`,
    })
    .waitFor();
});

inBrowser(
  'a recording that could not be put into words says why, also on Today, and is tried again',
  nora,
  `/calls/${await openRecording('Broken.wav')}`,
  async ({ page }) => {
    await page.getByRole('button', { name: english.jobs.transcribe }).click();
    await page.getByRole('status').getByText(english.jobs.long_states.queued).waitFor();
    deepgram.next.push(REFUSALS.deepgram(400, 'Bad Request'));
    await pharos.work();
    await comeBack(page);
    await page.getByRole('status').getByText(english.jobs.long_states.failed).waitFor();
    await page
      .getByRole('status')
      .getByText(/Not today/)
      .waitFor();
    await page.getByRole('link', { name: english.app.today }).click();
    const failed = page.getByRole('region', { name: english.today.needs }).getByRole('link', { name: /Broken/ });
    await failed.getByText(/Not today/).waitFor();
    await assertAccessible(page, 'Today with a failed transcription');
    await failed.click();
    await page.getByRole('button', { name: english.ui.try_again }).click();
    await page.getByRole('status').getByText(english.jobs.long_states.queued).waitFor();
    await pharos.work();
    await comeBack(page);
    await page.getByRole('article').first().waitFor();
  },
);
