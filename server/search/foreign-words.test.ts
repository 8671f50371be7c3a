// Words of other organizations and of other locations: looked for in every way, they change no hit, count or suggestion.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchQuery } from '@pharos/contract/search.ts';
import { openPharos, type Person } from '../../test/support/pharos.ts';
import { between } from '../demo/seeded-random.ts';
import { compact } from './compact.ts';

/** `FULL=1` asks as often as it must hold; the suite as often as there is time for. */
const PROBES = process.env.FULL === '1' ? 10_000 : 400;
const AT_ONCE = 8;
const SEED = 20_261_130;

let drawn = 0;
const random = (most: number) => between(0, most - 1, `${SEED} probe ${drawn++}`);
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;

const COMMON = 'the family asked about flowers and a service on monday at five thousand forty dollars'.split(' ');
const OWN = ['lanternfish', 'marigold', 'Kathryn', 'Rosenblatt'];
const FOREIGN = ['quillworth', 'zephyrine', 'Ottoline', 'Brannigan', 'obsidian', '8675309'];
const ELSEWHERE = ['wexfordian', 'hollyhocks', 'Peregrine', 'Lavoisier', 'cobblestone', '2718281'];
const SECRET = [...FOREIGN, ...ELSEWHERE];

const pharos = await openPharos();
const home = await pharos.person();
const stranger = await pharos.person();
const [here, there] = (await Promise.all(
  ['Lakeside', 'Hillside'].map(async (name) => (await home.client.locations.create({ body: { name } })).data.uuid),
)) as [string, string];
const member = await pharos.person('member', home);
await home.client.users.patch({ user_uuid: member.actor.user_uuid, body: { location_uuids: [here] } });

/** Twelve calls of a person, in cases of a location, that say these words among common ones; one of them names people. */
const fill = async ({ client }: Person, own: readonly string[], location_uuid: string | null) => {
  const name = own[2] as string;
  const { data: its_case } = await client.cases.create({
    body: { first_name: name, last_name: own[3], location_uuid },
  });
  const uuids: string[] = [];
  for (let n = 0; n < 12; n++) {
    const texts = Array.from({ length: 40 }, () => (random(3) === 0 ? pick(own) : pick(COMMON)));
    const words = texts.map((text, at) => ({
      text,
      start_ms: at * 400,
      end_ms: at * 400 + 300,
      confidence: 1,
      speaker: '0',
    }));
    const body = {
      case_uuid: its_case.uuid,
      title: `${own[0]} ${own[1]}`,
      transcript: { source: 'manual' as const, words },
    };
    const from = /^\d{7}$/.test(own[5] ?? '') ? `+1212${own[5]}` : null;
    uuids.push(
      (await client.calls.create({ body: { ...body, from, speaker_labels: { '0': `${name} ${own[3]}` } } })).data.uuid,
    );
  }
  return uuids;
};
const own = await fill(home, OWN, here);
const foreign = await fill(stranger, FOREIGN, null);
const elsewhere = await fill(home, ELSEWHERE, there);
// Half of each index in segments, as after a while.
for (const { actor } of [home, stranger]) {
  const { organization_uuid } = actor;
  await compact(pharos.served.scopedTo({ organization_uuid }), organization_uuid, { all: true });
}

const misspelled = (word: string) => {
  const at = 1 + random(word.length - 1);
  return word.slice(0, at) + word.slice(at + 1);
};

/** Queries that only foreign words answer. */
const KINDS: ((word: string) => string)[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word) => `${word}s`,
  (word) => `"${word}"`,
  (word) => `"the ${word}"`,
  (word) => `${word.slice(0, 4)}*`,
  (word) => `${word} ${pick(COMMON)}`,
  (word) => `${word} ${pick(OWN)}`,
  (word) => `${word} OR ${pick(SECRET)}`,
  (word) => `${word} -${pick(OWN)}`,
  misspelled,
  (word) => word.split('').join(' '),
];
const FILTERS: Partial<SearchQuery>[] = [
  {},
  { who: 'theirs' },
  { order: 'newest' },
  { has_recording: false },
  { trade: false, names: false },
];

