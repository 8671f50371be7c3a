import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { createClient } from '@pharos/client';
import type { AuditVerification } from '@pharos/contract/audit.ts';
import type { Call } from '@pharos/contract/calls.ts';
import pg from 'pg';
import type { Connection } from '../server/platform/database/connection.ts';
import { migrate, readMigrations } from '../server/platform/database/migrate.ts';
import { installQueue } from '../server/platform/queue/queue.ts';
import { cloneDatabase } from './support/database.ts';
import { openPharos } from './support/pharos.ts';

// An installation as it was when the schema had seven migrations.
const KNOWN = 7;
type Installation = {
  token: string;
  program: string;
  verified: AuditVerification;
  call: Call;
  /** The rows of each table, each as PostgreSQL prints it as JSON. */
  tables: Record<string, string[]>;
};
const sample = new URL('./samples/installation-0007.json', import.meta.url);
const before: Installation = JSON.parse(await readFile(sample, 'utf8'));

/** Sentences of jobs in English, and the data that they become. */
const SAID = [
  { error: 'Something failed on our side', reason: { code: 'internal_error' } },
  { error: 'deepgram is not set up here any more', reason: { code: 'provider_not_configured' } },
  {
    error: 'Deepgram answered 503: Not today',
    reason: { code: 'text', given: { text: 'Deepgram answered 503: Not today' } },
  },
  { note: 'The call was deleted meanwhile', remarks: [{ code: 'call_deleted' }] },
  { note: 'One remark. And another', remarks: [{ code: 'text', given: { text: 'One remark. And another' } }] },
  {},
];

const build = async (connection: Connection) => {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`create table migrations (
    number integer not null, name text not null, digest text not null,
    applied_at timestamptz not null default clock_timestamp(),
    constraint migrations_pkey primary key (number))`);
  for (const { number, name, digest, sql } of (await readMigrations()).slice(0, KNOWN)) {
    await client.query(sql);
    await client.query('insert into migrations (number, name, digest) values ($1, $2, $3)', [number, name, digest]);
  }
  // Without triggers and checks of references, in whatever order the tables come.
  await client.query('set session_replication_role = replica');
  for (const [table, rows] of Object.entries(before.tables)) {
    for (const row of rows) {
      await client.query(`insert into ${table} select * from json_populate_record(null::${table}, $1)`, [row]);
    }
  }
  for (const { error, note } of SAID) {
    await client.query(
      `insert into jobs (organization_uuid, uuid, call_uuid, kind, provider, state, error, note, call_version, created_by)
       select organization_uuid, $1, uuid, 'transcription', 'deepgram', 'failed', $2, $3, 1, created_by
       from calls where uuid = $4`,
      [randomUUID(), error, note, before.call.uuid],
    );
  }
  await client.end();
};

const onto = await cloneDatabase('template0');
await build(onto.connection);
await migrate(onto.connection, installQueue);
const pharos = await openPharos({ onto });
const client = createClient({ baseUrl: pharos.baseUrl, token: before.token });
const { uuid: call_uuid, case_uuid } = before.call;

/** Facts of a call that nobody could tell then. */
const unknown = {
  ...{
    started_at: null,
    started_at_offset: null,
    direction: null,
    from: null,
    from_e164: null,
    to: null,
    to_e164: null,
  },
  ...{ answered_by: null, title: null, source_call_id: null, speaker_sides: {} },
};

test('a token of before reads a call as it was answered then', async () => {
  const call = { ...before.call, ...unknown };
  assert.deepEqual((await client.calls.get({ call_uuid })).data, call);
  const program = createClient({ baseUrl: pharos.baseUrl, token: before.program });
  assert.deepEqual((await program.calls.get({ call_uuid })).data, call);
});

