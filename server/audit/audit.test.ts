import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import { hashOf } from '../platform/audit/chain.ts';

const pharos = await openPharos();
const SUBTITLES = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Sarah>The blue dress\n';

const eventsOf = async ({ client }: Person, subject_uuid: string) =>
  (await client.audit.list({ subject_uuid })).data.items.reverse();

test('each write and each reading of a transcript is one event, with versions before and after', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await home.client.calls.importTranscript({ call_uuid, body: SUBTITLES });
  await home.client.calls.get({ call_uuid });
  await home.client.calls.update({ call_uuid, body: { duration: 3 } });
  await home.client.calls.update({ call_uuid, body: { duration: 3 } });
  await home.client.calls.remove({ call_uuid });
  await home.client.calls.restore({ call_uuid });
  const events = await eventsOf(home, call_uuid);
  assert.deepEqual(
    events.map(({ action, before_version, after_version }) => [action, before_version, after_version]),
    [
      ['calls.create', null, 1],
      ['calls.importTranscript', 1, 2],
      ['calls.get', null, null],
      ['calls.update', 2, 3],
      ['calls.update', 3, 3],
      ['calls.remove', 3, null],
      ['calls.restore', null, 3],
    ],
  );
  for (const event of events) {
    assert.equal(event.actor_uuid, home.actor.user_uuid);
    assert.equal(event.address, '127.0.0.1');
    assert.equal(event.outcome, 'ok');
    assert.equal(event.subject_type, 'call');
  }
});

test('an event names the request that made it', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const { request_id } = await home.client.calls.update({ call_uuid, body: { file_name: 'a.mp3' } });
  assert.equal((await eventsOf(home, call_uuid)).at(-1)?.request_id, request_id);
});

test('what was refused is an event too, in the organization of whoever asked', async () => {
  const [home, stranger] = [await pharos.person(), await pharos.person()];
  const viewer = await pharos.person('viewer', home);
  const { call_uuid } = await openCall(home);
  await assert.rejects(viewer.client.calls.update({ call_uuid, body: { duration: 1 } }), { status_code: 403 });
  await assert.rejects(home.client.calls.update({ call_uuid, body: { duration: 1 }, if_match: '"9"' }), {
    status_code: 412,
  });
  await assert.rejects(stranger.client.calls.get({ call_uuid }), { status_code: 404 });
  const outcomes = async (person: Person) => (await eventsOf(person, call_uuid)).map(({ outcome }) => outcome);
  assert.deepEqual(await outcomes(home), ['ok', 'refused', 'refused']);
  assert.deepEqual(await outcomes(stranger), ['refused']);
});

test('a write that is undone leaves no event of itself', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await assert.rejects(home.client.calls.update({ call_uuid, body: { duration: -1 } }), { status_code: 400 });
  assert.equal((await eventsOf(home, call_uuid)).length, 1);
});

test('events hold no names, labels or words', async () => {
  const home = await pharos.person();
  const { call_uuid, case_uuid } = await openCall(home);
  await home.client.cases.update({ case_uuid, body: { first_name: 'Margaret', summary: 'No lilies' } });
  await home.client.calls.importTranscript({ call_uuid, body: SUBTITLES });
  const { data } = await home.client.audit.list();
  assert.doesNotMatch(JSON.stringify(data), /Margaret|lilies|Hollis|Sarah|blue dress/);
});

test('only admins read the audit', async () => {
  const home = await pharos.person();
  const member = await pharos.person('member', home);
  await assert.rejects(member.client.audit.list(), { status_code: 403 });
  await assert.rejects(member.client.audit.verify(), { status_code: 403 });
});

test('filters and pages of events', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  for (const duration of [1, 2, 3]) await home.client.calls.update({ call_uuid, body: { duration } });
  const { data: first } = await home.client.audit.list({ action: 'calls.update', limit: 2 });
  assert.equal(first.items.length, 2);
  const { data: second } = await home.client.audit.list({
    action: 'calls.update',
    limit: 2,
    cursor: first.next_cursor as string,
  });
  assert.equal(second.items.length, 1);
  assert.equal(second.next_cursor, null);
  assert.deepEqual(
    [...first.items, ...second.items].map(({ after_version }) => after_version),
    [4, 3, 2],
  );
  const { data: none } = await home.client.audit.list({ actor_uuid: randomUUID() });
  assert.deepEqual(none.items, []);
  const at = first.items[0]?.at as string;
  const { data: before } = await home.client.audit.list({ action: 'calls.update', before: at });
  assert.equal(before.items.length, 2);
  assert.equal((await home.client.audit.list({ outcome: 'refused' })).data.items.length, 0);
});

