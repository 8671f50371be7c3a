import assert from 'node:assert/strict';
import { english } from '../../console/texts/english.ts';
import { spanish } from '../../console/texts/spanish.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { FIRST_CALL, openInventedHome } from './invented-home.ts';
import { assertAccessible } from './looks.ts';
import { saved } from './on-a-call.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const nora = await pharos.person('admin');
const home = await openInventedHome(nora);
const { organization_uuid } = nora.actor;

inBrowser('a voice is put on a side where it is named', nora, home.path(FIRST_CALL), async ({ page }) => {
  const { calls } = english;
  const [speaker, name] = ['1', 'Anna Hollis, daughter'];
  await page.getByRole('complementary').getByLabel(calls.edit_speaker(name)).click();
  const side = page.getByRole('combobox', { name: calls.side_of(name) });
  await side.selectOption('ours');
  await saved(page);
  const call_uuid = home.call(FIRST_CALL);
  const { data } = await nora.client.calls.get({ call_uuid });
  assert.deepEqual(data.speaker_sides, { [speaker]: 'ours' });
  assert.equal(data.speaker_labels[speaker], name);
  await assertAccessible(page, 'a voice on a side');
  const answer = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.getByRole('button', { name: calls.undo, exact: true }).click();
  await answer;
  assert.deepEqual((await nora.client.calls.get({ call_uuid })).data.speaker_sides, {});
  await page.goto(`${home.path(FIRST_CALL)}/history`);
  await page.getByText(english.versions.fields.speaker_sides).first().waitFor();
});

inBrowser('an admin says which words are those of the home', nora, '/settings/organization', async ({ page }) => {
  const { organizations, ui } = english;
  const save = async (status: number) => {
    const answer = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.getByRole('button', { name: ui.save, exact: true }).click();
    assert.equal((await answer).status(), status);
  };
  const [roles, trade] = [organizations.role_words, organizations.trade_words];
  await page.getByRole('textbox', { name: roles }).fill('night watch, director');
  await page.getByRole('textbox', { name: trade }).fill('slumber room, chapel of repose\n\nlimo, limousine');
  await save(200);
  const { data } = await nora.client.organizations.get({ organization_uuid });
  assert.deepEqual(data.role_words, ['night watch', 'director']);
  assert.deepEqual(data.trade_words, [
    ['slumber room', 'chapel of repose'],
    ['limo', 'limousine'],
  ]);
  await page.getByRole('textbox', { name: roles }).fill('');
  await page.getByRole('textbox', { name: trade }).fill('alone');
  await save(400);
  await page.getByRole('textbox', { name: trade }).and(page.locator('[aria-invalid="true"]')).waitFor();
  await page.getByRole('textbox', { name: trade }).fill('');
  await save(200);
  const { data: cleared } = await nora.client.organizations.get({ organization_uuid });
  assert.deepEqual([cleared.role_words, cleared.trade_words], [null, []]);
  await assertAccessible(page, 'the words of a home');
});

inBrowser(
  'the words of a home are asked for in Spanish too',
  nora,
  '/settings/organization',
  async ({ page }) => {
    await page.getByRole('textbox', { name: spanish.organizations.role_words }).waitFor();
    await page.getByRole('textbox', { name: spanish.organizations.trade_words }).waitFor();
  },
  { locale: 'es-US' },
);
