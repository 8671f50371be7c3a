import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openPharos } from '../../test/support/pharos.ts';
import { compact } from './compact.ts';

const pharos = await openPharos();
const home = await pharos.person();
const { client } = home;
const { organization_uuid } = home.actor;
const { data: funeral } = await client.cases.create({ body: { last_name: 'Hollis' } });

/** A call of turns, each word with times of its own; labels by the speakers' ids. */
const callOf = async (turns: [string, string][], labels: Record<string, unknown> = {}) => {
  const { data: call } = await client.calls.create({ body: { case_uuid: funeral.uuid, speaker_labels: labels } });
  await say(call.uuid, turns);
  return call.uuid;
};

const say = (call_uuid: string, turns: [string, string][]) => {
  const words = turns.flatMap(([speaker, text]) => text.split(' ').map((word) => ({ text: word, speaker })));
  return client.calls.update({
    call_uuid,
    body: {
      transcript: {
        source: 'manual',
        words: words.map((word, index) => ({
          ...word,
          start_ms: 400 * index,
          end_ms: 400 * index + 300,
          confidence: 1,
        })),
      },
    },
  });
};

const found = async (q: string, more: object = {}) =>
  (await client.search.post({ body: { q, ...more } })).data.items.map(({ call }) => call.uuid);

const dress = await callOf(
  [
    ['0', 'Evergreen, this is Nora. How can I help?'],
    ['1', 'It is about my mother. She wanted the blue dress, the one from the wedding.'],
    ['0', 'Cremation would be five thousand forty. You can reach me at 555-0142.'],
  ],
  { '0': 'Nora, director', '1': 'Daughter' },
);
const other = await callOf([['0', 'The visitation is at 10:30 on March twenty-fourth. The dress was not blue.']]);

test('a word is found from the moment its write was answered, with the words around it and when they were said', async () => {
  const { data } = await client.search.post({ body: { q: '"blue dress"' } });
  assert.equal(data.items.length, 1);
  const [group] = data.items;
  assert.equal(group?.call.uuid, dress);
  assert.equal(group?.case.uuid, funeral.uuid);
  const [hit] = group?.hits ?? [];
  assert.ok(hit);
  assert.deepEqual(
    hit.highlights.map(([from, to]) => hit.snippet.slice(from, to)),
    ['blue dress'],
  );
  assert.deepEqual([hit.start_word, hit.end_word, hit.start_ms, hit.end_ms], [16, 18, 6400, 7100]);
  assert.deepEqual([hit.speaker, hit.label, hit.side, hit.kind], ['1', 'Daughter', 'theirs', 'exact']);
});

test('all words of a query have to be in a call; OR, - and * widen and narrow it', async () => {
  assert.deepEqual(await found('blue dress', { order: 'newest' }), [other, dress]);
  assert.deepEqual(await found('blue wedding'), [dress]);
  assert.deepEqual(await found('dress -wedding'), [other]);
  assert.deepEqual(await found('wedding OR visitation', { order: 'newest' }), [other, dress]);
  assert.deepEqual(await found('wedd*'), [dress]);
});

test('numbers are found however they were said or written, and words of the trade by each other', async () => {
  for (const q of ['5040', '$5,040', 'five thousand forty', 'fifty forty'])
    assert.deepEqual(await found(q), [dress], q);
  for (const q of ['5550142', '555 0142', 'five five five oh one four two'])
    assert.deepEqual(await found(q), [dress], q);
  for (const q of ['ten thirty', '24th', 'viewing', 'wake']) assert.deepEqual(await found(q), [other], q);
  assert.deepEqual(await found('5040', { numbers: false }), []);
  assert.deepEqual(await found('viewing', { trade: false }), []);
});

test('a search can be kept to what one side says', async () => {
  assert.deepEqual(await found('dress', { who: 'theirs' }), [dress]);
  assert.deepEqual(await found('dress', { who: 'ours' }), []);
  assert.deepEqual(await found('cremation', { who: 'ours' }), [dress]);
  assert.deepEqual(await found('wedding', { who: 'daughter' }), [dress]);
});

test('a query that cannot be understood is refused with the place', async () => {
  for (const q of ['"blue', 'OR blue', 'blue OR', '-blue', 'b*', '!!!'])
    await assert.rejects(client.search.post({ body: { q } }), { status_code: 400 }, q);
});

test('words that were replaced or deleted are not found any more, and are again where they are restored', async () => {
  const call_uuid = await callOf([['0', 'lighthouse']]);
  assert.deepEqual(await found('lighthouse'), [call_uuid]);
  await say(call_uuid, [['0', 'harbour']]);
  assert.deepEqual(await found('lighthouse'), []);
  await client.calls.restoreVersion({ call_uuid, version: 2 });
  assert.deepEqual(await found('lighthouse'), [call_uuid]);
  await client.calls.remove({ call_uuid });
  assert.deepEqual(await found('lighthouse'), []);
  await client.calls.restore({ call_uuid });
  assert.deepEqual(await found('lighthouse'), [call_uuid]);
});

