import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { type ChangeBatch, followChanges } from '@pharos/client/follow-changes.ts';
import type { Change } from '@pharos/contract/changes.ts';
import { routes } from '@pharos/contract/table/routes.ts';
import sql from 'sql-template-tag';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';
import { beep, SUBTITLES } from '../../test/support/requests.ts';

const pharos = await openPharos();

/** Everything after a cursor, page by page. */
const readAll = async ({ client }: Person, since?: string, limit = 1000) => {
  const changes: Change[] = [];
  for (let cursor = since; ; ) {
    const { data } = await client.changes.list({ since: cursor, limit });
    changes.push(...data.items);
    cursor = data.next_cursor;
    if (!data.has_more) return { changes, cursor };
  }
};
const newest = async ({ client }: Person) => (await client.changes.list({ since: 'now' })).data.next_cursor;
const typesOf = (changes: Change[]) => changes.map(({ type }) => type);

test('a life of a call is told step by step, and neither readings nor writes that change nothing are', async () => {
  const home = await pharos.person();
  const { call_uuid, case_uuid } = await openCall(home);
  const { client } = home;
  await client.calls.importTranscript({ call_uuid, body: SUBTITLES });
  await client.calls.update({ call_uuid, body: { duration: 9, speaker_labels: { '0': 'Director' } } });
  await client.calls.update({ call_uuid, body: { duration: 9 } });
  await client.calls.get({ call_uuid });
  await assert.rejects(client.calls.update({ call_uuid, body: { duration: 1 }, if_match: '"1"' }));
  await client.recordings.upload({ call_uuid, body: beep() });
  await client.recordings.remove({ call_uuid });
  await client.generations.run({ call_uuid, body: {} });
  const { data: hold } = await client.retention.hold({ case_uuid, body: { reason: 'A lawsuit' } });
  await client.retention.release({ hold_uuid: hold.uuid });
  await client.calls.remove({ call_uuid });
  await client.calls.restore({ call_uuid });
  await client.cases.remove({ case_uuid });
  await client.cases.restore({ case_uuid });
  const { changes } = await readAll(home);
  assert.deepEqual(
    typesOf(changes).filter((type) => !type.startsWith('generation')),
    [
      ...['case.created', 'call.created', 'transcript.updated', 'labels.updated', 'call.updated', 'labels.updated'],
      ...['recording.added', 'call.updated', 'recording.removed', 'hold.placed', 'hold.released'],
      ...['call.deleted', 'call.restored', 'case.deleted', 'case.restored'],
    ],
  );
  const [, , words, , updated, labels, added] = changes;
  assert.deepEqual([words?.version, words?.changed.toSorted()], [2, ['speaker_labels', 'transcript']]);
  assert.deepEqual(new Set(updated?.changed), new Set(['duration', 'speaker_labels']));
  assert.equal(updated?.position, labels?.position);
  assert.deepEqual([added?.call_uuid, added?.case_uuid], [call_uuid, case_uuid]);
  assert.equal(new Set(changes.map(({ id }) => id)).size, changes.length);
});

test('changes say which record and nothing that is in it', async () => {
  const home = await pharos.person();
  const { call_uuid, case_uuid } = await openCall(home);
  await home.client.calls.update({ call_uuid, body: { speaker_labels: { '0': 'Margaret' }, title: 'Blue dress' } });
  await home.client.cases.update({ case_uuid, body: { summary: 'No lilies' } });
  assert.doesNotMatch(JSON.stringify(await readAll(home)), /Hollis|Margaret|dress|lilies/);
});

test('pages of any size show each change once, and a write of several kinds is never split', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  for (let duration = 0; duration < 5; duration += 1) {
    await home.client.calls.update({ call_uuid, body: { duration, speaker_labels: { a: String(duration) } } });
  }
  const whole = (await readAll(home)).changes;
  assert.equal(whole.length, 12);
  for (const limit of [1, 2, 3]) assert.deepEqual((await readAll(home, undefined, limit)).changes, whole);
});

test('what another organization writes is never told, and its cursors mean nothing here', async () => {
  const [home, other] = [await pharos.person(), await pharos.person()];
  await openCall(other);
  assert.deepEqual((await readAll(home)).changes, []);
  const theirs = await newest(other);
  await assert.rejects(home.client.changes.list({ since: theirs }), { status_code: 409, code: 'changes_rewound' });
});

test('a cursor that is none is 400, and one of a history that was replaced is 409', async () => {
  const home = await pharos.person();
  await openCall(home);
  for (const since of ['x', 'NOW', Buffer.from('changes -1 ff').toString('base64url')]) {
    await assert.rejects(home.client.changes.list({ since }), { status_code: 400, code: 'invalid_cursor' });
  }
  const cursor = await newest(home);
  await home.client.changes.list({ since: cursor });
  await pharos.database.transaction(async (tx) => {
    await tx.rows(sql`set local session_replication_role = replica`);
    await tx.rows(sql`update audit_links set hash = repeat('1', 64)
      where organization_uuid = ${home.actor.organization_uuid}`);
  });
  await assert.rejects(home.client.changes.list({ since: cursor }), { status_code: 409, code: 'changes_rewound' });
});

