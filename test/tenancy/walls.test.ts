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
const own = pharos.probed.scopedTo(ours.actor);

/** Tables that everybody's requests may meet without an organization: which migrations were applied. */
const OPEN_TABLES = ['migrations'];

const tables = await pharos.database.rows<{ name: string; forced: boolean; keyed: boolean; stays: boolean }>(sql`
  select relname as name, relrowsecurity and relforcerowsecurity as forced,
    exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'organization_uuid') as keyed,
    not exists (
      select from pg_attribute
      where attrelid = pg_class.oid and attname in ('organization_uuid', 'uuid')
        and has_column_privilege('pharos_app', pg_class.oid, attnum, 'update')) as stays
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

test('a session of requests is the role itself and nothing behind it', async () => {
  const { user } = (await own.row<{ user: string }>(sql`select session_user as user`)) ?? {};
  assert.equal(user, 'pharos_app');
  for (const statement of ['reset role', 'set role none', 'set session authorization default']) {
    const seen = await own.transaction(async (tx) => {
      await tx.rows(sql`${raw(statement)}`);
      return tx.rows(sql`select from cases where organization_uuid = ${theirs.actor.organization_uuid}`);
    });
    assert.deepEqual(seen, [], statement);
  }
  await assert.rejects(own.rows(sql`set role pharos`), /permission denied/);
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
    rolcanlogin: true,
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
    const unbound = await pharos.probed
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
  for (const name of keyed) {
    const moved = own.rows(sql`update ${raw(name)} set organization_uuid = ${organization_uuid}`);
    await assert.rejects(moved, /permission denied/, name);
  }
});

test('what another organization has cannot be changed or deleted by naming it', async () => {
  const { call_uuid } = foreign;
  assert.deepEqual(await own.rows(sql`update calls set duration = 7 where uuid = ${call_uuid} returning uuid`), []);
  assert.deepEqual(await own.rows(sql`delete from transcripts where call_uuid = ${call_uuid} returning uuid`), []);
});

/** Tables whose rows are kept as they were written; a purge may still remove whole rows of some. */
const KEPT = ['audit_events', 'audit_links', 'purge_certificates'];
const WRITTEN_ONCE = [...KEPT, 'call_versions', 'case_versions', 'transcripts', 'provider_files'];

for (const table of WRITTEN_ONCE) {
  test(`${table} cannot be rewritten by the app`, async () => {
    const columns = await pharos.database.rows<{ name: string }>(sql`
      select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = ${table}`);
    assert.ok(columns.length > 3);
    for (const { name } of columns) {
      const rewritten = own.rows(sql`update ${raw(table)} set ${raw(`"${name}" = "${name}"`)}`);
      await assert.rejects(rewritten, /permission denied/, name);
    }
    await assert.rejects(own.rows(sql`truncate ${raw(table)}`), /permission denied/);
    if (KEPT.includes(table)) await assert.rejects(own.rows(sql`delete from ${raw(table)}`), /permission denied/);
  });
}

test('a sign-in sees whose its address is, and nothing else', async () => {
  for (const { client, actor } of [ours, theirs]) {
    const { data, etag } = await client.users.get({ user_uuid: actor.user_uuid });
    const body = { email: 'Nora@evergreen.test' };
    await client.users.patch({ user_uuid: data.uuid, body, if_match: etag ?? undefined });
  }
  await theirs.client.users.create({ body: { email: 'theo@evergreen.test', access_level: 'viewer' } });
  const bound = pharos.probed.scopedTo({ email: 'nora@evergreen.test' });
  const users = await bound.rows<{ uuid: string }>(sql`select user_uuid as uuid from emails order by user_uuid`);
  assert.deepEqual(
    users.map(({ uuid }) => uuid),
    [ours.actor.user_uuid, theirs.actor.user_uuid].sort(),
  );
  for (const name of keyed.filter((name) => name !== 'emails')) {
    assert.deepEqual(await bound.rows(sql`select from ${raw(name)} where organization_uuid <> ${NIL}`), [], name);
  }
  assert.deepEqual(await bound.rows(sql`delete from emails returning email`), [], 'and changes nothing');
});
