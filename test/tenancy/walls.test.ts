// The second wall as PostgreSQL's own catalogs and a session of the app's role show it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql, { raw } from 'sql-template-tag';
import { openCall, openPharos } from '../support/pharos.ts';

const pharos = await openPharos();
const [ours, theirs] = [await pharos.person(), await pharos.person()];
await openCall(ours);
const foreign = await openCall(theirs);
await theirs.client.calls.importTranscript({
  call_uuid: foreign.call_uuid,
  body: 'WEBVTT\n\n00:01.000 --> 00:02.000\nGood morning\n',
});
const own = pharos.served.scopedTo(ours.actor);

/** Tables that everybody's requests may meet without an organization: which migrations were applied. */
const OPEN_TABLES = ['migrations'];

const tables = await pharos.database.rows<{ name: string; forced: boolean; keyed: boolean; stays: boolean }>(sql`
  select relname as name, relrowsecurity and relforcerowsecurity as forced,
    exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'organization_uuid') as keyed,
    exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = relname || '_stay') as stays
  from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by relname`);
const keyed = tables.filter((table) => table.keyed).map(({ name }) => name);
const column = (name: string) => (name === 'organizations' ? 'uuid' : 'organization_uuid');

test('every table is behind the wall, and its rows never change their organization', () => {
  const walled = tables.filter(({ name }) => !OPEN_TABLES.includes(name));
  assert.ok(walled.length > 10);
  for (const { name, forced, stays } of walled) assert.ok(forced && stays, name);
  assert.deepEqual(
    walled.filter(({ keyed }) => !keyed).map(({ name }) => name),
    ['organizations'],
  );
});

test("the app's role owns nothing and cannot pass by a policy", async () => {
  const role = await pharos.database.row(sql`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin,
      (select count(*) from pg_class where relowner = pg_roles.oid) as owned
    from pg_roles where rolname = 'pharos_app'`);
  assert.deepEqual(role, {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolcanlogin: false,
    owned: 0,
  });
});

for (const name of [...keyed, 'organizations']) {
  test(`a statement without any condition on ${name} shows no other organization's rows`, async () => {
    const { organization_uuid } = ours.actor;
    const others = await own.rows(
      sql`select from ${raw(name)} where ${raw(column(name))} not in (${organization_uuid}, ${NIL})`,
    );
    assert.equal(others.length, 0);
    const unbound = await pharos.served
      .scopedTo({})
      .rows(sql`select from ${raw(name)} where ${raw(column(name))} <> ${NIL}`);
    assert.equal(unbound.length, 0, 'a transaction that is bound to nothing sees nothing');
  });
}

const NIL = '00000000-0000-0000-0000-000000000000';

test('a row cannot be written into, or moved to, another organization', async () => {
  const { organization_uuid } = theirs.actor;
  await assert.rejects(
    own.rows(sql`insert into locations (organization_uuid, uuid, name) values (${organization_uuid}, ${NIL}, 'x')`),
    /row-level security/,
  );
  await assert.rejects(own.rows(sql`update cases set organization_uuid = ${organization_uuid}`), /never change/);
  await assert.rejects(
    pharos.database.rows(sql`update calls set organization_uuid = ${organization_uuid}
      where organization_uuid <> ${organization_uuid}`),
    /never change/,
  );
});

test('what another organization has cannot be changed or deleted by naming it', async () => {
  const { call_uuid } = foreign;
  assert.deepEqual(await own.rows(sql`update calls set duration = 7 where uuid = ${call_uuid} returning uuid`), []);
  assert.deepEqual(await own.rows(sql`delete from transcripts where call_uuid = ${call_uuid} returning uuid`), []);
});

for (const table of ['audit_events', 'audit_links', 'purge_certificates']) {
  test(`${table} cannot be rewritten by the app, nor by its owner`, async () => {
    for (const statement of [
      sql`update ${raw(table)} set organization_uuid = ${NIL}`,
      sql`delete from ${raw(table)}`,
    ]) {
      await assert.rejects(own.rows(statement), /permission denied/);
    }
    if (table === 'purge_certificates') return;
    await theirs.client.audit.list();
    await assert.rejects(pharos.database.rows(sql`delete from ${raw(table)}`), /never changed/);
    await assert.rejects(
      pharos.database.rows(sql`update ${raw(table)} set organization_uuid = organization_uuid`),
      /never changed/,
    );
  });
}

test('a sign-in sees the users of its address and nothing else', async () => {
  await pharos.database.rows(
    sql`update users set email = 'Nora@evergreen.test' where uuid in (${ours.actor.user_uuid}, ${theirs.actor.user_uuid})`,
  );
  const bound = pharos.served.scopedTo({ email: 'nora@evergreen.test' });
  const users = await bound.rows<{ uuid: string }>(sql`select uuid from users order by uuid`);
  assert.deepEqual(
    users.map(({ uuid }) => uuid),
    [ours.actor.user_uuid, theirs.actor.user_uuid].sort(),
  );
  for (const name of keyed.filter((name) => name !== 'users')) {
    assert.deepEqual(await bound.rows(sql`select from ${raw(name)} where organization_uuid <> ${NIL}`), [], name);
  }
  assert.deepEqual(await bound.rows(sql`update users set name = 'x' returning uuid`), [], 'and changes none');
});
