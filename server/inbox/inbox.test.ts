import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openCall, openPharos, type Person } from '../../test/support/pharos.ts';

const pharos = await openPharos();
const missing = { status_code: 404 };
const refused = { status_code: 403 };

const said = (...texts: string[]) => ({
  source: 'manual' as const,
  words: texts.map((text, index) => ({ text, start_ms: index * 500, end_ms: index * 500 + 400, confidence: 1 })),
});

/** A call that came in without a case. */
const comeIn = async ({ client }: Person, body: object = {}) => {
  const { uuid: case_uuid } = (await client.cases.create({ body: { identified: false } })).data;
  return (await client.calls.create({ body: { case_uuid, ...body } })).data;
};

test('a case that is opened for a call is not identified until somebody says a name', async () => {
  const home = await pharos.person('member');
  const { case_uuid } = await comeIn(home, { from: '+12125550123' });
  const { data } = await home.client.cases.get({ case_uuid });
  assert.equal((await home.client.calls.list({ identified: false })).data.items.length, 1);
  assert.deepEqual((await home.client.calls.list({ identified: true })).data.items, []);
  assert.equal(data.case.identified, false);
  assert.equal(data.calls.length, 1);
  const named = (await home.client.cases.create({ body: { last_name: 'Hollis' } })).data;
  assert.equal(named.identified, true);
  const listed = async (identified?: boolean) =>
    (await home.client.cases.list({ identified })).data.items.map(({ uuid }) => uuid);
  assert.deepEqual(await listed(false), [case_uuid]);
  assert.deepEqual(await listed(true), [named.uuid]);
  assert.deepEqual(await listed(), [named.uuid, case_uuid]);
  const summary = (await home.client.cases.update({ case_uuid, body: { summary: 'Asks for prices' } })).data;
  assert.equal(summary.identified, false, 'a note says nothing of whose it is');
  const known = (await home.client.cases.update({ case_uuid, body: { last_name: 'Okafor' } })).data;
  assert.equal(known.identified, true);
  const kept = (await home.client.cases.version({ case_uuid, version: 1 })).data.case;
  assert.equal(kept.identified, false);
  await assert.rejects(home.client.cases.patch({ case_uuid, body: { identified: null as never } }), {
    status_code: 400,
  });
});

test('a moved call is in its new case, with its words, its versions and its event; moving it back undoes that', async () => {
  const home = await pharos.person('member');
  const { case_uuid: to } = await openCall(home);
  const call = await comeIn(home, { transcript: said('lilies') });
  const { uuid: call_uuid, case_uuid: from } = call;
  const { data, etag, message } = await home.client.calls.move({ call_uuid, body: { case_uuid: to }, if_match: '"1"' });
  assert.equal(message, 'Call moved');
  assert.deepEqual({ ...data, updated_at: '' }, { ...call, case_uuid: to, updated_at: '' });
  assert.ok(data.updated_at > call.updated_at);
  assert.equal(etag, '"2"');
  await assert.rejects(home.client.cases.get({ case_uuid: from }), missing);
  assert.deepEqual((await home.client.cases.get({ case_uuid: to })).data.calls.length, 2);
  const [newest] = (await home.client.calls.versions({ call_uuid })).data.items;
  assert.deepEqual(newest?.changed, ['case_uuid']);
  assert.deepEqual(newest?.note, { kind: 'moved', from_case_uuid: from, to_case_uuid: to });
  assert.equal((await home.client.calls.version({ call_uuid, version: 1 })).data.call.case_uuid, from);
  assert.deepEqual((await home.client.calls.diff({ call_uuid, version: 1 })).data.fields, [
    { field: 'case_uuid', before: from, after: to },
  ]);
  const found = (await home.client.search.post({ body: { q: 'lilies', case_uuid: to } })).data.items;
  assert.equal(found.length, 1);

  const back = (await home.client.calls.move({ call_uuid, body: { case_uuid: from } })).data;
  assert.equal(back.case_uuid, from);
  assert.equal((await home.client.cases.get({ case_uuid: from })).data.case.identified, false);
  const same = await home.client.calls.move({ call_uuid, body: { case_uuid: from }, if_match: '"1"' });
  assert.equal(same.etag, '"3"', 'a move to where it is makes no version');
  const restored = await home.client.calls.restoreVersion({ call_uuid, version: 2 });
  assert.equal(restored.data.case_uuid, from, 'restoring a version moves no call');
  const admin = await pharos.person('admin', home);
  const { items } = (await admin.client.audit.list({ action: 'calls.move' })).data;
  assert.deepEqual(
    items.map(({ subject_type, subject_uuid, before_version, after_version }) => {
      return [subject_type, subject_uuid === call_uuid, before_version, after_version];
    }),
    [
      ['call', true, 3, 3],
      ['call', true, 2, 3],
      ['case', false, null, 1],
      ['case', false, 1, null],
      ['call', true, 1, 2],
    ],
  );
});

test('a case that people opened stays when its last call is moved', async () => {
  const home = await pharos.person('member');
  const [first, second] = [await openCall(home), await openCall(home)];
  await home.client.calls.move({ call_uuid: first.call_uuid, body: { case_uuid: second.case_uuid } });
  assert.deepEqual((await home.client.cases.get({ case_uuid: first.case_uuid })).data.calls, []);
});