test('people of one location are told of its cases and of those without one, and viewers of no source', async () => {
  const home = await pharos.person();
  const { client } = home;
  const [chapel, harbour] = await Promise.all(
    ['Chapel', 'Harbour'].map(async (name) => (await client.locations.create({ body: { name } })).data.uuid),
  );
  const member = await pharos.person('member', home);
  await client.users.patch({ user_uuid: member.actor.user_uuid, body: { location_uuids: [chapel as string] } });
  await client.sources.create({ body: routes.sources.create.example });
  const since = await newest(home);
  const opened = [];
  for (const location_uuid of [chapel, harbour, null]) {
    const { data: funeral } = await client.cases.create({ body: { location_uuid } });
    const { data: call } = await client.calls.create({ body: { case_uuid: funeral.uuid } });
    await client.recordings.upload({ call_uuid: call.uuid, body: beep() });
    opened.push(funeral.uuid);
  }
  const told = (await readAll(member, since)).changes;
  assert.deepEqual([...new Set(told.map(({ case_uuid }) => case_uuid))], [opened[0], opened[2]]);
  assert.equal((await readAll(home, since)).changes.length, 12);
  assert.ok(typesOf((await readAll(home)).changes).includes('source.created'));
  assert.ok(!typesOf((await readAll(member)).changes).some((type) => type.startsWith('source.')));
});

test('who waits is answered by the next change, of another process too, and at the latest when the wait ends', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const since = await newest(home);
  const asked = home.client.changes.list({ since, wait: 25 });
  await home.client.calls.get({ call_uuid });
  await home.client.calls.update({ call_uuid, body: { duration: 1 } });
  assert.deepEqual(typesOf((await asked).data.items), ['call.updated']);

  const after = (await asked).data.next_cursor;
  const again = home.client.changes.list({ since: after, wait: 25 });
  await pharos.database.transaction(async (tx) => {
    const { organization_uuid } = home.actor;
    const [uuid, subject_uuid] = [randomUUID(), call_uuid];
    tx.insert(
      'audit_events',
      [...[{ organization_uuid, uuid, action: 'calls.remove', subject_type: 'call', subject_uuid, outcome: 'ok' }]].map(
        (event) => ({ ...event, before_version: 2 }),
      ),
    );
    tx.insert('audit_pending', [{ organization_uuid, event_uuid: uuid }]);
  });
  assert.deepEqual(typesOf((await again).data.items), ['call.deleted']);
  const { data } = await home.client.changes.list({ since: (await again).data.next_cursor, wait: 1 });
  assert.deepEqual([data.items, data.has_more], [[], false]);
});

test('whoever is shut out while waiting is told nothing', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const member = await pharos.person('member', home);
  const since = await newest(member);
  const asked = member.client.changes.list({ since, wait: 25 });
  await home.client.users.remove({ user_uuid: member.actor.user_uuid });
  await home.client.calls.update({ call_uuid, body: { duration: 1 } });
  await assert.rejects(asked, { status_code: 401 });
});

test('a person has sixteen requests that wait, and others still have theirs', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const other = await pharos.person('viewer', home);
  const since = await newest(home);
  const wait = ({ client }: Person) => client.changes.list({ since, wait: 25 });
  const answers = Promise.allSettled([...Array.from({ length: 17 }, () => wait(home)), wait(other)]);
  // The seventeenth is refused at once; then a change ends the waits of all the others.
  while (!pharos.logged.some((line) => line.includes('"status":429') || line.includes('"statusCode":429'))) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  await home.client.calls.update({ call_uuid, body: { duration: 1 } });
  const statuses = (await answers).map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 'rejected').length, 1);
  assert.equal(statuses.at(-1), 'fulfilled');
});

test('a follower beside sixteen writers is told of every version once and in order', async () => {
  const home = await pharos.person();
  const calls = await Promise.all(Array.from({ length: 8 }, () => openCall(home)));
  const following = new AbortController();
  const seen = new Map<string, number[]>();
  const [WRITERS, ROUNDS] = [16, process.env.FULL ? 400 : 12];
  const expected = WRITERS * ROUNDS;
  const follow = async () => {
    let count = 0;
    const since = await newest(home);
    const written = write();
    for await (const { changes } of followChanges(home.client, { since, signal: following.signal })) {
      for (const { subject_uuid, version } of changes as ChangeBatch['changes']) {
        seen.set(subject_uuid, [...(seen.get(subject_uuid) ?? []), version as number]);
        count += 1;
      }
      if (count >= expected) following.abort();
    }
    await written;
  };
  const write = () =>
    Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        const { call_uuid } = calls[writer % calls.length] as { call_uuid: string };
        for (let round = 0; round < ROUNDS; round += 1) {
          await home.client.calls.update({ call_uuid, body: { title: `${writer} ${round}` } });
        }
      }),
    );
  await follow();
  for (const { call_uuid } of calls) {
    const versions = Array.from({ length: (WRITERS / calls.length) * ROUNDS }, (_, index) => index + 2);
    assert.deepEqual(seen.get(call_uuid), versions);
  }
});
