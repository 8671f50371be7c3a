import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { countRows, openCall, openPharos, type Person } from '../../../test/support/pharos.ts';

const pharos = await openPharos();
const missing = { status_code: 404 };

const word = (text: string, start_ms = 0) => ({ text, start_ms, end_ms: start_ms + 1, confidence: 1 });
const said = (...texts: string[]) => ({ source: 'manual' as const, words: texts.map((text) => word(text)) });

/** A call with three versions: empty, with a transcript and a label, with another transcript and a duration. */
const openHistory = async (home: Person) => {
  const { call_uuid } = await openCall(home);
  const { calls } = home.client;
  const second = (
    await calls.update({ call_uuid, body: { transcript: said('so', 'sorry'), speaker_labels: { A: 'Anna' } } })
  ).data;
  const third = (await calls.update({ call_uuid, body: { transcript: said('so', 'very', 'sorry'), duration: 7 } }))
    .data;
  return { call_uuid, second, third };
};

test('the versions of a call are listed newest first, page by page, with what changed and who did it', async () => {
  const home = await pharos.person();
  const member = await pharos.person('member', home);
  const { call_uuid, second, third } = await openHistory(home);
  const { data: fourth } = await member.client.calls.restoreVersion({ call_uuid, version: 2 });
  const first = (await home.client.calls.versions({ call_uuid, limit: 2 })).data;
  const rest = (await home.client.calls.versions({ call_uuid, limit: 2, cursor: first.next_cursor as string })).data;
  assert.equal(rest.next_cursor, null);
  const items = [...first.items, ...rest.items];
  assert.deepEqual(
    items.map(({ version, changed, note, created_by }) => [version, changed.toSorted(), note, created_by]),
    [
      [4, ['duration', 'transcript'], { kind: 'restored', version: 2 }, member.actor.user_uuid],
      [3, ['duration', 'transcript'], null, home.actor.user_uuid],
      [2, ['speaker_labels', 'transcript'], null, home.actor.user_uuid],
      [1, [], null, home.actor.user_uuid],
    ],
  );
  assert.deepEqual(
    items.slice(0, 3).map(({ created_at }) => created_at),
    [fourth, third, second].map(({ updated_at }) => updated_at),
  );
});

test('a version is the call as it was, with its transcript, and reading it is recorded', async () => {
  const home = await pharos.person();
  const { call_uuid, second, third } = await openHistory(home);
  const { data, etag } = await home.client.calls.version({ call_uuid, version: 2 });
  assert.deepEqual(data.call, second);
  assert.equal(etag, '"2"');
  assert.deepEqual((await home.client.calls.version({ call_uuid, version: 3 })).data.call, third);
  assert.equal((await home.client.calls.version({ call_uuid, version: 1 })).data.call.transcript, null);
  const { items } = (await home.client.audit.list({ action: 'calls.version' })).data;
  assert.deepEqual(
    items.map(({ subject_uuid, after_version }) => [subject_uuid, after_version]),
    [
      [call_uuid, 3],
      [call_uuid, 2],
    ],
  );
});

test('a version is restored as a new one, with the transcript that is there already', async () => {
  const home = await pharos.person();
  const { call_uuid, second } = await openHistory(home);
  const transcripts = await countRows(pharos.database, 'transcripts');
  const { data, etag, message } = await home.client.calls.restoreVersion({ call_uuid, version: 2 });
  assert.deepEqual({ ...data, updated_at: second.updated_at }, second);
  assert.deepEqual([etag, message], ['"4"', 'Version restored']);
  assert.deepEqual((await home.client.calls.get({ call_uuid })).data, data);
  assert.equal(await countRows(pharos.database, 'transcripts'), transcripts);
  const again = await home.client.calls.restoreVersion({ call_uuid, version: 2, if_match: '"1"' });
  assert.deepEqual([again.etag, again.data], [etag, data], 'what is so already makes no version');
});

test('restoring brings back even the order of keys', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const put = (speaker_labels: object) =>
    home.client.calls.update({ call_uuid, body: { speaker_labels: speaker_labels as never } });
  for (const labels of [{ b: 1, a: 2 }, {}, { a: 2, b: 1 }]) await put(labels);
  const { data } = await home.client.calls.restoreVersion({ call_uuid, version: 2 });
  assert.equal(JSON.stringify(data.speaker_labels), '{"b":1,"a":2}');
});

test('a version that somebody else has overtaken is not restored with a stale If-Match', async () => {
  const home = await pharos.person();
  const { call_uuid, third } = await openHistory(home);
  const stale = { call_uuid, version: 1, if_match: '"2"' };
  await assert.rejects(home.client.calls.restoreVersion(stale), { status_code: 412, etag: '"3"' });
  await assert.rejects(home.client.calls.restoreTranscript(stale), { status_code: 412, etag: '"3"' });
  assert.deepEqual((await home.client.calls.get({ call_uuid })).data, third);
  assert.equal((await home.client.calls.restoreVersion({ ...stale, if_match: '"3"' })).etag, '"4"');
});

