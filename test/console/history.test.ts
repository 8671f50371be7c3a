import assert from 'node:assert/strict';
import type { Transcript } from '@pharos/contract/transcripts.ts';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, openInventedHome } from './invented-home.ts';
import { like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const admin = await pharos.person('admin');
const { client } = admin;
const home = await openInventedHome(admin);
const [hollis = ''] = home.cases;
const call_uuid = home.call(FIRST_CALL);
const viewer = await pharos.person('viewer', admin);
const read = async () => (await client.calls.get({ call_uuid })).data;

const original = (await read()).transcript as Transcript;
const words = original.words.map((word) => ({
  ...word,
  ...(word.text === 'Nora' && { text: 'Norah' }),
  ...(word.text === 'Annie,' && { speaker: '1' }),
}));
await client.calls.update({ call_uuid, body: { transcript: { ...original, words } } });
await client.calls.update({ call_uuid, body: { speaker_labels: { '0': 'Nora Ellery, director', '1': 'Anna' } } });
await client.cases.update({ case_uuid: hollis, body: { first_name: 'Margaret Rose' } });

inBrowser(
  'a call leads to its history, which tells who changed what, word by word',
  admin,
  home.path(FIRST_CALL),
  async ({ page }) => {
    await page.getByRole('link', { name: like`${english.versions.open}$` }).click();
    await page.getByRole('heading', { level: 1, name: english.versions.title }).waitFor();
    const versions = page.getByRole('region', { name: english.versions.versions }).getByRole('listitem');
    assert.equal(await versions.count(), 3);
    await versions.nth(0).getByText(english.versions.fields.speaker_labels).waitFor();
    const changes = page.getByRole('region', { name: english.versions.changes });
    await changes.getByText(english.versions.name_of_speaker(english.calls.speaker('B'))).waitFor();
    await changes.getByRole('deletion').filter({ hasText: 'Anna Hollis, daughter' }).waitFor();
    await page.getByRole('button', { name: english.versions.show_changes_of('2') }).click();
    await page.waitForURL(/from=1&to=2/);
    await changes.getByText(english.versions.changes_in_transcript(2)).waitFor();
    await changes.getByRole('deletion').filter({ hasText: 'Nora' }).waitFor();
    await changes.getByRole('insertion').filter({ hasText: 'Norah' }).waitFor();
    await changes
      .getByText(english.versions.speaker_changed(english.calls.speaker('C'), 'Anna Hollis, daughter'))
      .waitFor();
    await page.reload();
    await changes.getByText(english.versions.changes_in_transcript(2)).waitFor();
    await changes.getByRole('textbox', { name: english.versions.to }).fill('9');
    await changes.getByRole('button', { name: english.versions.compare }).click();
    await changes.getByText(english.versions.choose).waitFor();
  },
);

inBrowser(
  'a version is restored as a new one, after a question, and the original comes back the same way',
  admin,
  `${home.path(FIRST_CALL)}/history`,
  async ({ page }) => {
    await page.getByRole('button', { name: english.versions.restore_one('2') }).click();
    const question = page.getByRole('group', { name: english.versions.restore_ask('2') });
    await question.getByRole('button', { name: english.ui.cancel }).click();
    assert.equal((await client.calls.versions({ call_uuid })).data.items.length, 3);
    await page.getByRole('button', { name: english.versions.restore_one('2') }).click();
    await question.getByRole('button', { name: english.versions.restore }).click();
    await page.getByText(english.versions.note_restored('2')).waitFor();
    await question.waitFor({ state: 'detached' });
    assert.equal((await read()).speaker_labels['1'], 'Anna Hollis, daughter');
    await page.getByRole('button', { name: english.versions.original }).click();
    await page.getByRole('group').getByRole('button', { name: english.versions.original }).click();
    await page.getByText(english.versions.note_original_restored).waitFor();
    await page.getByRole('group', { name: english.versions.original_ask }).waitFor({ state: 'detached' });
    assert.deepEqual((await read()).transcript, original);
  },
);

inBrowser(
  'a version is not restored over what somebody else has changed meanwhile',
  admin,
  `${home.path(FIRST_CALL)}/history`,
  async ({ page }) => {
    await page.getByRole('button', { name: english.versions.restore_one('1') }).click();
    await client.calls.update({ call_uuid, body: { duration: 601 } });
    await page.getByRole('group').getByRole('button', { name: english.versions.restore }).click();
    await page.getByRole('alert').filter({ hasText: english.forms.changed_meanwhile }).waitFor();
    await page.getByText(english.versions.fields.duration, { exact: true }).first().waitFor();
    assert.equal((await read()).duration, 601);
  },
);

inBrowser('a case has its history too', admin, `/cases/${hollis}`, async ({ page }) => {
  await page.getByRole('link', { name: english.versions.open }).click();
  const changes = page.getByRole('region', { name: english.versions.changes });
  await changes.getByText(english.versions.fields.first_name).waitFor();
  await changes.getByRole('insertion').filter({ hasText: 'Margaret Rose' }).waitFor();
  await page.getByRole('button', { name: english.versions.restore_one('1') }).click();
  await page.getByRole('group').getByRole('button', { name: english.versions.restore }).click();
  await page.getByText(english.versions.note_restored('1')).waitFor();
  assert.equal((await client.cases.get({ case_uuid: hollis })).data.case.first_name, 'Margaret');
});

inBrowser(
  'a viewer reads the history, and is told who may restore',
  viewer,
  `${home.path(FIRST_CALL)}/history`,
  async ({ page }) => {
    await page.getByText(like`^${english.versions.restore_needs}`).waitFor();
    assert.equal(
      await page.getByRole('button', { name: like`${english.versions.restore}|${english.versions.original}` }).count(),
      0,
    );
  },
);
