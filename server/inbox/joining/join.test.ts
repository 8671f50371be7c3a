import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openPharos, type Person } from '../../../test/support/pharos.ts';
import { ffmpegMissing } from '../../../test/support/recordings.ts';
import { beep } from '../../../test/support/requests.ts';
import { purgeDue } from '../../retention/purge.ts';
import { nameSpeakers, shifted, splitWords } from './joined-words.ts';

const pharos = await openPharos();
const missing = { status_code: 404 };

type Said = [speaker: string, text: string];
const said = (...turns: Said[]) => ({
  source: 'deepgram' as const,
  words: turns.map(([speaker, text], index) => ({
    ...{ text, start_ms: index * 1000 + 0.25, end_ms: index * 1000 + 900.5, confidence: 0.9, speaker },
  })),
});

const FIRST = {
  started_at: '2026-11-30T14:14:00Z',
  duration: 2,
  transcript: said(['0', 'Evergreen,'], ['1', 'Hello?']),
  speaker_labels: { '0': 'Nora Ellery' },
};
const SECOND = {
  started_at: '2026-11-30T14:20:00Z',
  duration: 3,
  transcript: said(['0', 'Sorry,'], ['1', 'We were cut off.'], ['0', 'Yes.']),
  speaker_labels: { '0': 'Anna Hollis', '1': 'Nora Ellery' },
};

/** Two calls that came in, each with a case that is not identified. */
const comeIn = async ({ client }: Person, ...bodies: object[]) => {
  const calls = [];
  for (const body of bodies) {
    const { uuid: case_uuid } = (await client.cases.create({ body: { identified: false } })).data;
    calls.push((await client.calls.create({ body: { case_uuid, ...body } })).data);
  }
  return calls;
};

const pair = async (home: Person, ...bodies: object[]) => {
  const [whole, part] = await comeIn(home, ...(bodies.length ? bodies : [FIRST, SECOND]));
  if (!whole || !part) throw new Error('two calls were made');
  return { whole, part, call_uuid: whole.uuid, body: { later_call_uuid: part.uuid } };
};

test('two calls that are joined have their words in one time, one voice for one label, and one case', async () => {
  const home = await pharos.person('admin');
  const { whole, part, call_uuid, body } = await pair(home);
  const { data, etag, message } = await home.client.calls.join({ call_uuid, body, if_match: '"1"' });
  assert.deepEqual([message, etag, data.uuid, data.case_uuid], ['Calls joined', '"2"', whole.uuid, whole.case_uuid]);
  assert.deepEqual(
    data.transcript?.words.map(({ text, start_ms, end_ms, speaker }) => [speaker, text, start_ms, end_ms]),
    [
      ['0', 'Evergreen,', 0.25, 900.5],
      ['1', 'Hello?', 1000.25, 1900.5],
      ['0_2', 'Sorry,', 2000.25, 2900.5],
      ['0', 'We were cut off.', 3000.25, 3900.5],
      ['0_2', 'Yes.', 4000.25, 4900.5],
    ],
  );
  assert.deepEqual(data.speaker_labels, { '0': 'Nora Ellery', '0_2': 'Anna Hollis' });
  assert.equal(data.duration, 5);
  const [version] = (await home.client.calls.versions({ call_uuid })).data.items;
  assert.deepEqual(version?.note, { kind: 'joined', call_uuid: part.uuid });
  await assert.rejects(home.client.calls.get({ call_uuid: part.uuid }), missing);
  await assert.rejects(home.client.calls.restore({ call_uuid: part.uuid }), { status_code: 409 });
  await assert.rejects(home.client.cases.get({ case_uuid: part.case_uuid }), missing);
  const { items } = (await home.client.calls.parts({ call_uuid })).data;
  assert.deepEqual(
    items.map((one) => [one.call_uuid, one.offset_ms, one.joined_by]),
    [[part.uuid, 2000, home.actor.user_uuid]],
  );
  const found = (await home.client.search.post({ body: { q: 'cut off' } })).data.items;
  assert.deepEqual(
    found.map(({ call }) => call.uuid),
    [call_uuid],
  );
  const events = (await home.client.audit.list({ action: 'calls.join' })).data.items;
  assert.deepEqual(new Set(events.map(({ subject_type }) => subject_type)), new Set(['call', 'case']));
});