/** Refuses to find anything foreign in what was answered. What was asked may come back, and nothing else. */
const assertNothingForeign = (answer: unknown, asked: string, strange: readonly string[]) => {
  const told = JSON.stringify(answer).toLowerCase();
  for (const uuid of [...foreign, ...strange]) assert.ok(!told.includes(uuid), `${asked} told of a call`);
  for (const word of SECRET.filter((one) => !asked.toLowerCase().includes(one.toLowerCase())))
    assert.ok(!told.includes(word.toLowerCase()), `${asked} told ${word}`);
};

const probe = async () => {
  // The member works at one location; to the admin of the home only the other organization is foreign.
  const word = pick(SECRET);
  const q = pick(KINDS)(word);
  const { data } = await member.client.search.post({ body: { q, ...pick(FILTERS), count: true } });
  assert.deepEqual([data.items, data.next_cursor, data.counted], [[], null, { calls: 0, more: false }], q);
  assertNothingForeign(data, q, elsewhere);
  const names = await member.client.search.names({ body: { q, limit: 20 } });
  assert.deepEqual(
    names.data.calls.filter(({ uuid }) => !own.includes(uuid)),
    [],
    q,
  );
  assertNothingForeign(names.data, q, elsewhere);
  const call_uuid = pick([...foreign, ...elsewhere]);
  await assert.rejects(member.client.search.callByBody({ call_uuid, body: { q: pick(COMMON) } }), (error: unknown) =>
    [403, 404].includes((error as { status_code: number }).status_code),
  );
};

test(`${PROBES} searches for words of other organizations and locations find, count and suggest nothing`, async () => {
  for (let done = 0; done < PROBES; done += AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, probe));
});

test('what is asked beside a foreign word is found as if that were nowhere', async () => {
  for (const word of SECRET) {
    const alone = (await member.client.search.post({ body: { q: 'marigold', count: true } })).data;
    for (const q of [`marigold OR ${word}`, `marigold -${word}`]) {
      const { data } = await member.client.search.post({ body: { q, count: true } });
      assert.deepEqual(data, alone, q);
    }
  }
  const seen = (await member.client.search.post({ body: { q: 'marigold', limit: 50 } })).data.items;
  assert.ok(seen.length > 0 && seen.every(({ call }) => own.includes(call.uuid)));
});

test('a search that finds nothing tells what is near, of what its reader may see', async () => {
  const nearest = async (q: string, { client } = member) =>
    (await client.search.post({ body: { q, names: false } })).data.nearest;
  assert.deepEqual(await nearest('marygold'), ['marigold']);
  assert.deepEqual(await nearest('marigold xylophonist'), ['marigold']);
  assert.deepEqual(await nearest('marygold xylophonist'), []);
  assert.deepEqual(await nearest('hollihocks'), []);
  assert.deepEqual(await nearest('hollihocks', home), ['hollyhocks']);
  assert.deepEqual(await nearest('quillwurth', home), []);
  assert.deepEqual(await nearest('quillwurth', stranger), ['quillworth']);
  assert.deepEqual(await nearest('marigold'), []);
});

test('calls are counted beyond the first page where that is asked for, and only then', async () => {
  const ask = async (body: object) =>
    (await home.client.search.post({ body: { q: 'family', limit: 1, ...body } })).data;
  assert.equal((await ask({})).counted, null);
  const all = (await ask({ limit: 50 })).items.length;
  assert.ok(all > 12);
  assert.deepEqual((await ask({ count: true })).counted, { calls: all, more: false });
  const phrase = await ask({ q: '"the family"', limit: 50, count: true });
  assert.deepEqual(phrase.counted, { calls: phrase.items.length, more: false });
  assert.deepEqual((await ask({ q: '"the family"', count: true })).counted, phrase.counted);
});
