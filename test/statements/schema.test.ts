import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import pg from 'pg';
import { cloneDatabase } from '../support/database.ts';
import { checkSchema } from './schema.ts';

const { connection, drop } = await cloneDatabase();
const client = new pg.Client(connection);
await client.connect();
const found = await checkSchema(client);
after(async () => {
  await client.end();
  await drop();
});

test('the schema can be spread over a cluster as it stands', () => {
  assert.deepEqual(found, []);
});

/** Changes after which it could not, each with what has to be said of it. */
const REFUSED: [change: string, ddl: string, said: RegExp][] = [
  ['a table without a place', 'create table keepsakes (organization_uuid uuid not null)', /keepsakes has no place/],
  ['a table that is gone', 'drop table holds', /holds has a place and is not there/],
  [
    'a table that refers to itself',
    'alter table cases add parent_uuid uuid, add foreign key (organization_uuid, parent_uuid) references cases',
    /cases -> cases is a circle/,
  ],
  [
    'a circle of references',
    'alter table locations add case_uuid uuid, add foreign key (organization_uuid, case_uuid) references cases',
    /cases -> locations -> cases is a circle/,
  ],
  [
    'a reference without the organization',
    'create unique index on tokens (uuid, user_uuid); alter table tokens add unique (uuid); ' +
      'alter table sessions add token_uuid uuid references tokens (uuid)',
    /sessions_token_uuid_fkey is without organization_uuid/,
  ],
  [
    'a reference to a table of the coordinator',
    'alter table cases add number integer references migrations (number)',
    /leads from a distributed table to a local one/,
  ],
  ['a key without the organization', 'alter table jobs add unique (uuid)', /jobs_uuid_key is without/],
  ['a unique index without the organization', 'create unique index again on users (email)', /again is without/],
  [
    'a trigger',
    'create trigger touched before update on cases for each row execute function suppress_redundant_updates_trigger()',
    /cases has the trigger touched/,
  ],
  [
    'a table without its organization',
    'alter table holds drop constraint holds_pkey; alter table holds alter organization_uuid drop not null',
    /holds may have rows without an organization/,
  ],
  [
    'a policy that asks other rows',
    'create policy known on cases using (exists (select from users where users.uuid = cases.created_by))',
    /the policy known of cases asks other rows/,
  ],
  ['a grant to move rows', 'grant update on cases to pharos_app', /cases.organization_uuid may be updated/],
];

for (const [change, ddl, said] of REFUSED) {
  test(`not on a cluster: ${change}`, async () => {
    await client.query('begin');
    try {
      await client.query(ddl);
      assert.match((await checkSchema(client)).filter((problem) => !found.includes(problem)).join('; '), said);
    } finally {
      await client.query('rollback');
    }
  });
}