test('many writers at once make one chain without a gap, and each hash follows from the one before', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  await Promise.all(
    Array.from({ length: 60 }, (_, duration) =>
      Promise.all([home.client.calls.update({ call_uuid, body: { duration } }), home.client.audit.verify()]),
    ),
  );
  const { data } = await home.client.audit.verify();
  assert.deepEqual([data.intact, data.events, data.broken_at], [true, 62, null]);
  const events = (await home.client.audit.list({ limit: 200 })).data.items.sort((a, b) => a.position - b.position);
  assert.deepEqual(
    events.map(({ position }) => position),
    Array.from({ length: 62 }, (_, index) => index + 1),
  );
  let previous = '0'.repeat(64);
  for (const event of events) {
    assert.equal(event.previous_hash, previous);
    assert.equal(event.hash, hashOf(event.position, previous, event));
    previous = event.hash;
  }
  assert.equal(data.head, previous);
});

/** Tampering that a database superuser could do. */
const tampered = (organization_uuid: string) => {
  const event_2 = sql`select event_uuid from audit_links
    where organization_uuid = ${organization_uuid} and position = 2`;
  return {
    'an event was rewritten': [sql`update audit_events set outcome = 'refused' where uuid in (${event_2})`],
    'a link was rewritten': [
      sql`update audit_links set hash = repeat('1', 64) where organization_uuid = ${organization_uuid} and position = 2`,
    ],
    'an event was taken out with its link': [
      sql`create temporary table gone as ${event_2}`,
      sql`delete from audit_links where event_uuid in (select event_uuid from gone)`,
      sql`delete from audit_events where uuid in (select event_uuid from gone)`,
    ],
    'an event was put in without a link': [
      sql`insert into audit_events (organization_uuid, uuid, action, subject_type, outcome)
        values (${organization_uuid}, ${randomUUID()}, 'calls.get', 'call', 'ok')`,
    ],
  };
};

for (const name of Object.keys(tampered(''))) {
  test(`the verification sees that ${name}`, async () => {
    const home = await pharos.person();
    await openCall(home);
    await openCall(home);
    assert.equal((await home.client.audit.verify()).data.intact, true);
    const statements = tampered(home.actor.organization_uuid)[name as keyof ReturnType<typeof tampered>];
    await pharos.database.transaction(async (tx) => {
      await tx.rows(sql`set local session_replication_role = replica`);
      for (const statement of statements) await tx.rows(statement);
      await tx.rows(sql`drop table if exists gone`);
    });
    const { data } = await home.client.audit.verify();
    assert.equal(data.intact, false);
    assert.ok(Number(data.broken_at) >= 2);
  });
}

test('a kept head shows that the end of a chain was cut off, or all of it linked anew', async () => {
  const home = await pharos.person();
  const { organization_uuid } = home.actor;
  await openCall(home);
  const { head, events: at } = (await home.client.audit.verify()).data;
  assert.equal(at, 2);
  await openCall(home);
  const asked = { head: head as string, at };
  assert.deepEqual((await home.client.audit.verify(asked)).data.holds_head, true);
  assert.deepEqual((await home.client.audit.verify({ head: asked.head })).data.holds_head, true);
  const elsewhere = (await home.client.audit.verify({ ...asked, at: 1 })).data;
  assert.deepEqual([elsewhere.intact, elsewhere.holds_head], [false, false]);
  assert.equal((await home.client.audit.verify()).data.holds_head, null);
  await pharos.database.transaction(async (tx) => {
    await tx.rows(sql`set local session_replication_role = replica`);
    await tx.rows(sql`delete from audit_links where organization_uuid = ${organization_uuid}`);
    await tx.rows(
      sql`delete from audit_events where organization_uuid = ${organization_uuid} and action = 'cases.create'`,
    );
    await tx.rows(sql`
      insert into audit_pending select organization_uuid, uuid from audit_events
      where organization_uuid = ${organization_uuid}`);
  });
  assert.equal((await home.client.audit.verify()).data.intact, true);
  const { data } = await home.client.audit.verify(asked);
  assert.deepEqual([data.intact, data.holds_head], [false, false]);
});

