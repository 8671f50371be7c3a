import assert from 'node:assert/strict';
import { english } from '../../console/texts/english.ts';
import { openPharos } from '../support/pharos.ts';
import { openBrowser } from './browser.ts';
import { assertLooks } from './looks.ts';
import { ANY, like } from './wording.ts';

const pharos = await openPharos();
const { inBrowser } = openBrowser(pharos);
const member = await pharos.person('member');
const viewer = await pharos.person('viewer', member);
const { cases, calls } = member.client;
const { whose, undo } = english.calls;

const from = '(212) 555-0123';
const { data: hollis } = await cases.create({ body: { first_name: 'Margaret', last_name: 'Hollis' } });
const { data: okafor } = await cases.create({ body: { first_name: 'Ada', last_name: 'Okafor' } });
await calls.create({ body: { case_uuid: hollis.uuid, from } });

/** A call that came in without a case. */
const comeIn = async () => {
  const { data: unknown } = await cases.create({ body: { identified: false } });
  const body = { case_uuid: unknown.uuid, direction: 'incoming', from, started_at: '2026-11-30T14:14:00Z' } as const;
  return (await calls.create({ body })).data;
};
const caseOf = async (call_uuid: string) => (await calls.get({ call_uuid })).data.case_uuid;
const [offered, sought, shown] = [await comeIn(), await comeIn(), await comeIn()];

inBrowser(
  'a call without a case asks whose it is, offers one by its number, and takes the answer back',
  member,
  `/calls/${offered.uuid}`,
  async ({ page }) => {
    const question = page.getByRole('region', { name: whose.title });
    await question.getByText(like`${whose.by_number(ANY)}`).waitFor();
    await page.getByText(english.calls.facts.directions.incoming).first().waitFor();
    await assertLooks(page, 'a call that asks whose it is');
    await question.getByRole('button', { name: like`^Margaret Hollis` }).click();
    await page.getByText(whose.moved('Margaret Hollis')).waitFor();
    await question.waitFor({ state: 'detached' });
    assert.equal(await caseOf(offered.uuid), hollis.uuid);
    await page.getByRole('status').getByRole('button', { name: undo }).click();
    await question.waitFor();
    assert.equal(await caseOf(offered.uuid), offered.case_uuid);
  },
);

inBrowser('another case is found by its name', member, `/calls/${sought.uuid}`, async ({ page }) => {
  const question = page.getByRole('region', { name: whose.title });
  await question.getByRole('searchbox', { name: whose.find }).fill('nobody');
  await question.getByText(whose.none('nobody')).waitFor();
  await question.getByRole('searchbox', { name: whose.find }).fill('okafor');
  await question.getByRole('button', { name: like`^Ada Okafor` }).click();
  await page.getByText(whose.moved('Ada Okafor')).waitFor();
  assert.equal(await caseOf(sought.uuid), okafor.uuid);
});

inBrowser(
  'a call is renamed in its own place, and Escape leaves it as it was',
  member,
  `/calls/${sought.uuid}`,
  async ({ page }) => {
    const { title, rename_call } = english.calls;
    await page.getByRole('button', { name: rename_call, exact: true }).click();
    const field = page.getByRole('textbox', { name: title });
    await field.fill('About the flowers');
    await field.press('Escape');
    assert.equal(await page.getByRole('heading', { level: 1, name: 'About the flowers' }).count(), 0);
    await page.getByRole('button', { name: rename_call, exact: true }).click();
    await field.fill('About the hymns');
    await field.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'About the hymns' }).waitFor();
    await assertLooks(page, 'a call that was renamed');
    assert.equal((await calls.get({ call_uuid: sought.uuid })).data.title, 'About the hymns');
  },
);

inBrowser('the page of the day lists the calls whose case is not known', member, '/', async ({ page }) => {
  const list = page.getByRole('region', { name: like`^${english.today.needs}` });
  await list.getByRole('heading', { name: whose.title }).waitFor();
  await assertLooks(page, 'the page of the day with a call that asks whose it is');
});

inBrowser('whoever may only read is not asked', viewer, `/calls/${shown.uuid}`, async ({ page }) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText(from).first().waitFor();
  assert.equal(await page.getByRole('region', { name: whose.title }).count(), 0);
});
