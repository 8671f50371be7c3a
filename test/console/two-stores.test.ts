import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Word } from '@pharos/contract/transcripts.ts';
import { type CallStore, createCallStore } from '../../console/calls/saving/call-store.ts';
import { mergeDrafts } from '../../console/calls/saving/conflict.ts';
import {
  correct,
  type Draft,
  draftOf,
  freshId,
  isSame,
  keyOf,
  nameVoice,
  reassign,
} from '../../console/calls/saving/draft.ts';
import { settled } from '../../console/calls/saving/settled.ts';
import { openPharos, type Person } from '../support/pharos.ts';
import { fc } from '../support/properties.ts';

const pharos = await openPharos();
const nora = await pharos.person('member');
const theo = await pharos.person('member', nora);
const { data: funeral } = await nora.client.cases.create({ body: { last_name: 'Hollis' } });

/** A second for each word, so that whatever is written beside it has a time of its own. */
const words: Word[] = Array.from({ length: 12 }, (_, n) => {
  return { text: `w${n}`, start_ms: n * 1000, end_ms: n * 1000 + 200, confidence: 0.5, speaker: n < 6 ? 'A' : 'B' };
});

const at = fc.nat(words.length - 1);
const text = fc.array(fc.constantFrom('red', 'green', 'blue', 'w3'), { maxLength: 3 });
const EDIT = fc.oneof(
  fc.record({ kind: fc.constant('name' as const), id: fc.constantFrom('A', 'B'), name: fc.constantFrom('Ann', 'Bo') }),
  fc.record({ kind: fc.constant('correct' as const), at, length: fc.integer({ min: 1, max: 3 }), text }),
  fc.record({ kind: fc.constant('give' as const), at, length: fc.integer({ min: 1, max: 4 }), fresh: fc.boolean() }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('redo' as const) }),
);
const STEP = fc.record({ who: fc.constantFrom(0, 1), edit: EDIT, wait: fc.boolean() });
const step = (who: 0 | 1, edit: Edit, wait = true) => ({ who, edit, wait });
const write = (at: number, ...text: ('red' | 'green')[]): Edit => ({ kind: 'correct', at, length: 1, text });
/** Both have one word less, and write something behind the last: each is kept, at the same moment. */
const BOTH_APPEND = [
  step(0, write(0)),
  step(1, { kind: 'name', id: 'A', name: 'Ann' }),
  step(0, write(11, 'red')),
  step(1, write(11, 'green')),
];
type Edit = typeof EDIT extends fc.Arbitrary<infer E> ? E : never;

const make = (store: CallStore, edit: Edit) => {
  if (edit.kind === 'undo' || edit.kind === 'redo') return store[edit.kind]();
  store.edit((draft) => {
    if (edit.kind === 'name') return nameVoice(draft, edit.id, edit.name);
    const start = Math.min(edit.at, draft.words.length);
    const end = Math.min(start + edit.length, draft.words.length);
    if (edit.kind === 'correct') return correct(draft, start, end, edit.text.join(' '));
    return start === end ? draft : reassign(draft, start, end, edit.fresh ? freshId(draft) : 'A');
  });
};

