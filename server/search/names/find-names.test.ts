import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallCreate } from '@pharos/contract/calls.ts';
import { openPharos } from '../../../test/support/pharos.ts';

const pharos = await openPharos();
const home = await pharos.person();
const { client } = home;

const caseOf = async (first_name: string, last_name: string, more: object = {}) =>
  (await client.cases.create({ body: { first_name, last_name, ...more } })).data.uuid;
const callOf = async (case_uuid: string, body: Omit<CallCreate, 'case_uuid'>) =>
  (await client.calls.create({ body: { case_uuid, ...body } })).data.uuid;
const look = async (q: string, limit?: number, who = client) =>
  (await who.search.names({ body: { q, ...(limit && { limit }) } })).data;
const peopleIn = async (q: string, who = client) =>
  (await look(q, 20, who)).people.map(({ name, kind, calls }) => [name, kind, calls]);

const hollis = await caseOf('Margaret', 'Hollis');
const lake = await caseOf('Edith', 'Lindqvist');
const first = await callOf(hollis, {
  title: 'First call from the family',
  from: '(212) 555-0123',
  started_at: '2026-11-24T09:14:00Z',
  speaker_labels: { '0': 'Nora, director', '1': 'Anna Hollis' },
});
const second = await callOf(hollis, {
  file_name: 'Anna, about the dress.mp3',
  to: '+1 212 555 0123',
  started_at: '2026-11-24T11:20:00Z',
  source_call_id: 'pbx-77',
  speaker_labels: { A: { name: 'Anna Hollis' }, B: 'Nora, director' },
});
const spring = await callOf(lake, { speaker_labels: { '0': 'Kathryn Lake', '1': 'Nora, director' } });

test('a person is found by a label, by its beginning, and by a name that sounds alike, below what is exact', async () => {
  assert.deepEqual(await peopleIn('anna hol'), [['Anna Hollis', 'exact', 2]]);
  assert.deepEqual(await peopleIn('Catherine'), [['Kathryn Lake', 'name', 1]]);
  assert.deepEqual(await peopleIn('nora'), [['Nora, director', 'exact', 3]]);
  const [anna] = (await look('anna')).people;
  assert.deepEqual([anna?.call.uuid, anna?.case.uuid, anna?.side], [second, hollis, 'theirs']);
  assert.deepEqual(await peopleIn('anna zzz'), []);
});

test('a label that was just given is found, and one that was taken back is not', async () => {
  await client.calls.update({ call_uuid: spring, body: { speaker_labels: { '0': 'Ottoline Vance' } } });
  assert.deepEqual(await peopleIn('ottoline'), [['Ottoline Vance', 'exact', 1]]);
  assert.deepEqual(await peopleIn('kathryn'), []);
  await client.calls.remove({ call_uuid: spring });
  assert.deepEqual(await peopleIn('ottoline'), []);
  await client.calls.restore({ call_uuid: spring });
  assert.deepEqual(await peopleIn('ottoline'), [['Ottoline Vance', 'exact', 1]]);
});

test('the last four digits of a number tell who calls, whose case it is, and which calls', async () => {
  for (const q of ['0123', '555-0123', '(212) 555-0123', '+1 212 555 0123']) {
    const { people, cases, calls } = await look(q);
    assert.deepEqual(
      people.map(({ name, kind, calls: count }) => [name, kind, count]),
      [['Anna Hollis', 'number', 2]],
      q,
    );
    assert.deepEqual(
      cases.map(({ uuid }) => uuid),
      [hollis],
    );
    assert.deepEqual(
      calls.map(({ uuid }) => uuid),
      [second, first],
    );
  }
  for (const q of ['123', '9123', '01234']) assert.deepEqual((await look(q)).calls, [], q);
});

test('cases are found by their names, calls by title, file name and every id that they have', async () => {
  assert.deepEqual(
    (await look('hollis')).cases.map(({ uuid }) => uuid),
    [hollis],
  );
  for (const [q, call_uuid] of [
    ['first family', first],
    ['DRESS', second],
    ['pbx-77', second],
    [first, first],
  ] as const)
    assert.deepEqual(
      (await look(q)).calls.map(({ uuid }) => uuid),
      [call_uuid],
      q,
    );
  assert.deepEqual(await look('%'), { people: [], cases: [], calls: [] });
  assert.deepEqual(await look('   '), { people: [], cases: [], calls: [] });
  assert.equal((await look('nora', 1)).people.length, 1);
  await assert.rejects(look('anna', 21), { status_code: 400 });
});

test('nobody is told of people, cases and calls that they may not see', async () => {
  const nothing = { people: [], cases: [], calls: [] };
  const stranger = await pharos.person();
  const { data: place } = await client.locations.create({ body: { name: 'Lakeside' } });
  const far = await caseOf('Ida', 'Farrow', { location_uuid: place.uuid });
  const call = { title: 'Farrow first call', from: '+12125559876', speaker_labels: { '0': 'Ulla Farrow' } };
  await callOf(far, call);
  const { data: elsewhere } = await client.locations.create({ body: { name: 'Hillside' } });
  const member = await pharos.person('member', home);
  const user_uuid = member.actor.user_uuid;
  await client.users.patch({ user_uuid, body: { location_uuids: [elsewhere.uuid] } });
  for (const q of ['ulla', 'farrow', '9876']) {
    const mine = await look(q);
    assert.ok(mine.people.length + mine.cases.length + mine.calls.length > 0, q);
    assert.deepEqual(await look(q, 20, stranger.client), nothing, q);
    assert.deepEqual(await look(q, 20, member.client), nothing, q);
  }
  assert.deepEqual(await peopleIn('anna', member.client), [['Anna Hollis', 'exact', 2]]);
});