test('every version is there, and what it said of itself has become data', async () => {
  const { items } = (await client.calls.versions({ call_uuid })).data;
  assert.deepEqual(
    items.map(({ version, note }) => [version, note]),
    [
      [13, { kind: 'text', text: 'A note of another kind' }],
      [12, { kind: 'kept', version: 10, reason: 'edited' }],
      [11, { kind: 'set_aside', source: 'whisper', reason: 'edited' }],
      [10, { kind: 'kept', version: 8, reason: 'no_words' }],
      [9, { kind: 'set_aside', source: 'assembly_ai', reason: 'no_words' }],
      [8, { kind: 'transcribed', source: 'deepgram' }],
      [7, { kind: 'restored', version: 2 }],
      [6, { kind: 'restored_transcript' }],
      ...[5, 4, 3, 2, 1].map((version) => [version, null]),
    ],
  );
  for (const { version } of items) await client.calls.version({ call_uuid, version });
  const edited = (await client.calls.version({ call_uuid, version: 5 })).data.call.transcript;
  assert.deepEqual(
    edited?.words.map(({ text }) => text),
    ['edited', 'words'],
  );
  const [newest] = (await client.cases.versions({ case_uuid })).data.items;
  assert.deepEqual(newest?.note, { kind: 'restored', version: 1 });
});

test('what jobs said in English has become data, and is answered in English as well', async () => {
  const { items } = (await client.jobs.listOfCall({ call_uuid })).data;
  const said = items.map(({ reason, remarks }) => ({ reason, remarks }));
  assert.deepEqual(
    said.toReversed(),
    SAID.map(({ reason = null, remarks = [] }) => ({ reason, remarks })),
  );
  const sentences = items.map(({ error, note }) => error ?? note).toReversed();
  assert.deepEqual(sentences, [
    'Something failed on our side',
    'Deepgram is not set up here any more',
    'Deepgram answered 503: Not today',
    'The call was deleted in the meantime',
    'One remark. And another',
    null,
  ]);
});

test('certificates say by which rule something went', async () => {
  const { items } = (await client.retention.listCertificates({})).data;
  const rules = items.map(({ rule }) => rule);
  assert.deepEqual(
    [...new Set(rules.map((rule) => JSON.stringify(rule)))].sort().map((rule) => JSON.parse(rule)),
    [
      { reason: 'at_need', days: 3650, set_by: 'organization' },
      { reason: 'at_need', days: 400, set_by: 'location' },
      { reason: 'deleted', days: 1 },
      { reason: 'deleted', days: 30 },
      { reason: 'pre_need', days: 1, set_by: 'location' },
      { reason: 'pre_need', days: 36500, set_by: 'organization' },
      { reason: 'text', text: 'a rule of another kind' },
    ],
  );
});

test('the chain of audit events goes on from where it was', async () => {
  const { data } = await client.audit.verify({});
  assert.equal(data.intact, true);
  const { items } = (await client.audit.list({ limit: 200 })).data;
  const head = items.find(({ position }) => position === before.verified.events);
  assert.equal(head?.hash, before.verified.head);
});

test('people sign in with their passwords, and everything else of the home is there', async () => {
  const email = 'ada@example.org';
  const signedIn = await client.sessions.create({ body: { email, password: 'correct horse battery' } });
  assert.equal(signedIn.data.user.email, email);
  assert.equal((await client.users.list({})).data.items.length, 3);
  assert.equal((await client.locations.list({})).data.items.length, 1);
  assert.equal((await client.generationTemplates.list({})).data.items.length, 2);
  assert.equal((await client.retention.listHolds({})).data.items.length, 1);
  assert.equal((await client.organizations.list({})).data.items.length, 2);
  const { data: found } = await client.cases.get({ case_uuid, include_deleted: true });
  assert.deepEqual(
    found.calls.map(({ deleted_at }) => deleted_at === null),
    [true, true, false],
  );
});

test('what was kept is changed and restored as if it had been made today', async () => {
  const { data: changed, etag } = await client.calls.update({ call_uuid, body: { duration: 99 } });
  assert.deepEqual([changed.duration, etag], [99, '"14"']);
  const { data: restored } = await client.calls.restoreVersion({ call_uuid, version: 5 });
  assert.equal(restored.transcript?.words[0]?.text, 'edited');
  const [deleted] = (await client.cases.list({ deleted: true })).data.items;
  assert.equal((await client.cases.restore({ case_uuid: deleted?.uuid as string })).data.deleted_at, null);
});