/** The words that begin at a moment: two who write at the same place both begin where it ends. */
const wordsAt = ({ words }: Draft, ms: number) => words.filter(({ start_ms }) => start_ms === ms);
const same = (some: Word[], others: Word[]) => some.map(keyOf).join() === others.map(keyOf).join();
const textsOf = (words: Word[]) => words.map(({ text }) => text);
/** The texts of some that are not among others, each as often as it is missing. */
const without = (some: string[], others: string[]) => {
  const left = [...others];
  return some.filter((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/** Asserts that a merge has all of yours, and all of theirs except where both changed the same stretch. */
const assertKept = (before: Draft, yours: Draft, theirs: Draft, both: Draft) => {
  const all = [before, yours, theirs].flatMap(({ words }) => words.map(({ start_ms }) => start_ms));
  const times = [...new Set(all)].sort((a, b) => a - b);
  const changed = (draft: Draft) => times.map((ms) => !same(wordsAt(before, ms), wordsAt(draft, ms)));
  const [mine, others] = [changed(yours), changed(theirs)];
  for (const [n, ms] of times.entries()) {
    const at = [before, yours, theirs, both].map((draft) => wordsAt(draft, ms)) as [Word[], Word[], Word[], Word[]];
    const [was, my, their, is] = at.map(textsOf) as [string[], string[], string[], string[]];
    if (my.join() !== was.join()) {
      assert.deepEqual(without(my, is), [], `your words at ${ms} are gone`);
      assert.deepEqual(without(without(is, my), without(their, was)), [], `words at ${ms} that nobody has written`);
    }
    if (mine[n] || !others[n] || same(at[3], at[2])) continue;
    let [from, to] = [n, n];
    while (others[from - 1]) from--;
    while (others[to + 1]) to++;
    const touched = mine.slice(Math.max(from - 1, 0), to + 2).includes(true);
    assert.ok(touched, `their word at ${ms} is gone, and you have changed nothing there`);
  }
};

test('whatever two people do at once, no save takes another away, and in the end both have the same', async () => {
  const open = async ({ client }: Person, call_uuid: string, versions: Map<string, Draft>) => {
    const first = await client.calls.get({ call_uuid });
    versions.set(first.etag as string, draftOf(first.data));
    const store = createCallStore(first, {
      authors: async () => [],
      get: () => client.calls.get({ call_uuid }),
      put: async (body, if_match) => {
        assert.ok(if_match);
        const reply = await client.calls.update({ call_uuid, body, if_match });
        versions.set(reply.etag as string, draftOf(reply.data));
        return reply;
      },
    });
    let before = store.get();
    store.subscribe(() => {
      const now = store.get();
      if (now.merged !== before.merged) assertKept(before.saved, before.draft, now.saved, now.draft);
      before = now;
    });
    return store;
  };
  const settle = async (store: CallStore, way: 'theirs' | 'both') => {
    for (await settled(store); store.get().theirs; await settled(store)) {
      const { saved: before, draft: yours, theirs } = store.get();
      store.resolve(way === 'both' ? mergeDrafts : way);
      if (theirs && way === 'both') assertKept(before, yours, draftOf(theirs.reply.data), store.get().draft);
    }
    assert.equal(store.get().trouble, null);
    assert.ok(isSame(store.get().draft, store.get().saved));
  };
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { minLength: 2, maxLength: 10 }), async (steps) => {
      const body = { case_uuid: funeral.uuid, transcript: { source: 'manual' as const, words } };
      const { data: call } = await nora.client.calls.create({ body });
      const versions = new Map<string, Draft>();
      const stores = [await open(nora, call.uuid, versions), await open(theo, call.uuid, versions)] as const;
      for (const { who, edit, wait } of steps) {
        const store = stores[who as 0 | 1];
        make(store, edit);
        if (wait) await settle(store, 'both');
      }
      for (const store of stores) await settle(store, 'both');
      // Whoever was first in the end sees the other's work as soon as they do anything.
      for (const [n, store] of [...stores, stores[0]].entries()) {
        store.edit((draft) => nameVoice(draft, 'A', `last ${n}`));
        await settle(store, 'both');
      }
      const now = draftOf((await nora.client.calls.get({ call_uuid: call.uuid })).data);
      assert.ok(isSame(stores[0].get().draft, now));
      assert.equal(now.speaker_labels.A, 'last 2');
      stores[1].edit((draft) => nameVoice(draft, 'A', 'nobody'));
      await settle(stores[1], 'theirs');
      assert.ok(isSame(stores[1].get().draft, now));
    }),
    { numRuns: 30, examples: [[BOTH_APPEND]] },
  );
});