test('of two people who restore at once both are done, and each that changed something is a version', async () => {
  const home = await pharos.person();
  for (let times = 0; times < 20; times++) {
    const { call_uuid } = await openHistory(home);
    const [one, other] = await Promise.all(
      [1, 2].map((version) => home.client.calls.restoreVersion({ call_uuid, version })),
    );
    assert.deepEqual([one?.etag, other?.etag].sort(), ['"4"', '"5"']);
    const same = await Promise.all([3, 3].map((version) => home.client.calls.restoreVersion({ call_uuid, version })));
    assert.deepEqual(
      same.map(({ etag }) => etag),
      ['"6"', '"6"'],
    );
    const { items } = (await home.client.calls.versions({ call_uuid })).data;
    assert.equal(items.length, 6);
  }
});

test('with one If-Match, one of two who restore at once is refused', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openHistory(home);
  const restore = (version: number) => home.client.calls.restoreVersion({ call_uuid, version, if_match: '"3"' });
  const done = await Promise.allSettled([restore(1), restore(2)]);
  assert.deepEqual(done.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
});

test("the provider's original is the newest transcript that came from a file, reused as it lies", async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const { calls } = home.client;
  await calls.update({ call_uuid, body: { transcript: said('typed', 'first') } });
  await calls.importTranscript({ call_uuid, body: 'WEBVTT\n\n00:01.000 --> 00:02.000\nOld file' });
  const body = await readFile(new URL('../../../test/samples/deepgram/dg-speakers.json', import.meta.url));
  const original = (await calls.importTranscript({ call_uuid, body })).data.call;
  await calls.update({ call_uuid, body: { transcript: said('corrected'), speaker_labels: { '0': 'Director' } } });
  const rows = await countRows(pharos.database, 'transcripts');
  const { data, message } = await calls.restoreTranscript({ call_uuid });
  assert.equal(message, 'Transcript restored');
  assert.deepEqual(data.transcript, original.transcript);
  assert.deepEqual(data.speaker_labels, { '0': 'Director' }, 'nothing but the transcript changes');
  assert.equal(await countRows(pharos.database, 'transcripts'), rows);
  const [newest] = (await calls.versions({ call_uuid, limit: 1 })).data.items;
  assert.deepEqual([newest?.changed, newest?.note], [['transcript'], { kind: 'restored_transcript' }]);
});

test('without a file the original is the first transcript; without any there is nothing to bring back', async () => {
  const home = await pharos.person();
  const { call_uuid, second } = await openHistory(home);
  await home.client.calls.patch({ call_uuid, body: { transcript: null } });
  assert.deepEqual((await home.client.calls.restoreTranscript({ call_uuid })).data.transcript, second.transcript);
  const { call_uuid: silent, etag } = await openCall(home);
  await assert.rejects(home.client.calls.restoreTranscript({ call_uuid: silent }), { status_code: 409 });
  assert.equal((await home.client.calls.get({ call_uuid: silent })).etag, etag);
});

test('versions are compared field by field and word by word, with the newest unless told', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openHistory(home);
  const { data, etag } = await home.client.calls.diff({ call_uuid, version: 2 });
  assert.equal(etag, '"2-3"');
  assert.deepEqual(data, {
    from: 2,
    to: 3,
    fields: [{ field: 'duration', before: null, after: 7 }],
    words: [
      { op: 'equal', from: [0, 1], to: [0, 1] },
      { op: 'insert', from: [1, 1], to: [1, 2], after: [word('very')] },
      { op: 'equal', from: [1, 2], to: [2, 3] },
    ],
  });
  const back = (await home.client.calls.diff({ call_uuid, version: 3, to: 1 })).data;
  assert.deepEqual(back.fields, [
    { field: 'duration', before: 7, after: null },
    { field: 'speaker_labels', before: { A: 'Anna' }, after: {} },
    { field: 'transcript.source', before: 'manual', after: null },
  ]);
  assert.deepEqual(
    back.words.map(({ op, from }) => [op, from]),
    [['delete', [0, 3]]],
  );
  const same = (await home.client.calls.diff({ call_uuid, version: 3, to: 3 })).data;
  assert.deepEqual(same, { from: 3, to: 3, fields: [], words: [{ op: 'equal', from: [0, 3], to: [0, 3] }] });
  const { items } = (await home.client.audit.list({ action: 'calls.diff', subject_uuid: call_uuid })).data;
  assert.ok(items.length >= 3, 'a comparison is a reading');
});

test('long transcripts of hostile words are compared too, in a thread of their own', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openCall(home);
  const odd = [
    '',
    ' ',
    '__proto__',
    'constructor',
    '</script>',
    '\u202e',
    '\ud83d\udd4a\ufe0f',
    '"\\\r\n',
    'a'.repeat(8192),
  ];
  const texts = Array.from({ length: 1_000 }, (_, index) => odd[(index * 7 + (index >> 4)) % odd.length] as string);
  const put = (list: string[]) => home.client.calls.update({ call_uuid, body: { transcript: said(...list) } });
  await put(texts);
  await put(texts.toReversed());
  const { words } = (await home.client.calls.diff({ call_uuid, version: 2, to: 3 })).data;
  const rebuilt = words.flatMap(({ op, from, after }) =>
    op === 'equal' ? texts.slice(...from) : (after ?? []).map(({ text }) => text),
  );
  assert.ok(words.length > 2);
  assert.deepEqual(rebuilt, texts.toReversed());
});

