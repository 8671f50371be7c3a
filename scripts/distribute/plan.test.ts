import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadModule, parseSync } from 'libpg-query';
import { PLACEMENTS } from '../../server/platform/database/placements.ts';
import type { Facts, Table } from './facts.ts';
import { planOf, refusalsOf, wallOf } from './plan.ts';

await loadModule();

const table = (name: string, references: string[] = []): Table => ({ name, references, spread: null, grants: [] });

/** A cluster on which nothing was spread yet, with a few of the tables. */
const fresh: Facts = {
  citus: '13.2',
  is_coordinator: true,
  is_superuser: true,
  workers: ['10.0.0.2:5432'],
  role: { can_login: true, missing_on: [] },
  connected: 0,
  migrations: ['0001-a.sql'],
  tables: [
    table('calls', ['cases']),
    table('cases', ['organizations', 'locations']),
    table('locations', ['organizations']),
    table('migrations'),
    table('organizations'),
    { ...table('users', ['organizations']), grants: ['grant update (name) on users to pharos_app'] },
  ],
  foreign_tables: [],
};

const saysOf = (facts: Facts) => planOf(facts).map(({ says }) => says);

test('what is on every node comes first, and every table after those that it refers to', () => {
  assert.deepEqual(saysOf(fresh), [
    'creates current_organization() on every node',
    'creates is_installation() on every node',
    'copies organizations to every node',
    'distributes users by organization',
    'repeats the column grants of users',
    'distributes locations by organization',
    'distributes cases by organization',
    'distributes calls by organization',
    "removes the coordinator's own copy of calls",
    "removes the coordinator's own copy of cases",
    "removes the coordinator's own copy of locations",
    "removes the coordinator's own copy of users",
    "removes the coordinator's own copy of organizations",
  ]);
});

test('what is done is not done again', () => {
  const placed = (name: string) =>
    PLACEMENTS[name] === 'reference'
      ? { placement: 'reference' as const, key: null }
      : { placement: 'distributed' as const, key: 'organization_uuid' };
  const spread = (tables: Table[]) =>
    tables.map((each) => (each.name === 'migrations' ? each : { ...each, spread: placed(each.name) }));
  assert.deepEqual(saysOf({ ...fresh, tables: spread(fresh.tables) }), []);
  const half = fresh.tables.map((each) => (each.name === 'calls' ? each : (spread([each])[0] as Table)));
  assert.deepEqual(saysOf({ ...fresh, tables: half }).slice(2), [
    'distributes calls by organization',
    "removes the coordinator's own copy of calls",
  ]);
});

test('the role of requests is let in where it cannot log in', () => {
  const facts = { ...fresh, role: { can_login: false, missing_on: ['10.0.0.2:5432'] } };
  assert.deepEqual(saysOf(facts).slice(0, 2), [
    'allows pharos_app to log in here',
    'creates pharos_app on 10.0.0.2:5432',
  ]);
});

test('every statement of a plan is one that PostgreSQL can read', () => {
  const facts = { ...fresh, role: { can_login: false, missing_on: ['10.0.0.2:5432'] } };
  for (const sql of [...planOf(facts).map((step) => step.sql), wallOf('users')]) {
    assert.equal((parseSync(sql) as { stmts: object[] }).stmts.length, 1, sql);
  }
});

const REFUSED: [why: string, facts: Partial<Facts>, said: RegExp][] = [
  ['there is no Citus', { citus: null }, /no Citus extension/],
  ['Citus is too old', { citus: '13.0' }, /13\.0; version 13\.1/],
  ['Citus is much too old', { citus: '9.5' }, /9\.5; version 13\.1/],
  ['this is a worker', { is_coordinator: false }, /is a worker/],
  ['there are no workers', { workers: [] }, /has no workers/],
  ['the login sees only a part', { is_superuser: false }, /to a superuser/],
  ['the schema is older', { migrations: [] }, /not that of this version/],
  ['the schema is newer', { migrations: ['0001-a.sql', '0002-b.sql'] }, /not that of this version/],
  ['servers are at work', { connected: 3 }, /3 connections/],
  ['there is a foreign table', { foreign_tables: ['elsewhere'] }, /elsewhere is a foreign table/],
  ['there is a table of somebody else', { tables: [table('notes')] }, /notes is not a table of Pharos/],
  [
    'a table is spread by another column',
    { tables: [{ ...table('cases'), spread: { placement: 'distributed', key: 'uuid' } }] },
    /cases is already distributed differently/,
  ],
  [
    'a table is on every node that should be spread',
    { tables: [{ ...table('cases'), spread: { placement: 'reference', key: null } }] },
    /cases is already distributed differently/,
  ],
];

for (const [why, facts, said] of REFUSED) {
  test(`nothing is spread where ${why}`, () => {
    assert.match(refusalsOf({ ...fresh, ...facts }, ['0001-a.sql']).join(' '), said);
  });
}

test('a fresh cluster is refused nothing', () => {
  assert.deepEqual(refusalsOf(fresh, ['0001-a.sql']), []);
});
