import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { age, setDays } from '../../test/support/ageing.ts';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';

const pharos = await openPharos();
const { database } = pharos;

const dueOf = async ({ client }: Person, at?: string) =>
  (await client.retention.preview({ at })).data.items.map(({ subject_uuid, rule }) => [subject_uuid, rule]);
const addLocation = async ({ actor }: Person, at_need: number | null, pre_need: number | null) => {
  const uuid = randomUUID();
  await database.rows(sql`
    insert into locations (organization_uuid, uuid, name, retention_days, pre_need_retention_days)
    values (${actor.organization_uuid}, ${uuid}, 'Chapel', ${at_need}, ${pre_need})`);
  return uuid;
};
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

test('with no days set, nothing that is not deleted is ever due', async () => {
  const home = await pharos.person();
  const { case_uuid } = await openCall(home);
  await age(database, case_uuid, 40_000);
  assert.deepEqual(await dueOf(home), []);
  assert.deepEqual(await dueOf(home, '9999-12-31T00:00:00Z'), []);
});

test('at-need and pre-need cases are each kept as long as the organization says', async () => {
  const home = await pharos.person();
  await setDays(database, home.actor.organization_uuid, { at_need: 100, pre_need: 1 });
  const [at_need, pre_need] = [await openCall(home), await openCall(home)];
  await home.client.cases.update({ case_uuid: at_need.case_uuid, body: { date_of_death: '2026-11-17' } });
  const rules = {
    at_need: [at_need.case_uuid, { reason: 'at_need', days: 100, set_by: 'organization' }],
    pre_need: [pre_need.case_uuid, { reason: 'pre_need', days: 1, set_by: 'organization' }],
  };
  assert.deepEqual(await dueOf(home, inDays(0.9)), []);
  assert.deepEqual(await dueOf(home, inDays(1)), [rules.pre_need]);
  assert.deepEqual(await dueOf(home, inDays(99.9)), [rules.pre_need]);
  assert.deepEqual(await dueOf(home, inDays(100)), [rules.pre_need, rules.at_need]);
  await setDays(database, home.actor.organization_uuid, { at_need: 100 });
  assert.deepEqual(await dueOf(home, inDays(100)), [rules.at_need]);
});

test("a location's own days beat the organization's, longer or shorter, each kind by itself", async () => {
  const home = await pharos.person();
  await setDays(database, home.actor.organization_uuid, { at_need: 10, pre_need: 10 });
  const longer = await addLocation(home, null, 20);
  const shorter = await addLocation(home, 5, null);
  const open = async (body: object) => (await home.client.cases.create({ body })).data.uuid;
  const date_of_death = '2026-11-17';
  const pre_need_longer = await open({ location_uuid: longer });
  const at_need_longer = await open({ location_uuid: longer, date_of_death });
  const at_need_shorter = await open({ location_uuid: shorter, date_of_death });
  const pre_need_shorter = await open({ location_uuid: shorter });
  const shorterRule = [at_need_shorter, { reason: 'at_need', days: 5, set_by: 'location' }];
  assert.deepEqual(await dueOf(home, inDays(5)), [shorterRule]);
  assert.deepEqual(await dueOf(home, inDays(10)), [
    shorterRule,
    [at_need_longer, { reason: 'at_need', days: 10, set_by: 'organization' }],
    [pre_need_shorter, { reason: 'pre_need', days: 10, set_by: 'organization' }],
  ]);
  assert.deepEqual((await dueOf(home, inDays(20))).at(-1), [
    pre_need_longer,
    { reason: 'pre_need', days: 20, set_by: 'location' },
  ]);
});

