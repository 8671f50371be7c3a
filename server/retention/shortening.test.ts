import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { age } from '../../test/support/ageing.ts';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import { openUser } from '../../test/support/sessions.ts';

const pharos = await openPharos();
const { database } = pharos;
const DAY_MS = 86_400_000;

/** A home with a case that was last changed 100 days ago. */
const openHome = async () => {
  const home = await pharos.person();
  const { case_uuid } = await openCall(home);
  await age(database, case_uuid, 100);
  return { home, case_uuid, organization_uuid: home.actor.organization_uuid };
};
const dueOf = async ({ client }: Person, at?: string) => (await client.retention.preview({ at })).data;
const passTheWait = (organization_uuid: string) =>
  database.rows(sql`
    update organizations set purges_wait_until = purges_wait_until - interval '1 day' where uuid = ${organization_uuid}`);

const SHORTENINGS: Record<string, (home: Person) => Promise<unknown>> = {
  'days where there were none': ({ client, actor }) =>
    client.organizations.patch({
      organization_uuid: actor.organization_uuid,
      body: { retention_days: 30, pre_need_retention_days: 30 },
    }),
  'days of a location': async ({ client }) => {
    const { data } = await client.locations.create({ body: { name: 'Chapel' } });
    const [funeral] = (await client.cases.list()).data.items;
    await database.rows(sql`update cases set location_uuid = ${data.uuid} where uuid = ${funeral?.uuid}`);
    await client.locations.patch({ location_uuid: data.uuid, body: { pre_need_retention_days: 30 } });
  },
  'days of a new location': async ({ client }) => {
    const { data } = await client.locations.create({ body: { name: 'Chapel', pre_need_retention_days: 30 } });
    const [funeral] = (await client.cases.list()).data.items;
    await database.rows(sql`update cases set location_uuid = ${data.uuid} where uuid = ${funeral?.uuid}`);
  },
};

for (const [what, shorten] of Object.entries(SHORTENINGS)) {
  test(`${what} take a day until anything is purged by them, and the preview says so`, async () => {
    const { home, case_uuid, organization_uuid } = await openHome();
    assert.equal((await dueOf(home)).waits_until, null);
    await shorten(home);
    const { items, waits_until } = await dueOf(home);
    assert.deepEqual(items, []);
    const wait_ms = Date.parse(waits_until as string) - Date.now();
    assert.ok(wait_ms > 0.9 * DAY_MS && wait_ms <= DAY_MS);
    assert.equal((await home.client.retention.purge()).data.cases, 0);
    const later = await dueOf(home, new Date(Date.now() + 2 * DAY_MS).toISOString());
    assert.deepEqual(
      later.items.map(({ subject_uuid }) => subject_uuid),
      [case_uuid],
    );
    await passTheWait(organization_uuid);
    assert.equal((await dueOf(home)).waits_until, null);
    assert.equal((await home.client.retention.purge()).data.cases, 1);
  });
}

test('a shorter time for restoring lets deleted records wait too, and longer times wait for nothing', async () => {
  const { home, case_uuid, organization_uuid } = await openHome();
  await home.client.cases.remove({ case_uuid });
  await age(database, case_uuid, 20);
  const change = (restorable_days: number) =>
    home.client.organizations.patch({ organization_uuid, body: { restorable_days } });
  await change(60);
  assert.equal((await dueOf(home)).waits_until, null);
  await change(10);
  assert.deepEqual((await dueOf(home)).items, []);
  await passTheWait(organization_uuid);
  assert.equal((await home.client.retention.purge()).data.cases, 1);
});

test('shortening takes the password again, and lengthening or another name does not', async () => {
  const { home, organization_uuid } = await openHome();
  const nora = await openUser(pharos, home, 'admin');
  await database.rows(sql`update sessions set confirmed_at = null where user_uuid = ${nora.user_uuid}`);
  const change = (body: object) => nora.client.organizations.patch({ organization_uuid, body });
  const refusal = { status_code: 403, code: 'password_confirmation_required' };
  await assert.rejects(change({ retention_days: 3650 }), refusal);
  await assert.rejects(change({ restorable_days: 29 }), refusal);
  await assert.rejects(nora.client.locations.create({ body: { name: 'Chapel', retention_days: 10 } }), refusal);
  await change({ restorable_days: 31, name: 'Harbour' });
  await change({ retention_days: null });
});