test('a version that is not there, of a call that is not there, and what is no version', async () => {
  const home = await pharos.person();
  const { call_uuid } = await openHistory(home);
  const path = `${pharos.baseUrl}/v1/calls/${call_uuid}/versions`;
  const ask = async (rest: string, method = 'GET') => {
    const response = await fetch(path + rest, { method, headers: { authorization: `Bearer ${home.token}` } });
    const { message } = (await response.json()) as { message: string };
    return [response.status, message];
  };
  for (const version of ['4', '2147483647', '2147483648', '9'.repeat(400)]) {
    assert.deepEqual(await ask(`/${version}`), [404, 'Version not found'], version);
    assert.deepEqual(await ask(`/${version}/diff`), [404, 'Version not found'], version);
    assert.deepEqual(await ask(`/${version}/restore`, 'POST'), [404, 'Version not found'], version);
  }
  for (const version of ['0', '-1', '1.5', '1e3', '0x1', '01', '%2B1', '1%20', 'newest', call_uuid, '١']) {
    assert.deepEqual(await ask(`/${version}`), [400, 'version must be a whole number from 1'], version);
  }
  assert.deepEqual(await ask('/1/diff?to=4'), [404, 'Version not found']);
  for (const to of ['0', '-1', 'newest', '1.5', '2147483648'])
    assert.equal((await ask(`/1/diff?to=${to}`))[0], 400, to);
  for (const cursor of ['x', Buffer.from('version 0').toString('base64url')]) {
    assert.equal((await ask(`?cursor=${cursor}`))[0], 400);
  }
  assert.equal((await home.client.calls.get({ call_uuid })).etag, '"3"');
  await home.client.calls.remove({ call_uuid });
  for (const gone of ['', '/1', '/1/diff']) assert.deepEqual(await ask(gone), [404, 'Call not found']);
  assert.deepEqual(await ask('/1/restore', 'POST'), [404, 'Call not found']);
});

test('versions are read by viewers and restored by members of their own organization only', async () => {
  const home = await pharos.person();
  const { call_uuid, third } = await openHistory(home);
  const [viewer, stranger] = [await pharos.person('viewer', home), await pharos.person()];
  assert.equal((await viewer.client.calls.versions({ call_uuid })).data.items.length, 3);
  assert.equal((await viewer.client.calls.version({ call_uuid, version: 1 })).data.version, 1);
  await assert.rejects(viewer.client.calls.restoreVersion({ call_uuid, version: 1 }), { status_code: 403 });
  await assert.rejects(viewer.client.calls.restoreTranscript({ call_uuid }), { status_code: 403 });
  await assert.rejects(stranger.client.calls.versions({ call_uuid }), missing);
  await assert.rejects(stranger.client.calls.version({ call_uuid, version: 1 }), missing);
  await assert.rejects(stranger.client.calls.diff({ call_uuid, version: 1 }), missing);
  await assert.rejects(stranger.client.calls.restoreVersion({ call_uuid, version: 1 }), missing);
  await assert.rejects(stranger.client.calls.restoreTranscript({ call_uuid }), missing);
  assert.deepEqual((await home.client.calls.get({ call_uuid })).data, third);
});

test('whose cases are of other locations sees no versions of their calls', async () => {
  const home = await pharos.person();
  const { call_uuid, case_uuid } = await openCall(home);
  const [own, other] = ['0d5c1f7e-93a4-4b1f-9a52-6f1be2c7d840', '1d5c1f7e-93a4-4b1f-9a52-6f1be2c7d840'];
  const { organization_uuid } = home.actor;
  for (const uuid of [own, other]) {
    await pharos.database.rows(sql`
      insert into locations (organization_uuid, uuid, name) values (${organization_uuid}, ${uuid}, 'Chapel')`);
  }
  await home.client.cases.update({ case_uuid, body: { location_uuid: other } });
  const member = await pharos.person('member', home);
  await pharos.database.rows(sql`
    update users set location_uuids = ${[own]}::uuid[] where uuid = ${member.actor.user_uuid}`);
  const refused = { status_code: 403 };
  await assert.rejects(member.client.calls.versions({ call_uuid }), refused);
  await assert.rejects(member.client.calls.version({ call_uuid, version: 1 }), refused);
  await assert.rejects(member.client.calls.diff({ call_uuid, version: 1 }), refused);
  await assert.rejects(member.client.calls.restoreVersion({ call_uuid, version: 1 }), refused);
  await assert.rejects(member.client.cases.versions({ case_uuid }), refused);
  await assert.rejects(member.client.cases.restoreVersion({ case_uuid, version: 1 }), refused);
});
