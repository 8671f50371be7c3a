import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openPharos, type Person } from '../../test/support/pharos.ts';

const pharos = await openPharos();

const lower = (by: Person, { actor }: Person) =>
  by.client.users.setAccessLevel({ body: { user_uuid: actor.user_uuid, access_level: 'member' } });
const remove = (by: Person, { actor }: Person) => by.client.users.remove({ user_uuid: actor.user_uuid });

const admins = async ({ actor }: Person) =>
  (
    await pharos.database.rows(sql`
      select uuid from users
      where organization_uuid = ${actor.organization_uuid} and access_level in ('admin', 'operator')
        and deactivated_at is null`)
  ).length;

test('the last admin of an organization can neither be lowered nor deactivated', async () => {
  const home = await pharos.person();
  const second = await pharos.person('admin', home);
  await pharos.person('member', home);
  await remove(home, second);
  for (const ask of [lower, remove]) {
    await assert.rejects(ask(home, home), { status_code: 409, message: /last admin/ });
    assert.equal(await admins(home), 1);
  }
  await home.client.users.restore({ user_uuid: second.actor.user_uuid });
  await lower(home, home);
  assert.equal(await admins(home), 1);
});

for (const [name, ask] of Object.entries({ lower, deactivate: remove })) {
  test(`of two admins who ${name} each other at the same moment one stays`, async () => {
    for (let round = 0; round < 10; round += 1) {
      const one = await pharos.person();
      const other = await pharos.person('admin', one);
      const outcomes = await Promise.allSettled([ask(one, other), ask(other, one)]);
      assert.ok(outcomes.some(({ status }) => status === 'fulfilled'));
      assert.equal(await admins(one), 1);
    }
  });

  test(`of two operators of two organizations who ${name} themselves at the same moment one stays`, async () => {
    for (let round = 0; round < 10; round += 1) {
      await pharos.database.rows(sql`update users set access_level = 'admin' where access_level = 'operator'`);
      const [one, other] = [await pharos.person('operator'), await pharos.person('operator')];
      await pharos.person('admin', one);
      await pharos.person('admin', other);
      const outcomes = await Promise.allSettled([ask(one, one), ask(other, other)]);
      assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      const left = await pharos.database.rows(sql`
        select uuid from users where access_level = 'operator' and deactivated_at is null`);
      assert.equal(left.length, 1);
    }
  });
}

test('the last operator becomes no admin, although an admin is enough for the organization', async () => {
  await pharos.database.rows(sql`update users set access_level = 'admin' where access_level = 'operator'`);
  const operator = await pharos.person('operator');
  const admin = await pharos.person('admin', operator);
  const body = { user_uuid: operator.actor.user_uuid, access_level: 'admin' as const };
  const asked = operator.client.users.setAccessLevel({ body });
  await assert.rejects(asked, { status_code: 409, message: /last operator/ });
  await operator.client.users.setAccessLevel({ body: { ...body, user_uuid: admin.actor.user_uuid } });
  const second = { user_uuid: admin.actor.user_uuid, access_level: 'operator' as const };
  await operator.client.users.setAccessLevel({ body: second });
  assert.equal((await operator.client.users.setAccessLevel({ body })).data, 'admin');
});

test('an admin who was invited and never came counts for nobody', async () => {
  const home = await pharos.person();
  const body = { email: 'nora@evergreen.example', access_level: 'admin' as const };
  const { data } = await home.client.users.create({ body });
  for (const ask of [lower, remove]) await assert.rejects(ask(home, home), { status_code: 409, message: /last admin/ });
  await pharos.database.rows(sql`update users set password = 'x' where uuid = ${data.user.uuid}`);
  await remove(home, home);
});
