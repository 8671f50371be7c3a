import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { cloneDatabase } from '../support/database.ts';
import { readCatalog } from './catalog.ts';
import { checkStatement } from './check.ts';

const { connection, drop } = await cloneDatabase();
const client = new pg.Client(connection);
await client.connect();
const catalog = await readCatalog(client);
await client.end();
after(drop);

/** Shapes that a cluster refuses or sends to every shard, each with what has to be said of it. */
const REFUSED: [shape: string, text: string, said: RegExp][] = [
  ['no organization', 'select name from cases where uuid = $1', /cases is not bound/],
  ['an organization that is not one value', 'select from cases where organization_uuid = any($1::uuid[])', /not bound/],
  ['an organization or another', 'select from cases where organization_uuid in ($1, $2)', /not bound/],
  ['an organization or nothing', 'select from cases where organization_uuid = $1 or $2', /not bound/],
  ['a greater organization', 'select from cases where organization_uuid > $1', /not bound/],
  ['not an organization', 'select from cases where not organization_uuid = $1', /not bound/],
  [
    'a joined table by its own key only',
    'select from calls join cases on cases.uuid = calls.case_uuid where calls.organization_uuid = $1',
    /cases is not bound/,
  ],
  [
    'a joined table by a table that is not bound',
    'select from calls join cases on cases.organization_uuid = calls.organization_uuid where cases.uuid = $1',
    /calls is not bound.*|cases is not bound/,
  ],
  [
    'a subquery by the query around it',
    `select from cases where organization_uuid = $1 and exists (
      select from calls where calls.organization_uuid = cases.organization_uuid and calls.case_uuid = cases.uuid)`,
    /calls is not bound/,
  ],
  [
    'one side of a union',
    'select from cases where organization_uuid = $1 union all select from users where uuid = $2',
    /users is not bound/,
  ],
  [
    'a query below WITH',
    'with found as (select * from cases) select from found where organization_uuid = $1',
    /cases is not bound/,
  ],
  ['a lock without an organization', 'select from cases where uuid = $1 for update', /cases is not bound/],
  ['a whole table', 'select count(*) from audit_events', /audit_events is not bound/],
  [
    'rows changed inside WITH',
    `with gone as (delete from holds where organization_uuid = $1 and uuid = $2 returning *) select * from gone`,
    /changes rows inside WITH \(gone\)/,
  ],
  [
    'rows inserted inside WITH by a query',
    `with kept as (insert into case_versions select * from cases where organization_uuid = $1 returning *)
      select from kept`,
    /changes rows inside WITH \(kept\)/,
  ],
  [
    'rows changed below a WITH',
    `with parent as (select from cases where organization_uuid = $1 for share)
      delete from calls where organization_uuid = $1`,
    /below a WITH/,
  ],
  [
    'what a query answers, inserted',
    `insert into jobs (organization_uuid, uuid) select organization_uuid, uuid from calls where organization_uuid = $1`,
    /inserts what a query answers/,
  ],
  [
    'what a function answers, inserted',
    `insert into audit_pending (organization_uuid, event_uuid) select $1, * from unnest($2::uuid[])`,
    /inserts what a query answers/,
  ],
  ['a table without a place', 'insert into keepsakes (organization_uuid) values ($1)', /keepsakes has no place/],
  ['a view', 'select from case_names where organization_uuid = $1', /case_names has no place/],
  ['an insert that names no organization', 'insert into holds (uuid, reason) values ($1, $2)', /organization_uuid/],
  [
    'a volatile function in SET',
    'update calls set deleted_at = clock_timestamp() where organization_uuid = $1',
    /clock_timestamp\(\) is volatile/,
  ],
  [
    'a volatile function in a condition of UPDATE',
    'update calls set version = 1 where organization_uuid = $1 and created_at < clock_timestamp()',
    /clock_timestamp\(\) is volatile/,
  ],
  [
    'a volatile function in a condition of DELETE',
    'delete from sessions where organization_uuid = $1 and random() < 1',
    /random\(\) is volatile/,
  ],
  [
    'a volatile function within a stable one',
    `update cases set updated_at = greatest(statement_timestamp(), clock_timestamp()) where organization_uuid = $1`,
    /clock_timestamp\(\) is volatile/,
  ],
  [
    'an operator that depends on the time zone',
    `update cases set updated_at = updated_at + interval '1 microsecond' where organization_uuid = $1`,
    /operator \+ is stable and takes a column/,
  ],
  [
    'a cast that depends on the time zone',
    'update cases set version = 1 where organization_uuid = $1 and date_of_service::timestamptz < $2',
    /cast to timestamp with time zone is stable and takes a column/,
  ],
  [
    'a stable function of a column',
    'delete from sessions where organization_uuid = $1 and date_trunc($2, expires_at, $3) < $4',
    /date_trunc\(\) is stable and takes a column/,
  ],
  [
    'a stable function inside COALESCE',
    'update jobs set started_at = coalesce(started_at, statement_timestamp()) where organization_uuid = $1',
    /inside COALESCE or CASE/,
  ],
  [
    'a stable function inside CASE',
    'update cases set deleted_at = case when $2 then now() end where organization_uuid = $1',
    /inside COALESCE or CASE/,
  ],
  [
    'a stable function in RETURNING',
    'delete from holds where organization_uuid = $1 returning to_jsonb(holds)',
    /to_jsonb\(\) is not immutable/,
  ],
  [
    'a stable function in ON CONFLICT',
    `insert into holds (organization_uuid, uuid) values ($1, $2) on conflict (organization_uuid, uuid)
      do update set released_at = now()`,
    /now\(\) is not immutable/,
  ],
  [
    'an update by another table',
    `update calls set deleted_at = cases.deleted_at from cases
      where calls.organization_uuid = $1 and cases.organization_uuid = $1`,
    /by those of another table/,
  ],
  [
    'a delete by another table',
    `delete from calls using cases where calls.organization_uuid = $1 and cases.organization_uuid = $1`,
    /by those of another table/,
  ],
  [
    'a delete by a subquery',
    `delete from calls where organization_uuid = $1 and case_uuid in (
      select uuid from cases where organization_uuid = $1)`,
    /by a subquery/,
  ],
  [
    'a row moved to another organization',
    'update cases set organization_uuid = $2 where organization_uuid = $1',
    /moves rows/,
  ],
  ['a whole table locked', 'lock table cases in exclusive mode', /locks cases whole/],
  ['a setting by a function', `select set_config('pharos.organization_uuid', $1, true)`, /set_config/],
  [
    'an advisory lock on a worker',
    'select pg_advisory_xact_lock(version) from cases where organization_uuid = $1',
    /pg_advisory_xact_lock\(\) would lock on a worker/,
  ],
  [
    'a table of the coordinator beside spread ones',
    'select from migrations, cases where cases.organization_uuid = $1',
    /joins a table of the coordinator/,
  ],
];