test('calls that are parted are what they were, and moving the whole moved its part', async () => {
  const home = await pharos.person('member');
  const { whole, part, call_uuid, body } = await pair(home);
  await home.client.calls.join({ call_uuid, body });
  const { uuid: case_uuid } = (await home.client.cases.create({ body: { last_name: 'Hollis' } })).data;
  await home.client.calls.move({ call_uuid, body: { case_uuid } });
  const { data } = await home.client.calls.part({ call_uuid });
  const plain = (call: object) => ({ ...call, case_uuid, updated_at: '' });
  assert.deepEqual(plain(data.call), plain(whole));
  assert.deepEqual(plain(data.part), plain(part));
  assert.deepEqual([data.call.case_uuid, data.part.case_uuid], [case_uuid, case_uuid]);
  assert.deepEqual((await home.client.calls.get({ call_uuid: part.uuid })).data, data.part);
  const [version] = (await home.client.calls.versions({ call_uuid: part.uuid })).data.items;
  assert.deepEqual(version?.note, { kind: 'parted', call_uuid });
  await assert.rejects(home.client.calls.part({ call_uuid }), { status_code: 409 });
  await home.client.calls.join({ call_uuid, body });
});

test('what is corrected and labelled in a joined call stays with the call that it was said in', async () => {
  const home = await pharos.person('member');
  const { call_uuid, body } = await pair(home);
  const { data: joined } = await home.client.calls.join({ call_uuid, body });
  const words = (joined.transcript?.words ?? []).map((word) => ({ ...word, text: word.text.toUpperCase() }));
  const speaker_labels = { ...joined.speaker_labels, '0_2': 'Anna Hollis, daughter', '1': 'A neighbor' };
  await home.client.calls.update({ call_uuid, body: { transcript: { source: 'deepgram', words }, speaker_labels } });
  const { call, part } = (await home.client.calls.part({ call_uuid })).data;
  const spoken = ({ transcript }: typeof call) =>
    transcript?.words.map((word) => [word.speaker, word.text, word.start_ms]);
  assert.deepEqual(spoken(call), [
    ['0', 'EVERGREEN,', 0.25],
    ['1', 'HELLO?', 1000.25],
  ]);
  assert.deepEqual(spoken(part), [
    ['0', 'SORRY,', 0.25],
    ['1', 'WE WERE CUT OFF.', 1000.25],
    ['0', 'YES.', 2000.25],
  ]);
  assert.deepEqual(call.speaker_labels, { '0': 'Nora Ellery', '1': 'A neighbor' });
  assert.deepEqual(part.speaker_labels, { '0': 'Anna Hollis, daughter', '1': 'Nora Ellery' });
});

test('three calls are joined one after another, and parted in the other order', async () => {
  const home = await pharos.person('member');
  const third = { ...SECOND, started_at: '2026-11-30T14:30:00Z' };
  const [one, two, three] = await comeIn(home, FIRST, SECOND, third);
  const call_uuid = one?.uuid as string;
  for (const part of [two, three])
    await home.client.calls.join({ call_uuid, body: { later_call_uuid: part?.uuid as string } });
  const { items } = (await home.client.calls.parts({ call_uuid })).data;
  assert.deepEqual(
    items.map((part) => [part.call_uuid, part.offset_ms]),
    [
      [two?.uuid, 2000],
      [three?.uuid, 5000],
    ],
  );
  assert.deepEqual((await home.client.calls.part({ call_uuid })).data.part.uuid, three?.uuid);
  const { data } = await home.client.calls.part({ call_uuid });
  assert.deepEqual([data.part.uuid, data.call.transcript], [two?.uuid, one?.transcript]);
});

test('the sound of two recordings is one, both are kept, and parting gives each its own', {
  skip: ffmpegMissing,
}, async () => {
  const home = await pharos.person('admin');
  const { whole, part, call_uuid, body } = await pair(home, { started_at: FIRST.started_at }, {});
  const own = (await home.client.recordings.upload({ call_uuid, body: beep() })).data;
  const other = (await home.client.recordings.upload({ call_uuid: part.uuid, body: beep() })).data;
  await home.client.calls.join({ call_uuid, body });
  const info = async (uuid: string) => (await home.client.recordings.info({ call_uuid: uuid })).data;
  const both = await info(call_uuid);
  assert.equal(both.content_type, 'audio/flac');
  assert.ok(Math.abs((both.duration_ms ?? 0) - (own.duration_ms ?? 0) - (other.duration_ms ?? 0)) < 50);
  assert.equal(
    (await home.client.calls.parts({ call_uuid })).data.items[0]?.offset_ms,
    Math.ceil(own.duration_ms ?? 0),
  );
  await pharos.database.rows(sql`
    update recordings set deleted_at = deleted_at - interval '2 years' where deleted_at is not null`);
  await pharos.database.rows(sql`
    update calls set deleted_at = deleted_at - interval '2 years' where uuid = ${part.uuid}`);
  const scoped = pharos.served.scopedTo({ organization_uuid: home.actor.organization_uuid });
  assert.equal((await purgeDue(scoped, home.actor)).calls, 0, 'a part is kept as long as its whole');
  const { data } = await home.client.calls.part({ call_uuid });
  assert.deepEqual([(await info(call_uuid)).sha256, (await info(part.uuid)).sha256], [own.sha256, other.sha256]);
  assert.deepEqual([data.call.file_format, data.call.file_size], ['wav', own.bytes]);
  assert.deepEqual([whole.uuid, part.uuid], [data.call.uuid, data.part.uuid]);
});

