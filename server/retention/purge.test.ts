import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { routes } from '@pharos/contract/table/routes.ts';
import sql, { raw } from 'sql-template-tag';
import { age, setDays } from '../../test/support/ageing.ts';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import { beep, SUBTITLES } from '../../test/support/requests.ts';
import { openWebhook } from '../../test/support/telephone-systems.ts';
import { insertJob } from '../jobs/queries.ts';
import type { Database } from '../platform/database/database.ts';
import { destroyRemains } from '../recordings/sweep.ts';
import { insertUpload } from '../recordings/uploads/queries.ts';
import { insertArrival } from '../sources/arrivals/queries.ts';
import { PARTS } from './purged-tables.ts';

/** Fails a statement of the server before it is sent, once it was asked for often enough. */
const fault: { at: string; after: number } = { at: '', after: 0 };
const between = (database: Database): Database => ({
  ...database,
  scopedTo: (scope, guard) => {
    const bound = database.scopedTo(scope, guard);
    return {
      ...bound,
      transaction: (work, options) =>
        bound.transaction((tx) => {
          const rows: typeof tx.rows = async (statement) => {
            if (fault.at && statement.text.includes(fault.at) && fault.after-- === 0) throw new Error('cut short');
            return tx.rows(statement);
          };
          return work({ ...tx, rows });
        }, options),
    };
  },
});

const pharos = await openPharos({ between });
const { database } = pharos;
const NAME = 'Quillfeather';

/** A case that has everything a case can have, with two calls, one of which is joined with a third. */
const openFullCase = async (home: Person) => {
  const { client } = home;
  const { case_uuid, call_uuid } = await openCall(home);
  await client.cases.update({ case_uuid, body: { last_name: NAME, summary: NAME } });
  await client.calls.importTranscript({ call_uuid, body: SUBTITLES.replace('Sarah', NAME) });
  const exact_phrases = [{ phrase: 'good morning', match_percentage: 90 }];
  const template = { label: 'Greeting', exact_phrases, development_stage: 'production' as const };
  await client.generationTemplates.create({ body: { ...routes.generationTemplates.create.example, ...template } });
  await client.generations.run({ call_uuid, body: {} });
  const words = [{ text: NAME, start_ms: 0, end_ms: 1, confidence: 1, speaker: 'A' }];
  const body = { transcript: { source: 'manual' as const, words }, speaker_labels: { A: NAME }, file_name: NAME };
  await client.calls.update({ call_uuid, body });
  await client.recordings.upload({ call_uuid, body: beep(), file_name: NAME });
  const { data: other } = await client.calls.create({ body: { case_uuid, ...body } });
  const { data: later } = await client.calls.create({ body: { case_uuid } });
  await client.calls.join({ call_uuid: other.uuid, body: { later_call_uuid: later.uuid } });
  const { data: hold } = await client.retention.hold({ case_uuid, body: { reason: NAME } });
  await client.retention.release({ hold_uuid: hold.uuid });
  const { organization_uuid, user_uuid: created_by } = home.actor;
  const job = {
    uuid: randomUUID(),
    entry_uuid: randomUUID(),
    call_uuid,
    call_version: 1,
    provider: 'deepgram',
  } as const;
  await insertJob(database, { ...job, organization_uuid, created_by });
  const { data: source } = await client.sources.create({ body: openWebhook().source });
  const arrival = { organization_uuid, uuid: randomUUID(), source_uuid: source.uuid, state: 'taken' as const };
  await database.transaction(async (tx) => insertArrival(tx, { ...arrival, call_uuid, recording_id: 'RE1' }));
  await insertUpload(database, { organization_uuid, uuid: randomUUID() }, other.uuid, created_by);
  return { case_uuid, call_uuid, other_uuid: other.uuid };
};

const tablesOfOrganizations = async () =>
  (
    await database.rows<{ name: string }>(sql`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'organization_uuid' order by 1`)
  ).map(({ name }) => name);

/** Number of rows of each table that hold one of these texts anywhere; tables without any are left out. */
const mentions = async (texts: string[]) => {
  const found: Record<string, number> = {};
  for (const table of await tablesOfOrganizations()) {
    const row = await database.row<{ count: number }>(sql`
      select count(*) from ${raw(table)} as mentioning
      where mentioning::text like any(${texts.map((text) => `%${text}%`)}::text[])`);
    if (row?.count) found[table] = row.count;
  }
  return found;
};

/** Every uuid that only this case has. */
const uuidsOf = async (case_uuid: string) =>
  (
    await database.rows<{ uuid: string }>(sql`
      with of_case as (select uuid from calls where case_uuid = ${case_uuid})
      select ${case_uuid}::uuid as uuid union select uuid from of_case
      union select uuid from transcripts where call_uuid in (select uuid from of_case)
      union select uuid from recordings where call_uuid in (select uuid from of_case)
      union select uuid from provider_files where call_uuid in (select uuid from of_case)
      union select uuid from holds where case_uuid = ${case_uuid}`)
  ).map(({ uuid }) => uuid);

