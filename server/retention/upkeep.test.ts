import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import sql, { raw } from 'sql-template-tag';
import { age } from '../../test/support/ageing.ts';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import type { Scope } from '../platform/database/database.ts';
import { forgetOldKeys } from '../platform/idempotency/upkeep.ts';
import { takeTurn } from '../platform/upkeep/queries.ts';
import { keepUp } from '../platform/upkeep/upkeep.ts';
import { sweepRecordings } from '../recordings/upkeep.ts';
import { removeExpiredSessions } from '../sessions/upkeep.ts';
import { purgeWhatIsDue } from './upkeep.ts';

const rounds = await openPharos({ upkeep: { first_ms: 0, every_ms: 1 } });
const pharos = await openPharos();
const { database } = pharos;
const tasks = [forgetOldKeys, removeExpiredSessions, purgeWhatIsDue, sweepRecordings(pharos.storage)];

const openDueCase = async (home: Person, owner = database) => {
  const { case_uuid } = await openCall(home);
  await home.client.cases.remove({ case_uuid });
  await age(owner, case_uuid, 31);
  return case_uuid;
};

const round = async (signal = new AbortController().signal) => {
  const recorded: string[] = [];
  const onError = (error: unknown) => assert.fail(String(error));
  const { served: database } = pharos;
  await keepUp({ database, name: 'upkeep', tasks, onRecorded: (uuid) => recorded.push(uuid), onError, signal });
  return recorded;
};

const certified = async ({ client }: Person) =>
  (await client.retention.listCertificates()).data.items.map(({ subject_uuid, created_by }) => [
    subject_uuid,
    created_by,
  ]);

test('a running server purges by itself, again and again', { timeout: 240_000 }, async () => {
  const home = await rounds.person();
  for (let times = 1; times <= 2; times++) {
    const case_uuid = await openDueCase(home, rounds.database);
    while ((await certified(home)).length < times);
    assert.deepEqual((await certified(home))[0], [case_uuid, null]);
  }
});

test('a round goes through all organizations, in the name of the server', async () => {
  const homes = [await pharos.person(), await pharos.person()];
  const cases = [];
  for (const home of homes) cases.push(await openDueCase(home));
  const recorded = await round();
  assert.deepEqual(recorded.sort(), homes.map(({ actor }) => actor.organization_uuid).sort());
  for (const [index, home] of homes.entries()) {
    assert.deepEqual(await certified(home), [[cases[index], null]]);
    const [event] = (await home.client.audit.list({ action: 'retention.purge' })).data.items;
    assert.deepEqual([event?.subject_uuid, event?.actor_uuid, event?.outcome], [cases[index], null, 'ok']);
  }
  assert.deepEqual(await round(), []);
});

test('only one server at a time does the upkeep, and one that is closing begins nothing more', async () => {
  const home = await pharos.person();
  await openDueCase(home);
  await pharos.served.scopedTo({ installation: true }).transaction(async (other) => {
    assert.ok(await takeTurn(other, 'upkeep'));
    assert.deepEqual(await round(), []);
  });
  assert.deepEqual(await round(AbortSignal.abort()), []);
  assert.deepEqual(await certified(home), []);
  assert.deepEqual(await round(), [home.actor.organization_uuid]);
});

test('what fails in one organization keeps no other waiting', async () => {
  const homes = [await pharos.person(), await pharos.person(), await pharos.person()];
  for (const home of homes) await openDueCase(home);
  const broken = homes[1]?.actor.organization_uuid as string;
  const errors: unknown[] = [];
  const failing = {
    ...pharos.served,
    scopedTo: (scope: Scope) => {
      if (scope.organization_uuid === broken) {
        const transaction = async () => assert.fail('cut short');
        return { ...pharos.served.scopedTo(scope), transaction };
      }
      return pharos.served.scopedTo(scope);
    },
  };
  const { signal } = new AbortController();
  await keepUp({
    database: failing,
    name: 'upkeep',
    tasks,
    onRecorded: () => {},
    onError: (error) => errors.push(error),
    signal,
  });
  assert.equal(errors.length, 1);
  assert.deepEqual(await Promise.all(homes.map(async (home) => (await certified(home)).length)), [1, 0, 1]);
});

test('what cannot be removed keeps nothing behind it waiting', async () => {
  const home = await pharos.person();
  const [stuck, next] = [await openDueCase(home), await openDueCase(home)];
  await age(database, stuck, 1);
  await database.rows(sql`
    create function refuse_for_a_test() returns trigger language plpgsql as $$ begin raise exception 'stuck'; end $$`);
  await database.rows(sql`
    create trigger refuse_for_a_test before delete on cases for each row
    when (old.uuid = ${raw(`'${stuck}'`)}) execute function refuse_for_a_test()`);
  const errors: unknown[] = [];
  await keepUp({
    database: pharos.served,
    name: 'upkeep',
    tasks,
    onRecorded: () => {},
    onError: (error) => errors.push(error),
    signal: new AbortController().signal,
  });
  await database.rows(sql`drop trigger refuse_for_a_test on cases`);
  assert.equal(errors.length, 1);
  assert.deepEqual(
    (await certified(home)).map(([subject_uuid]) => subject_uuid),
    [next],
  );
});

test('old idempotency keys, and sessions and invitations that ended a month ago, go as well', async () => {
  const home = await pharos.person();
  const { organization_uuid, user_uuid } = home.actor;
  for (const days of [0, 40]) {
    await database.rows(sql`
      insert into idempotency_keys (organization_uuid, user_uuid, key, request_digest, created_at)
      values (${organization_uuid}, ${user_uuid}, ${`${days} days`}, '', now() - make_interval(days => ${days}))`);
    await database.rows(sql`
      insert into sessions (organization_uuid, uuid, user_uuid, digest, expires_at)
      values (${organization_uuid}, ${randomUUID()}, ${user_uuid}, ${`${days} days`}, now() - make_interval(days => ${days}))`);
    await database.rows(sql`
      insert into sessions (organization_uuid, uuid, user_uuid, digest, expires_at, ended_at)
      values (${organization_uuid}, ${randomUUID()}, ${user_uuid}, ${`ended ${days} days`}, now() + interval '9 days',
        now() - make_interval(days => ${days}))`);
    await database.rows(sql`
      insert into invitations (organization_uuid, uuid, user_uuid, digest, expires_at)
      values (${organization_uuid}, ${randomUUID()}, ${user_uuid}, ${`${days} days`}, now() - make_interval(days => ${days}))`);
  }
  await round();
  const left = await database.rows<{ name: string }>(sql`
    select 'key ' || key as name from idempotency_keys where organization_uuid = ${organization_uuid}
    union all select 'session ' || digest from sessions where organization_uuid = ${organization_uuid}
    union all select 'invitation ' || digest from invitations where organization_uuid = ${organization_uuid}
    order by name`);
  assert.deepEqual(
    left.map(({ name }) => name),
    ['invitation 0 days', 'key 0 days', 'session 0 days', 'session ended 0 days'],
  );
});