for (const [shape, text, said] of REFUSED) {
  test(`not on a cluster: ${shape}`, () => {
    assert.match(checkStatement(text, catalog).join('; '), said);
  });
}

/** Statements that a cluster runs as they stand. */
const TAKEN: [shape: string, text: string][] = [
  ['a read by the organization', 'select * from cases where organization_uuid = $1 and uuid = $2'],
  ['a cast value', 'select * from cases where cases.organization_uuid = $1::uuid for update'],
  [
    'a join by the organization',
    `select from calls join cases on cases.organization_uuid = calls.organization_uuid and cases.uuid = calls.case_uuid
      left join locations on locations.organization_uuid = cases.organization_uuid
      where calls.organization_uuid = $1`,
  ],
  [
    'a table that is on every node',
    'select from organizations join cases on cases.organization_uuid = $1 where organizations.uuid = $1',
  ],
  [
    'a subquery with a condition of its own',
    `select from cases where organization_uuid = $1 and exists (
      select from calls where calls.organization_uuid = $1 and calls.case_uuid = cases.uuid)`,
  ],
  [
    'a name that WITH makes for a table of ours',
    `with cases as (select * from calls where organization_uuid = $1) select * from cases`,
  ],
  ['several rows', 'insert into audit_pending (organization_uuid, event_uuid) values ($1, $2), ($1, $3)'],
  [
    'a value of the moment',
    `update sessions set ended_at = greatest(statement_timestamp(), $2::timestamptz + interval '1 microsecond')
      where organization_uuid = $1 and expires_at < statement_timestamp() - interval '1 day'
      returning uuid, expires_at`,
  ],
  [
    'a conflict with a partial index',
    `insert into jobs (organization_uuid, uuid) values ($1, $2)
      on conflict (organization_uuid, call_uuid, kind) where state in ('queued', 'running') do nothing`,
  ],
  ['a table of the coordinator', 'update pgboss.job set state = $1, done_on = clock_timestamp() where id = $2'],
  [
    'rows of the coordinator changed inside WITH',
    'with done as (delete from pgboss.job where id = $1 returning id) select from done',
  ],
  ['an advisory lock', `select pg_advisory_xact_lock(hashtextextended('purge ' || $1::text, 0))`],
  ['the frame of a transaction', `begin; set local pharos.organization_uuid = ''`],
];

for (const [shape, text] of TAKEN) {
  test(`on a cluster: ${shape}`, () => {
    assert.deepEqual(checkStatement(text, catalog), []);
  });
}
