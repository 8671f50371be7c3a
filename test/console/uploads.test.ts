import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { english } from '../../console/texts/english.ts';
import { openPharos, type Person } from '../support/pharos.ts';
import { wav } from '../support/recordings.ts';
import { SUBTITLES } from '../support/requests.ts';
import { openBrowser } from './browser.ts';
import { FLORIST, openInventedHome } from './invented-home.ts';
import { assertAccessible } from './looks.ts';
import { DIRECTOR } from './on-a-call.ts';
import { like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const folder = await mkdtemp(join(tmpdir(), 'pharos-uploads-'));
after(() => rm(folder, { recursive: true }));

const noise = () => wav(randomBytes(16_000), { tag: 1, channels: 1, bits: 8 });
const file = (name: string, buffer = noise()) => ({ name, mimeType: 'audio/wav', buffer });
const callsOf = async ({ client }: Person, case_uuid: string) => (await client.calls.list({ case_uuid })).data.items;
const openCase = async (person: Person) =>
  (await person.client.cases.create({ body: { last_name: 'Marsh' } })).data.uuid;
const CHOOSE = english.cases.add_files;

const nora = await pharos.person('member');

const several = await openCase(nora);
const pairs = await openCase(nora);
const late = await openCase(nora);
const dropped = await openCase(nora);
const twice = await openCase(nora);
const refused = await openCase(nora);
const cut = await openCase(nora);
const home = await openInventedHome(nora);

inBrowser(
  'recordings that are added to a case become calls of it, several at once',
  nora,
  `/cases/${several}`,
  async ({ page }) => {
    await page.getByLabel(CHOOSE).setInputFiles([file('First.wav'), file('Second.wav')]);
    const sent = page.getByRole('list', { name: english.recordings.uploads }).getByRole('listitem');
    await sent.filter({ hasText: 'First.wav' }).getByText(english.recordings.done).waitFor();
    await sent.filter({ hasText: 'Second.wav' }).getByText(english.recordings.done).waitFor();
    await page
      .getByRole('region', { name: english.cases.calls })
      .getByRole('link', { name: /^Second/ })
      .waitFor();
    await assertAccessible(page, 'a case with uploads');
    await sent.filter({ hasText: 'First.wav' }).getByRole('link', { name: english.recordings.open_call }).click();
    await page
      .getByRole('region', { name: english.calls.player.name })
      .getByRole('button', { name: english.calls.player.play, exact: true })
      .waitFor();
    assert.equal((await callsOf(nora, several)).length, 2);
  },
);

const words = (name: string, text = SUBTITLES) => ({ name, mimeType: 'text/vtt', buffer: Buffer.from(text) });

inBrowser(
  'a recording and a transcript of one name become one call, and what does not fit is told',
  nora,
  `/cases/${pairs}`,
  async ({ page }) => {
    const sound = noise();
    const given = [words('hollis.vtt'), file('Hollis.wav', sound), words('Hollis.srt'), file('Other.wav')];
    await page.getByLabel(CHOOSE).setInputFiles([...given, words('Broken.vtt', 'no words'), file('Broken.wav')]);
    const line = (text: string) => page.getByRole('listitem').filter({ hasText: text });
    await line('with its transcript hollis.vtt, as one call')
      .getByText(english.recordings.done_with_transcript)
      .waitFor();
    await line('Other.wav').getByText(english.recordings.done, { exact: false }).waitFor();
    await line('Broken.wav')
      .getByText(like`^${english.recordings.transcript_refused('Broken.vtt')}`)
      .waitFor();
    await line('Broken.wav').getByText(english.recordings.done).waitFor();
    await page.getByText(english.recordings.left_out('Hollis.srt', 'hollis.vtt')).waitFor();
    await assertAccessible(page, 'recordings with transcripts');
    const calls = await callsOf(nora, pairs);
    const has = async (name: string) => {
      const call_uuid = calls.find(({ file_name }) => file_name === name)?.uuid ?? '';
      const { transcript } = (await nora.client.calls.get({ call_uuid })).data;
      return [transcript !== null, (await nora.client.recordings.info({ call_uuid })).data.bytes];
    };
    assert.equal(calls.length, 3);
    assert.deepEqual(await has('Hollis.wav'), [true, sound.length]);
    assert.deepEqual(await has('Other.wav'), [false, 16_044]);
    assert.deepEqual(await has('Broken.wav'), [false, 16_044]);
    // What is here already with its words stays as it is.
    const again = [file('Other later.wav', sound), words('Other later.vtt')];
    await page.getByLabel(CHOOSE).setInputFiles(again);
    await line('Other later.wav').getByText(english.recordings.already_added).waitFor();
    assert.equal((await callsOf(nora, pairs)).length, 3);
    // What only calls itself a recording is refused, and its words stay.
    await page.getByLabel(CHOOSE).setInputFiles([file('Letter.wav', Buffer.from('%PDF-1.7')), words('Letter.vtt')]);
    await line('Letter.wav')
      .getByText(like`${english.refusals.recording_not_audio}[\s\S]*${english.recordings.transcript_alone}`)
      .waitFor();
    await line('Letter.wav').getByRole('link', { name: english.recordings.open_call }).click();
    await page.getByRole('article').first().waitFor();
    assert.equal((await callsOf(nora, pairs)).length, 4);
  },
);

inBrowser('words that come after their recording go to its call', nora, `/cases/${late}`, async ({ page }) => {
  const sound = file('Late.wav');
  await page.getByLabel(CHOOSE).setInputFiles(sound);
  await page.getByText(english.recordings.done).waitFor();
  await page.getByLabel(CHOOSE).setInputFiles([sound, words('Late.vtt')]);
  await page.getByText(english.recordings.already_added).waitFor();
  const [call, ...others] = await callsOf(nora, late);
  assert.equal(others.length, 0);
  const { transcript } = (await nora.client.calls.get({ call_uuid: call?.uuid ?? '' })).data;
  assert.ok((transcript?.words.length ?? 0) > 0);
});

inBrowser('a recording is dropped anywhere on the page of a case', nora, `/cases/${dropped}`, async ({ page }) => {
  await page.getByLabel(CHOOSE).waitFor();
  const bytes = noise().toString('base64');
  await page.evaluate(`{
    const bytes = Uint8Array.from(atob('${bytes}'), (c) => c.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], 'Dropped.wav', { type: 'audio/wav' }));
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }`);
  await page.getByText(english.recordings.done).waitFor();
  assert.deepEqual(
    (await callsOf(nora, dropped)).map(({ file_name }) => file_name),
    ['Dropped.wav'],
  );
});

inBrowser(
  'a recording that is here already leads to its call, and no empty call stays',
  nora,
  `/cases/${twice}`,
  async ({ page }) => {
    const sound = noise();
    await page.getByLabel(CHOOSE).setInputFiles(file('Morning.wav', sound));
    await page.getByText(english.recordings.done).waitFor();
    await page.getByLabel(CHOOSE).setInputFiles(file('The same.wav', sound));
    const line = page.getByRole('listitem').filter({ hasText: english.recordings.already_added });
    await line.getByRole('link', { name: english.recordings.open_call }).click();
    await page.getByRole('heading', { level: 1, name: 'Morning' }).waitFor();
    assert.equal((await callsOf(nora, twice)).length, 1);
  },
);

inBrowser(
  'a file that only calls itself a recording is refused with the reason, and leaves nothing',
  nora,
  `/cases/${refused}`,
  async ({ page }) => {
    await page.getByLabel(CHOOSE).setInputFiles(file('letter.wav', Buffer.from('%PDF-1.7 a letter')));
    const line = page.getByRole('listitem').filter({ hasText: english.refusals.recording_not_audio });
    await line.waitFor();
    await assertAccessible(page, 'a refused file');
    assert.equal((await callsOf(nora, refused)).length, 0);
    await line.getByRole('button', { name: english.recordings.dismiss('letter.wav') }).click();
    await line.waitFor({ state: 'detached' });
  },
);

inBrowser('an upload is paused, and goes on after the window was closed', nora, `/cases/${cut}`, async ({ page }) => {
  const path = join(folder, 'Long.wav');
  await writeFile(path, noise());
  const held = page.waitForRequest((request) => request.method() === 'PATCH');
  await page.route('**/v1/uploads/*', (route) => (route.request().method() === 'PATCH' ? undefined : route.continue()));
  await page.getByLabel(CHOOSE).setInputFiles(path);
  await held;
  await page.getByRole('button', { name: english.recordings.pause }).click();
  await page.getByText(english.recordings.paused).waitFor();
  await page.getByRole('button', { name: english.recordings.resume }).waitFor();
  await assertAccessible(page, 'a paused upload');
  await page.reload();
  await page.getByText(english.recordings.unfinished).waitFor();
  await assertAccessible(page, 'an unfinished upload');
  await page.unroute('**/v1/uploads/*');
  await page.getByLabel(CHOOSE).setInputFiles(path);
  await page.getByText(english.recordings.done).waitFor();
  const calls = await callsOf(nora, cut);
  assert.equal(calls.length, 1);
  assert.equal((await nora.client.recordings.info({ call_uuid: calls[0]?.uuid ?? '' })).data.bytes, 16_044);
});

inBrowser(
  'a call gets its recording, and the next change of its words is no conflict',
  nora,
  home.path(FLORIST),
  async ({ page }) => {
    await page.getByRole('article').first().waitFor();
    await page.getByLabel(english.recordings.add).setInputFiles(file('florist.wav'));
    await page
      .getByRole('region', { name: english.calls.player.name })
      .getByRole('button', { name: english.calls.player.play, exact: true })
      .waitFor();
    await page
      .getByRole('group', { name: english.calls.who_is_this })
      .first()
      .getByRole('button', { name: DIRECTOR, exact: true })
      .click();
    await page.getByText(english.calls.speakers_to_name(1)).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: like`^${english.calls.saved}$` })
      .waitFor();
    const { speaker_labels } = (await nora.client.calls.get({ call_uuid: home.call(FLORIST) })).data;
    assert.deepEqual(speaker_labels, { A: DIRECTOR });
  },
);
