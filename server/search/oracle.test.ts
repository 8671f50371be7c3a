// Random queries of every kind against every word read one by one, hit for hit, also while others replace transcripts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Word } from '@pharos/contract/transcripts.ts';
import { openPharos } from '../../test/support/pharos.ts';
import { between } from '../demo/seeded-random.ts';
import { parseQuery } from '../transcripts/search/parse-query.ts';
import { tradeWordsOf } from '../transcripts/search/trade-words.ts';
import { compact } from './compact.ts';
import { searchByReading } from './oracle.fixture.ts';

const QUERIES = process.env.FULL === '1' ? 2_000 : 60;
const CALLS = 90;
const SEED = 20_261_130;

const pharos = await openPharos();
const home = await pharos.person();
const { client } = home;
const { organization_uuid } = home.actor;
let drawn = 0;
const random = () => between(0, 999_999, `${SEED} ${drawn++}`) / 1_000_000;
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

// The commonest words come first, as in speech: a word's rank is drawn by a power.
const VOCABULARY = (
  'the to and i you a that it of is we in for her was he my she on have with be this they at but call calls called ' +
  'five thousand forty fifty $5,040 5040 555-0142 five oh ten thirty 10:30 24th twenty-fourth march viewing visitation ' +
  'wake casket coffin ashes cremains burial service dress blue Müller mueller O’Brien obrien don’t 東京 タワー سلام שלום ' +
  'twenty four hundred dollars Larkmoor pacemaker lake Kathryn Catherine wedding flowers obituary death notice not or'
).split(' ');
const word = () => VOCABULARY[Math.floor(VOCABULARY.length * random() ** 2)] as string;

const transcript = (): Word[] => {
  let speaker = 0;
  return Array.from({ length: 20 + Math.floor(random() * 120) }, (_, index) => {
    if (random() < 0.1) speaker = Math.floor(random() * 3);
    return { text: word(), start_ms: 400 * index, end_ms: 400 * index + 300, confidence: 1, speaker: String(speaker) };
  });
};

const phrase = () => Array.from({ length: 2 + Math.floor(random() * 2) }, word).join(' ');
const KINDS: (() => string)[] = [
  word,
  () => `${word()} ${word()}`,
  () => `"${phrase()}"`,
  () => `${word()} OR ${word()}`,
  () => `${word()} -${word()}`,
  () => `${word().slice(0, 3)}*`,
  () => `"${phrase()}" ${word()}`,
  () => `${word()} -"${phrase()}"`,
  () => phrase(),
];

const calls = new Map<string, Word[]>();
const { data: funeral } = await client.cases.create({ body: { last_name: 'Hollis' } });
const write = async (call_uuid: string) => {
  const words = transcript();
  await client.calls.update({ call_uuid, body: { transcript: { source: 'manual', words } } });
  calls.set(call_uuid, words);
};
for (let count = 0; count < CALLS; count += 1) {
  const { data: call } = await client.calls.create({ body: { case_uuid: funeral.uuid } });
  await write(call.uuid);
}

/** Everything that a query finds: the ranges of words by call, from all pages and all hits. */
const searchAll = async (q: string, order: 'best' | 'newest') => {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const { data } = await client.search.post({ body: { q, names: false, order, limit: 50, cursor } });
    found.push(...data.items.map(({ call }) => call.uuid));
    cursor = data.next_cursor ?? undefined;
  } while (cursor);
  return found;
};

const understood = (q: string) => {
  try {
    return parseQuery(q, { trade: tradeWordsOf });
  } catch {
    return null;
  }
};

const compare = async (count: number) => {
  for (let done = 0; done < count; done += 1) {
    const q = pick(KINDS)();
    const expression = understood(q);
    if (!expression) {
      await assert.rejects(searchAll(q, 'best'), { status_code: 400 }, q);
      continue;
    }
    const expected = [...calls].filter(([, words]) => searchByReading(words, expression)).map(([uuid]) => uuid);
    const found = await searchAll(q, pick(['best', 'newest']));
    assert.equal(new Set(found).size, found.length, `${q}: a call came twice`);
    assert.deepEqual([...found].sort(), expected.sort(), q);
    const [one] = expected;
    if (!one) continue;
    const { data } = await client.search.call({ call_uuid: one, q, names: false });
    const ranges = searchByReading(calls.get(one) as Word[], expression) as Set<string>;
    for (const range of ranges) {
      const [start, end] = range.split('-').map(Number) as [number, number];
      assert.ok(
        data.hits.some(({ start_word, end_word }) => start_word <= start && end_word >= end),
        `${q}: words ${range} are in no hit`,
      );
    }
    for (const { start_word, end_word } of data.hits)
      assert.ok(
        ranges.size > 0 && [...ranges].some((range) => range.startsWith(`${start_word}-`)),
        `${q}: ${start_word}-${end_word}`,
      );
  }
};

test(`${QUERIES} random queries of documents find what reading every word finds (seed ${SEED})`, () =>
  compare(QUERIES));

test('segments find the same as the documents that they were made of', async () => {
  const database = pharos.served.scopedTo({ organization_uuid });
  await compact(database, organization_uuid, { all: true });
  await compare(QUERIES);
});

test('the same holds with replaced words, half in segments and half waiting', async () => {
  for (const call_uuid of [...calls.keys()].slice(0, CALLS / 2)) await write(call_uuid);
  await compare(QUERIES);
});

test('a search while transcripts are replaced finds each call by the words that it had at one moment', async () => {
  const uuids = [...calls.keys()].slice(0, 8);
  const say = (call_uuid: string, text: string) =>
    client.calls.update({
      call_uuid,
      body: { transcript: { source: 'manual', words: [{ text, start_ms: 0, end_ms: 1, confidence: 1 }] } },
    });
  await Promise.all(uuids.map((uuid) => say(uuid, 'harbourlight')));
  let writing = true;
  // Every state that a call ever has holds the word: no search may miss one.
  const writers = uuids.map(async (uuid) => {
    for (let turn = 0; turn < 12; turn += 1) await say(uuid, `harbourlight ${turn}`);
  });
  const done = Promise.all(writers).then(() => {
    writing = false;
  });
  const database = pharos.served.scopedTo({ organization_uuid });
  let searches = 0;
  while (writing) {
    if (searches % 3 === 2) await compact(database, organization_uuid, { all: true });
    assert.deepEqual((await searchAll('harbourlight', 'newest')).sort(), [...uuids].sort());
    searches += 1;
  }
  await done;
  assert.ok(searches > 0);
});
