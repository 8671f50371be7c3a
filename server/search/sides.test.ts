// Whose voice it is, which words mean the same, and how far the index is: all as an organization says it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPharos } from '../../test/support/pharos.ts';
import { indexMissing } from './index-missing.ts';
import { deleteIndex, markIndexed } from './queries.ts';

const pharos = await openPharos();
const home = await pharos.person();
const { client } = home;
const { organization_uuid } = home.actor;
const { data: funeral } = await client.cases.create({ body: { last_name: 'Hollis' } });

/** A call in which speakers 0, 1, … each say one text. */
const callOf = async (texts: string[], speaker_labels: Record<string, unknown> = {}) => {
  const words = texts
    .flatMap((text, speaker) => text.split(' ').map((word) => ({ text: word, speaker: `${speaker}` })))
    .map((word, index) => ({ ...word, start_ms: 400 * index, end_ms: 400 * index + 300, confidence: 1 }));
  const body = { case_uuid: funeral.uuid, speaker_labels, transcript: { source: 'manual' as const, words } };
  return (await client.calls.create({ body })).data.uuid;
};

const found = async (q: string, more: object = {}) =>
  (await client.search.post({ body: { q, ...more } })).data.items.map(({ call }) => call.uuid);
const sideIn = async (q: string) => (await client.search.post({ body: { q } })).data.items[0]?.hits[0]?.side;
const change = (body: object) => client.organizations.patch({ organization_uuid, body });

const call_uuid = await callOf(['a lantern at night', 'the seagull sings', 'tugboats everywhere'], {
  '0': 'Pat, night watch',
  '1': 'Daughter',
});

test('role words of the home tell its own people, without another index', async () => {
  assert.equal(await sideIn('lantern'), 'theirs');
  await change({ role_words: ['Night Watch'] });
  assert.equal(await sideIn('lantern'), 'ours');
  assert.deepEqual(await found('lantern', { who: 'ours' }), [call_uuid]);
  await change({ role_words: [] });
  assert.equal(await sideIn('lantern'), 'theirs');
  assert.deepEqual((await change({ role_words: null })).data.role_words, null);
});

test('a person says on whose side a voice is: beside the labels, in a version, and PUTs of before leave it', async () => {
  const { data, etag } = await client.calls.update({
    call_uuid,
    body: { speaker_sides: { '1': 'ours', '2': 'theirs' } },
  });
  assert.deepEqual(data.speaker_sides, { '1': 'ours', '2': 'theirs' });
  assert.deepEqual(data.speaker_labels, { '0': 'Pat, night watch', '1': 'Daughter' });
  assert.deepEqual(await Promise.all(['lantern', 'seagull', 'tugboats'].map(sideIn)), ['theirs', 'ours', 'theirs']);
  assert.deepEqual(await found('seagull', { who: 'ours' }), [call_uuid]);
  assert.deepEqual(await found('tugboats', { who: 'theirs' }), [call_uuid]);

  const put = await client.calls.update({
    call_uuid,
    body: { speaker_labels: data.speaker_labels, file_name: 'a.mp3' },
  });
  assert.deepEqual(put.data.speaker_sides, data.speaker_sides);
  const patched = await client.calls.patch({ call_uuid, body: { speaker_sides: { '1': null } } });
  assert.deepEqual(patched.data.speaker_sides, { '2': 'theirs' });
  assert.equal(await sideIn('seagull'), 'theirs');
  const { data: versions } = await client.calls.versions({ call_uuid });
  assert.deepEqual(versions.items[0]?.changed, ['speaker_sides']);
  const { data: event } = await client.audit.list({ action: 'calls.patch', limit: 1 });
  assert.equal(event.items[0]?.subject_uuid, call_uuid);
  const version = Number(/\d+/.exec(etag ?? '')?.[0]);
  const restored = await client.calls.restoreVersion({ call_uuid, version });
  assert.deepEqual(restored.data.speaker_sides, { '1': 'ours', '2': 'theirs' });
  assert.deepEqual((await client.calls.patch({ call_uuid, body: { speaker_sides: null } })).data.speaker_sides, {});
});

test('words that mean the same in this home find each other, phrases too, and never within quotes', async () => {
  const slumber = await callOf(['She rests in the slumber room.']);
  const notice = await callOf(['They read the obituary aloud.']);
  assert.deepEqual(await found('repose'), []);
  const { data } = await change({ trade_words: [['Slumber Room', 'chapel of repose', 'repose']] });
  assert.deepEqual(data.trade_words, [['Slumber Room', 'chapel of repose', 'repose']]);
  for (const q of ['repose', 'chapel of repose', 'the chapel of repose'])
    assert.deepEqual(await found(q), [slumber], q);
  assert.deepEqual(await found('death notice'), [notice]);
  for (const q of ['"repose"', '"death notice"']) assert.deepEqual(await found(q), [], q);
  assert.deepEqual(await found('repose', { trade: false }), []);
  const stranger = await pharos.person();
  assert.deepEqual((await stranger.client.organizations.get(stranger.actor)).data.trade_words, []);
  for (const wrong of [[['alone']], [['a', '']], ['viewing'], null]) {
    await assert.rejects(change({ trade_words: wrong }), { status_code: 400 }, JSON.stringify(wrong));
  }
  for (const wrong of [[''], ['!'], 'director', [1]]) {
    await assert.rejects(change({ role_words: wrong }), { status_code: 400 }, JSON.stringify(wrong));
  }
});

test('a search says how far the index is as long as any server builds it', async () => {
  const indexing = async () => (await client.search.post({ body: { q: 'lantern' } })).data.indexing;
  assert.equal(await indexing(), null);
  const bound = pharos.served.scopedTo({ organization_uuid });
  // As a rebuild does on another server.
  await bound.transaction(async (tx) => {
    await markIndexed(tx, organization_uuid, false);
    await deleteIndex(tx, organization_uuid);
  });
  const { data } = await client.search.verifyIndex();
  assert.deepEqual(await indexing(), { done: 0, total: data.calls });
  assert.equal(await indexMissing(bound, organization_uuid), data.calls);
  assert.equal(await indexing(), null);
  assert.deepEqual(await found('lantern'), [call_uuid]);
});