test('a case that was deleted by somebody, or is not there, takes no call', async () => {
  const [home, stranger] = [await pharos.person('member'), await pharos.person('member')];
  const { call_uuid } = await openCall(home);
  const [gone, theirs] = [await openCall(home), await openCall(stranger)];
  await home.client.cases.remove({ case_uuid: gone.case_uuid });
  for (const case_uuid of [gone.case_uuid, theirs.case_uuid, randomUUID()]) {
    await assert.rejects(home.client.calls.move({ call_uuid, body: { case_uuid } }), missing);
  }
  await assert.rejects(stranger.client.calls.move({ call_uuid, body: { case_uuid: theirs.case_uuid } }), missing);
  await assert.rejects(home.client.calls.move({ call_uuid, body: {} as never }), { status_code: 400 });
  await assert.rejects(home.client.calls.move({ call_uuid, body: { case_uuid: 'Hollis' } }), { status_code: 400 });
  assert.equal((await home.client.calls.get({ call_uuid })).etag, '"1"');
  const viewer = await pharos.person('viewer', home);
  await assert.rejects(viewer.client.calls.move({ call_uuid, body: { case_uuid: gone.case_uuid } }), refused);
});

test('a stale If-Match moves nothing, and a hold keeps the calls of its case', async () => {
  const home = await pharos.person('admin');
  const [one, other] = [await openCall(home), await openCall(home)];
  const body = { case_uuid: other.case_uuid };
  await home.client.calls.update({ call_uuid: one.call_uuid, body: { title: 'First call' } });
  await assert.rejects(home.client.calls.move({ call_uuid: one.call_uuid, body, if_match: '"1"' }), {
    status_code: 412,
  });
  const hold = (await home.client.retention.hold({ case_uuid: one.case_uuid, body: { reason: 'Disputed' } })).data;
  await assert.rejects(home.client.calls.move({ call_uuid: one.call_uuid, body }), {
    status_code: 409,
    message: /on hold/,
  });
  await home.client.retention.release({ hold_uuid: hold.uuid });
  await home.client.calls.move({ call_uuid: one.call_uuid, body });
});

test('whoever is limited to locations moves calls only between their own, and takes none out', async () => {
  const home = await pharos.person('admin');
  const { organization_uuid } = home.actor;
  const [here, there] = [randomUUID(), randomUUID()];
  for (const uuid of [here, there])
    await pharos.database.rows(sql`
      insert into locations (organization_uuid, uuid, name) values (${organization_uuid}, ${uuid}, 'Chapel')`);
  const member = await pharos.person('member', home);
  await pharos.database.rows(sql`
    update users set location_uuids = ${[here]}::uuid[]
    where organization_uuid = ${organization_uuid} and uuid = ${member.actor.user_uuid}`);
  const [own, foreign, free] = [await openCall(home), await openCall(home), await openCall(home)];
  await home.client.cases.update({ case_uuid: own.case_uuid, body: { location_uuid: here } });
  await home.client.cases.update({ case_uuid: foreign.case_uuid, body: { location_uuid: there } });
  const move = (from: { call_uuid: string }, to: { case_uuid: string }) =>
    member.client.calls.move({ call_uuid: from.call_uuid, body: { case_uuid: to.case_uuid } });
  await assert.rejects(move(own, foreign), refused);
  await assert.rejects(move(foreign, own), refused);
  await assert.rejects(move(own, free), refused);
  await move(free, own);
});

test('of two who move one call at once both are answered, and it is in one of the two cases', async () => {
  const home = await pharos.person('member');
  const [one, other] = [await openCall(home), await openCall(home)];
  for (let round = 0; round < 10; round++) {
    const { uuid: call_uuid, case_uuid: from } = await comeIn(home);
    const moves = [one, other].map(({ case_uuid }) => home.client.calls.move({ call_uuid, body: { case_uuid } }));
    const done = await Promise.allSettled([...moves, home.client.cases.remove({ case_uuid: from })]);
    for (const each of done)
      if (each.status === 'rejected') assert.ok([404, 409].includes(each.reason.status_code), String(each.reason));
    const call = await home.client.calls.get({ call_uuid }).catch(() => null);
    if (call) assert.ok([one.case_uuid, other.case_uuid].includes(call.data.case_uuid));
  }
});

test('cases are offered by the number of an earlier call, and by the name that is said', async () => {
  const home = await pharos.person('member');
  const { cases, calls } = home.client;
  const hollis = (await cases.create({ body: { first_name: 'Margaret', last_name: 'Hollis' } })).data;
  const okafor = (await cases.create({ body: { last_name: 'Okafor-Reyes' } })).data;
  await cases.create({ body: { last_name: 'Brennan' } });
  const earlier = (
    await calls.create({ body: { case_uuid: okafor.uuid, direction: 'outgoing', to: '212-555-0162', from: '101' } })
  ).data;
  await comeIn(home, { from: '212 555 0162', direction: 'incoming' });
  const call = await comeIn(home, {
    direction: 'incoming',
    from: '+1 212 555 0162',
    to: '+1 212 555 0100',
    transcript: said("It's", 'about', "Hollis's", 'flowers,', 'not', 'Okafor.'),
  });
  const { items } = (await calls.offerCases({ call_uuid: call.uuid })).data;
  assert.deepEqual(
    items.map((offer) => [offer.case.uuid, offer.reasons]),
    [
      [
        okafor.uuid,
        [{ kind: 'number', text: '212-555-0162', call_uuid: earlier.uuid, at: earlier.created_at, start_ms: null }],
      ],
      [hollis.uuid, [{ kind: 'name', text: "Hollis's", call_uuid: null, at: null, start_ms: 1000 }]],
    ],
  );
  const stranger = await pharos.person();
  await assert.rejects(stranger.client.calls.offerCases({ call_uuid: call.uuid }), missing);
  const theirs = await comeIn(stranger, { from: '212-555-0162', transcript: said('Hollis') });
  assert.deepEqual((await stranger.client.calls.offerCases({ call_uuid: theirs.uuid })).data.items, []);
});