const certificatesOf = async ({ client }: Person) => (await client.retention.listCertificates()).data.items;

test('after a purge no row mentions the case but its certificate and its audit, and those hold no words', async () => {
  const home = await pharos.person();
  const { case_uuid, call_uuid } = await openFullCase(home);
  await openFullCase(await pharos.person());
  await home.client.calls.remove({ call_uuid });
  await setDays(database, home.actor.organization_uuid, { pre_need: 10 });
  await age(database, case_uuid, 10);
  const uuids = await uuidsOf(case_uuid);
  const before = await mentions(uuids);
  assert.deepEqual(
    PARTS.filter(({ table }) => !before[table]),
    [],
  );
  const names = await mentions([NAME]);

  const { data } = await home.client.retention.purge();
  assert.deepEqual([data.cases, data.calls, data.purge_certificate_uuids.length], [1, 0, 1]);
  await destroyRemains(pharos.storage, pharos.served.scopedTo(home.actor), home.actor.organization_uuid, {
    onError: assert.ifError,
  });
  assert.deepEqual(Object.keys(await mentions(uuids)), ['audit_events', 'purge_certificates']);
  const [certificate] = await certificatesOf(home);
  const left = await mentions([NAME]);
  for (const { table } of PARTS) assert.equal(names[table] ?? 0, 2 * (left[table] ?? 0), table);
  assert.deepEqual(
    Object.keys(left).filter((table) => !PARTS.some((part) => part.table === table)),
    [],
  );
  assert.deepEqual(certificate?.removed, {
    call_joins: 1,
    call_versions: 7,
    recordings: 1,
    uploads: 1,
    search_documents: 3,
    transcripts: 3,
    provider_files: 1,
    generation_values: 1,
    generations: 1,
    call_analyses: 1,
    jobs: 1,
    arrivals: 1,
    calls: 3,
    holds: 1,
    case_versions: 2,
    cases: 1,
  });
});

test('a certificate says who, what and why, cannot be changed, and its digest is found again from a copy', async () => {
  const home = await pharos.person();
  const { case_uuid } = await openFullCase(home);
  await home.client.cases.remove({ case_uuid });
  await age(database, case_uuid, 30);
  const calls = await database.rows<{ uuid: string }>(sql`select uuid from calls where case_uuid = ${case_uuid}`);
  const lines: string[] = [];
  for (const { table, of, column } of PARTS) {
    const owners = of === 'case' ? [case_uuid] : calls.map(({ uuid }) => uuid);
    const rows = await database.rows<{ text: string }>(sql`
      select (to_jsonb(copied) - 'zstd' - 'document')::text as text from ${raw(table)} as copied
      where ${raw(column)} = any(${owners}::uuid[])`);
    for (const { text } of rows) lines.push(`${table} ${createHash('sha256').update(text).digest('hex')}\n`);
  }
  const digest = createHash('sha256').update(lines.sort().join('')).digest('hex');

  const { data } = await home.client.retention.purge();
  const purge_certificate_uuid = data.purge_certificate_uuids[0] as string;
  const { data: certificate, etag } = await home.client.retention.getCertificate({ purge_certificate_uuid });
  assert.equal(certificate.digest, digest);
  assert.equal(etag, '"1"');
  assert.deepEqual([certificate.subject_type, certificate.subject_uuid], ['case', case_uuid]);
  assert.deepEqual([certificate.created_by, certificate.rule], [home.actor.user_uuid, { reason: 'deleted', days: 30 }]);
  const probed = pharos.probed.scopedTo(home.actor);
  await assert.rejects(probed.rows(sql`update purge_certificates set rule = '{}'`), /permission denied/);
  await assert.rejects(probed.rows(sql`delete from purge_certificates`), /permission denied/);

  const [event] = (await home.client.audit.list({ subject_uuid: case_uuid, limit: 1 })).data.items;
  assert.deepEqual([event?.action, event?.actor_uuid], ['retention.purge', home.actor.user_uuid]);
  assert.ok((await home.client.audit.verify()).data.intact);
});