test('a case counts from its last change, the last change of its calls, deleted ones too, and its service', async () => {
  const home = await pharos.person();
  await setDays(database, home.actor.organization_uuid, { pre_need: 10 });
  const [untouched, touched, serviced] = [await openCall(home), await openCall(home), await openCall(home)];
  const date_of_service = inDays(365).slice(0, 10);
  await home.client.cases.update({ case_uuid: serviced.case_uuid, body: { date_of_service } });
  for (const { case_uuid } of [untouched, touched, serviced]) await age(database, case_uuid, 10);
  await home.client.calls.update({ call_uuid: touched.call_uuid, body: { duration: 1 } });
  await home.client.calls.remove(touched);
  const rule = { reason: 'pre_need', days: 10, set_by: 'organization' };
  assert.deepEqual(await dueOf(home), [[untouched.case_uuid, rule]]);
  const [, second] = await dueOf(home, inDays(10));
  assert.deepEqual(second, [touched.case_uuid, rule]);
  const due_since = `${new Date(Date.parse(date_of_service) + 10 * 86_400_000).toISOString().slice(0, 10)}T00:00:00.000000Z`;
  const { items } = (await home.client.retention.preview({ at: due_since })).data;
  assert.deepEqual([items[2]?.subject_uuid, items[2]?.due_since], [serviced.case_uuid, due_since]);
});

test('a deleted call is due alone, a deleted case with its calls, and whichever rule comes first is told', async () => {
  const home = await pharos.person();
  const [one, whole] = [await openCall(home), await openCall(home)];
  await home.client.calls.remove(one);
  await home.client.cases.remove(whole);
  const rule = { reason: 'deleted', days: 30 };
  assert.deepEqual(await dueOf(home, inDays(29.9)), []);
  assert.deepEqual(await dueOf(home, inDays(30)), [
    [one.call_uuid, rule],
    [whole.case_uuid, rule],
  ]);
  await setDays(database, home.actor.organization_uuid, { pre_need: 20 });
  assert.deepEqual(await dueOf(home, inDays(30)), [
    [one.case_uuid, { reason: 'pre_need', days: 20, set_by: 'organization' }],
    [whole.case_uuid, { reason: 'pre_need', days: 20, set_by: 'organization' }],
  ]);
});

test('more days than time has are no error', async () => {
  const home = await pharos.person();
  const most = 2_147_483_647;
  await setDays(database, home.actor.organization_uuid, { at_need: most, pre_need: most, restorable: most });
  const { case_uuid } = await openCall(home);
  await home.client.cases.update({ case_uuid, body: { date_of_service: '9999-12-31' } });
  await home.client.cases.remove({ case_uuid });
  assert.deepEqual(await dueOf(home, '9999-12-31T00:00:00Z'), []);
  await home.client.cases.restore({ case_uuid });
});

test('the preview is read page by page, longest due first, and a time that is none is refused', async () => {
  const home = await pharos.person();
  const cases = [];
  for (let days = 35; days > 30; days--) {
    const { case_uuid } = await openCall(home);
    await home.client.cases.remove({ case_uuid });
    await age(database, case_uuid, days);
    cases.push(case_uuid);
  }
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next_cursor } = (await home.client.retention.preview({ limit: 2, cursor })).data;
    seen.push(...items.map(({ subject_uuid }) => subject_uuid));
    cursor = next_cursor;
  }
  assert.deepEqual(seen, cases);
  for (const at of ['', 'tomorrow', '2026-02-30T00:00:00Z']) {
    await assert.rejects(home.client.retention.preview({ at }), { status_code: 400 });
  }
  await assert.rejects(home.client.retention.preview({ cursor: 'x' }), { status_code: 400 });
});

test('a day of service far ahead keeps a case for two years more than its own time, not for ever', async () => {
  const home = await pharos.person();
  await setDays(database, home.actor.organization_uuid, { at_need: 100 });
  const { case_uuid } = await openCall(home);
  const body = { date_of_death: '2026-11-17', date_of_service: '9999-12-31' };
  await home.client.cases.update({ case_uuid, body });
  assert.deepEqual(await dueOf(home, inDays(800)), []);
  assert.equal((await dueOf(home, inDays(840))).length, 1);
});