test('an event whose time lies far before those that it follows is told', async () => {
  const home = await pharos.person();
  const { organization_uuid } = home.actor;
  await openCall(home);
  assert.equal((await home.client.audit.verify()).data.runs_back_at, null);
  const uuid = randomUUID();
  await pharos.database.rows(sql`
    insert into audit_events (organization_uuid, uuid, at, action, subject_type, outcome)
    values (${organization_uuid}, ${uuid}, '2020-01-01', 'calls.get', 'call', 'ok')`);
  await pharos.database.rows(sql`
    insert into audit_pending (organization_uuid, event_uuid) values (${organization_uuid}, ${uuid})`);
  assert.equal((await home.client.audit.verify()).data.runs_back_at, 3);
});

test('an operator verifies the chain of every organization, an admin only their own', async () => {
  const [home, operator] = [await pharos.person(), await pharos.person('operator')];
  const { organization_uuid } = home.actor;
  await openCall(home);
  const { data } = await operator.client.audit.verify({ organization_uuid });
  assert.deepEqual([data.intact, data.events], [true, 2]);
  assert.deepEqual(data, (await home.client.audit.verify({ organization_uuid })).data);
  const theirs = { organization_uuid: operator.actor.organization_uuid };
  await assert.rejects(home.client.audit.verify(theirs), { status_code: 404 });
  await assert.rejects(operator.client.audit.verify({ organization_uuid: randomUUID() }), { status_code: 404 });
});

test('whoever reads the words of several calls at once has read each of them', async () => {
  const home = await pharos.person();
  const { call_uuid, case_uuid } = await openCall(home);
  await home.client.calls.importTranscript({ call_uuid, body: SUBTITLES });
  const { data: silent } = await home.client.calls.create({ body: { case_uuid } });
  await home.client.cases.get({ case_uuid });
  await home.client.calls.list({ case_uuid, with_transcript: true });
  await home.client.calls.list({ case_uuid });
  const readings = async (uuid: string) =>
    (await eventsOf(home, uuid)).map(({ action }) => action).filter((action) => /get|list/.test(action));
  assert.deepEqual(await readings(call_uuid), ['cases.get', 'calls.list']);
  assert.deepEqual(await readings(case_uuid), ['cases.get']);
  assert.deepEqual(await readings(silent.uuid), []);
});

test('events are linked soon after the requests that made them, without being asked', async () => {
  const home = await pharos.person();
  await openCall(home);
  const { organization_uuid } = home.actor;
  const waiting = () =>
    pharos.database.rows(sql`select from audit_pending where organization_uuid = ${organization_uuid}`);
  while ((await waiting()).length > 0) await new Promise((resolve) => setImmediate(resolve));
  const links = await pharos.database.rows(sql`select from audit_links where organization_uuid = ${organization_uuid}`);
  assert.equal(links.length, 2);
});

test('whoever asks thousands of times for what is not there is in the audit a hundred times, and others as before', async () => {
  const admin = await pharos.person();
  const [busy, other] = [await pharos.person('viewer', admin), await pharos.person('viewer', admin)];
  const ask = ({ client }: typeof busy) =>
    assert.rejects(client.calls.get({ call_uuid: randomUUID() }), { status_code: 404 });
  for (let time = 0; time < 104; time += 1) await ask(busy);
  await ask(other);
  const refusals = async ({ actor }: typeof busy) => {
    const query = { actor_uuid: actor.user_uuid, outcome: 'refused' as const, limit: 200 };
    return (await admin.client.audit.list(query)).data.items.length;
  };
  assert.deepEqual([await refusals(busy), await refusals(other)], [100, 1]);
});