test('a purge removes exactly what the preview shows, with the same rules and counts', async () => {
  const home = await pharos.person();
  const [kept, one, deleted, expired] = [
    await openFullCase(home),
    await openFullCase(home),
    await openFullCase(home),
    await openFullCase(home),
  ];
  await home.client.calls.remove(one);
  await home.client.cases.remove(deleted);
  await home.client.cases.update({ case_uuid: expired.case_uuid, body: { date_of_death: '2020-01-01' } });
  await setDays(database, home.actor.organization_uuid, { at_need: 25 });
  await age(database, one.case_uuid, 33);
  await age(database, deleted.case_uuid, 32);
  await age(database, expired.case_uuid, 26);
  const before = await home.client.cases.get(kept);
  const preview = (await home.client.retention.preview()).data.items;
  assert.deepEqual(
    preview.map(({ subject_type, subject_uuid }) => [subject_type, subject_uuid]),
    [
      ['call', one.call_uuid],
      ['case', deleted.case_uuid],
      ['case', expired.case_uuid],
    ],
  );
  const { data: purge } = await home.client.retention.purge();
  const removed = (await certificatesOf(home)).reverse();
  assert.deepEqual(
    removed.map(({ subject_type, subject_uuid, rule, removed: counts }) => ({
      subject_type,
      subject_uuid,
      rule,
      counts,
    })),
    preview.map(({ subject_type, subject_uuid, rule, counts }) => ({ subject_type, subject_uuid, rule, counts })),
  );
  assert.deepEqual(purge, { cases: 2, calls: 1, purge_certificate_uuids: removed.map(({ uuid }) => uuid) });
  assert.deepEqual((await home.client.retention.preview()).data.items, []);

  const { data: left } = await home.client.cases.get({ case_uuid: one.case_uuid, include_deleted: true });
  assert.deepEqual(
    left.calls.map(({ uuid }) => uuid),
    [one.other_uuid],
  );
  assert.deepEqual((await home.client.cases.get(kept)).data, before.data);
});

test('a purge that is cut short leaves whole cases, and the next one goes on', async () => {
  const home = await pharos.person();
  const cases: string[] = [];
  for (let days = 33; days > 30; days--) {
    const { case_uuid } = await openFullCase(home);
    await home.client.cases.remove({ case_uuid });
    await age(database, case_uuid, days);
    cases.push(case_uuid);
  }
  const [first, second, third] = await Promise.all(cases.map(uuidsOf));
  const [ofSecond, ofThird] = [await mentions(second as string[]), await mentions(third as string[])];
  Object.assign(fault, { at: 'insert into purge_certificates', after: 1 });
  await assert.rejects(home.client.retention.purge(), { status_code: 500 });
  fault.at = '';
  await destroyRemains(pharos.storage, pharos.served.scopedTo(home.actor), home.actor.organization_uuid, {
    onError: assert.ifError,
  });
  assert.deepEqual(Object.keys(await mentions(first as string[])), ['audit_events', 'purge_certificates']);
  assert.deepEqual(await mentions(second as string[]), ofSecond);
  assert.deepEqual(await mentions(third as string[]), ofThird);
  assert.equal((await certificatesOf(home)).length, 1);

  const { data } = await home.client.retention.purge();
  assert.equal(data.cases, 2);
  assert.deepEqual(
    (await certificatesOf(home)).map(({ subject_uuid }) => subject_uuid),
    cases.reverse(),
  );
});

test('of purges at once each thing is removed by one', async () => {
  const home = await pharos.person();
  for (let made = 0; made < 12; made++) {
    const { case_uuid, call_uuid } = await openCall(home);
    if (made % 2 === 0) await home.client.cases.remove({ case_uuid });
    else await home.client.calls.remove({ call_uuid });
    await age(database, case_uuid, 31);
  }
  const purges = await Promise.all([1, 2, 3, 4].map(async () => (await home.client.retention.purge()).data));
  const sum = (of: 'cases' | 'calls') => purges.reduce((total, purge) => total + purge[of], 0);
  assert.deepEqual([sum('cases'), sum('calls')], [6, 6]);
  const named = purges.flatMap(({ purge_certificate_uuids }) => purge_certificate_uuids);
  assert.deepEqual(named.sort(), (await certificatesOf(home)).map(({ uuid }) => uuid).sort());
});

test("another organization's due things stay, and its certificates are not there for others", async () => {
  const [home, stranger] = [await pharos.person(), await pharos.person()];
  const theirs = await openFullCase(stranger);
  await stranger.client.cases.remove(theirs);
  await age(database, theirs.case_uuid, 31);
  const before = await mentions(await uuidsOf(theirs.case_uuid));
  assert.deepEqual((await home.client.retention.preview()).data.items, []);
  assert.equal((await home.client.retention.purge()).data.cases, 0);
  assert.deepEqual(await mentions(await uuidsOf(theirs.case_uuid)), before);

  const purge_certificate_uuid = (await stranger.client.retention.purge()).data.purge_certificate_uuids[0] as string;
  await assert.rejects(home.client.retention.getCertificate({ purge_certificate_uuid }), { status_code: 404 });
  assert.deepEqual(await certificatesOf(home), []);
});