test('a call that goes for good takes its parts with it', async () => {
  const home = await pharos.person('admin');
  const { part, call_uuid, body } = await pair(home);
  await home.client.calls.join({ call_uuid, body });
  await home.client.calls.remove({ call_uuid });
  await pharos.database.rows(sql`
    update calls set deleted_at = deleted_at - interval '2 years' where uuid in (${call_uuid}, ${part.uuid})`);
  const scoped = pharos.served.scopedTo({ organization_uuid: home.actor.organization_uuid });
  assert.equal((await purgeDue(scoped, home.actor)).calls, 1);
  const left = await pharos.database.rows(sql`select from calls where uuid in (${call_uuid}, ${part.uuid})`);
  assert.equal(left.length, 0);
});

test('what cannot be joined is refused, and nothing changes', async () => {
  const [home, stranger] = [await pharos.person('member'), await pharos.person('member')];
  const { part, call_uuid, body } = await pair(home);
  const theirs = await pair(stranger);
  const join = (uuid: string, other: string, person = home, if_match?: string) =>
    person.client.calls.join({ call_uuid: uuid, body: { later_call_uuid: other }, if_match });
  for (const other of [theirs.call_uuid, randomUUID(), call_uuid])
    await assert.rejects(join(call_uuid, other), missing);
  await assert.rejects(join(call_uuid, part.uuid, stranger), missing);
  await assert.rejects(join(part.uuid, call_uuid), { status_code: 409, message: /began before/ });
  await assert.rejects(join(call_uuid, part.uuid, home, '"7"'), { status_code: 412 });
  await assert.rejects(join(call_uuid, 'Hollis'), { status_code: 400 });
  const viewer = await pharos.person('viewer', home);
  await assert.rejects(join(call_uuid, part.uuid, viewer), { status_code: 403 });
  await assert.rejects(home.client.calls.part({ call_uuid }), { status_code: 409 });
  await assert.rejects(stranger.client.calls.parts({ call_uuid }), missing);
  await home.client.recordings.upload({ call_uuid: part.uuid, body: beep() });
  await assert.rejects(join(call_uuid, part.uuid), { status_code: 409, message: /no recording/ });
  assert.equal((await home.client.calls.get({ call_uuid })).etag, '"1"');
  await assert.rejects(home.client.calls.join({ call_uuid, body: {} as never }), { status_code: 400 });
  assert.ok(body);
});

const names: [name: string, whole: object, part: object, expected: object][] = [
  ['one label is one voice', { A: 'Nora' }, { '0': 'Nora', '1': 'Anna' }, { '0': 'A', '1': '1' }],
  ['an id that is taken is a new voice', { '0': 'Nora' }, { '0': 'Anna' }, { '0': '0_2' }],
  [
    'channels keep their side',
    { ch_0: 'Nora', ch_1: '' },
    { ch_0: 'Nora', ch_1: 'Anna' },
    { ch_0: 'ch_0', ch_1: 'ch_1' },
  ],
  ['channels of other people do not', { ch_0: 'Nora' }, { ch_0: 'Ines' }, { ch_0: 'ch_0_2' }],
  ['a label of two voices says nothing', { A: 'Nora', B: 'Nora' }, { C: 'Nora' }, { C: 'C' }],
  ['two voices of one label stay two', { A: 'Nora' }, { B: 'Nora', C: 'Nora' }, { B: 'A', C: 'C' }],
  ['a label that is no text is no name', { A: { role: 1 } }, { B: { role: 1 } }, { B: 'B' }],
];
for (const [name, whole, part, expected] of names)
  test(`joining: ${name}`, () => {
    const voices = (labels: object) => ({ words: [], labels: labels as Record<string, unknown> });
    assert.deepEqual({ ...nameSpeakers(voices(whole), voices(part)) }, expected);
  });

test('words that are joined and split again are the same', () => {
  const speakers = { '0': '0_2', __proto__x: 'y' };
  const { words } = said(['0', 'a'], ['__proto__x', 'b']);
  const [before, after] = splitWords([...words, ...shifted(words, speakers, 4321)], speakers, 4321);
  assert.deepEqual([before, after], [words, words]);
});