test('another organization finds nothing of it', async () => {
  const stranger = await pharos.person();
  assert.deepEqual((await stranger.client.search.post({ body: { q: 'dress' } })).data.items, []);
  await assert.rejects(stranger.client.search.call({ call_uuid: dress, q: 'dress' }), { status_code: 404 });
});

test('segments answer as the documents did', async () => {
  const before = await Promise.all(
    ['blue dress', '"the dress"', 'viewing', '5040', 'wedd*', 'dress -wedding'].map((q) => found(q)),
  );
  await compact(pharos.served.scopedTo({ organization_uuid }), organization_uuid, { all: true });
  const after = await Promise.all(
    ['blue dress', '"the dress"', 'viewing', '5040', 'wedd*', 'dress -wedding'].map((q) => found(q)),
  );
  assert.deepEqual(after, before);
});

test('one call is searched by itself', async () => {
  const { data } = await client.search.call({ call_uuid: dress, q: 'dress' });
  assert.equal(data.hits.length, 1);
  assert.equal(data.more, 0);
});

test('names are found through misspelling, sound and accent, below what is exact', async () => {
  const names: [string, string][] = [
    ['Kathryn', 'Catherine'],
    ['Rays', 'Reyes'],
    ['Mueller', 'Müller'],
    ['Win', 'Nguyen'],
    ['Brenan', 'Brennan'],
  ];
  const other_home = await pharos.person();
  const calls = new Map<string, string>();
  for (const [typed, name] of names) {
    const { data: its_case } = await other_home.client.cases.create({ body: { last_name: name } });
    const { data: call } = await other_home.client.calls.create({ body: { case_uuid: its_case.uuid } });
    const words = [{ text: name, start_ms: 0, end_ms: 300, confidence: 1 }];
    await other_home.client.calls.update({ call_uuid: call.uuid, body: { transcript: { source: 'manual', words } } });
    calls.set(typed, call.uuid);
  }
  for (const [typed, call_uuid] of calls) {
    const search = async (more: object = {}) =>
      (await other_home.client.search.post({ body: { q: typed, ...more } })).data.items;
    const [group] = await search();
    assert.deepEqual([group?.call.uuid, group?.hits[0]?.kind], [call_uuid, 'name'], typed);
    assert.deepEqual(await search({ names: false }), [], typed);
  }
});

test('the index is compared with every transcript, and built again', async () => {
  const { data: compared } = await client.search.verifyIndex();
  assert.ok(compared.calls > 2);
  assert.deepEqual([compared.missing, compared.wrong], [0, 0]);
  await pharos.database.rows(sql`
    update search_documents set document = decode('00', 'hex') where transcript_uuid = (
      select transcript_uuid from calls where uuid = ${dress})`);
  await pharos.database.rows(sql`
    delete from search_documents where transcript_uuid = (select transcript_uuid from calls where uuid = ${other})`);
  const { data: damaged } = await client.search.verifyIndex();
  assert.deepEqual([damaged.missing, damaged.wrong], [1, 1]);
  const { data: rebuilt } = await client.search.rebuildIndex();
  assert.deepEqual([rebuilt.calls, rebuilt.missing, rebuilt.wrong], [compared.calls, 0, 0]);
  assert.deepEqual(await found('blue dress', { order: 'newest' }), [other, dress]);
});

test('a token that may only read can search by a body as well', async () => {
  const { data } = await client.tokens.create({ body: { name: 'reader', scopes: ['read'] } });
  const headers = { authorization: `Bearer ${data.token}`, 'content-type': 'application/json' };
  const search = await fetch(`${pharos.baseUrl}/v1/search`, { method: 'POST', headers, body: '{"q":"dress"}' });
  assert.equal(search.status, 200);
  const write = await fetch(`${pharos.baseUrl}/v1/cases`, { method: 'POST', headers, body: '{}' });
  assert.equal(write.status, 403);
});

test('a word that somebody says over and over is found in pieces, none of which is the whole call', async () => {
  const call_uuid = await callOf([['0', Array.from({ length: 300 }, () => 'larkspur').join(' ')]]);
  const { data } = await client.search.post({ body: { q: 'larkspur' } });
  const [group] = data.items;
  assert.equal(group?.call.uuid, call_uuid);
  assert.deepEqual(
    group?.hits.map(({ start_word, end_word }) => end_word - start_word),
    [60, 60, 60],
  );
  assert.equal(group?.more, 2);
});
